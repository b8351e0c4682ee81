import { useQueryClient } from '@tanstack/react-query';
import type { Crosswalk, CrosswalkChange } from '#core/criteria/crosswalk.ts';
import { describePairs } from '#core/criteria/crosswalk-proposal.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { crosswalkApi } from './crosswalk-api.ts';
import { joinLeaves } from './crosswalk-lines.ts';
import { crosswalkQuery } from './crosswalk-queries.ts';

/** Lets a former leaf go on as another: shown at once, kept, and taken back when it is refused. */
export function useJoinLeaves(id: string): (from: string, to: string | null) => void {
  const { crosswalk, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const { queryKey } = crosswalkQuery(id);
  const keep = async (shown: Crosswalk, entries: CrosswalkChange['entries']) => {
    const sets = { from: shown.from.leaves, to: shown.to.leaves };
    queryClient.setQueryData(queryKey, { ...shown, entries: describePairs(entries, sets, shown.entries) });
    return crosswalkApi.change(id, { entries, version: shown.version }).then(
      (kept) => queryClient.setQueryData(queryKey, kept),
      (problem: unknown) => {
        queryClient.setQueryData(queryKey, shown);
        void queryClient.invalidateQueries({ queryKey });
        sayProblem(sentenceOf(problem));
        return undefined;
      },
    );
  };
  return async (from, to) => {
    const shown = queryClient.getQueryData(queryKey);
    if (!shown) return;
    const kept = await keep(shown, joinLeaves(shown.entries, from, to));
    if (!kept) return;
    // Undone only while nobody has changed a line since: the version is that of this very change.
    const undo = async () => {
      if (await keep(kept, shown.entries)) say(crosswalk.undone);
    };
    say(crosswalk.changed(from, to), { label: ui.undo, run: () => void undo() });
  };
}
