import { useQuery } from '@tanstack/react-query';
import { departmentsQuery } from '#web/queries.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { useLogWords } from '#web/words/log-words.ts';
import type { Saying } from './event-sentence.ts';

/** With what an event is said in the language of the page. */
export function useSaying(): Saying {
  const [words, log, language] = [useWords(), useLogWords(), useLanguage()];
  const departments = useQuery(departmentsQuery).data ?? [];
  return { words, log, language, departments: new Map(departments.map(({ id, name }) => [id, name])) };
}
