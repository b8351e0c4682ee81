import { History } from 'lucide-react';
import type { EventNoun } from '#core/event-kinds.ts';
import { paths } from '#web/paths.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { useLogWords } from '#web/words/log-words.ts';

/** Leads to the history of one thing, or of all things of a kind, where they have no page of their own. */
export function HistoryLink({ name, ...search }: { name: string; subject?: string; noun?: EventNoun }) {
  const log = useLogWords();
  return (
    <ButtonLink
      to={paths.history}
      search={search}
      size="small"
      icon={<History aria-hidden />}
      aria-label={log.historyOf(name)}
    >
      {log.history}
    </ButtonLink>
  );
}
