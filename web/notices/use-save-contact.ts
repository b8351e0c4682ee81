import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Contact } from '#core/notices/contact.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { noticesApi } from './api.ts';
import { contactQuery } from './queries.ts';

/** Keeps a change of how the person signed in is told, and says so. */
export function useSaveContact({ mail, isMailOn, isPushOn, version }: Contact) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: Partial<Pick<Contact, 'mail' | 'isMailOn' | 'isPushOn'>>) =>
      noticesApi.saveContact({ mail, isMailOn, isPushOn, version, ...change }),
    onSuccess: (contact) => {
      queryClient.setQueryData(contactQuery.queryKey, contact);
      say(ui.saved);
    },
    onError: (problem) => {
      sayProblem(sentenceOf(problem));
      void queryClient.invalidateQueries({ queryKey: contactQuery.queryKey });
    },
  });
}
