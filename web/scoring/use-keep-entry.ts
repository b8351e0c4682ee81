import { useQueryClient } from '@tanstack/react-query';
import type { LeafEntryInput, LeafKept } from '#core/scoring/leaf-score.ts';
import { ApiProblem } from '#web/request.ts';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { scoringApi } from './api.ts';
import { leafScoreQuery } from './queries.ts';
import { sayMoved } from './say-moved.ts';

/** A refusal as the form shows it; the field is "" for what is about the whole form. */
export type Refused = { field: string; sentence: string };

/** Puts a leaf as the server has just kept it where the pages look, and has the sums asked again. */
export function useShowKept(): (kept: LeafKept) => void {
  const queryClient = useQueryClient();
  return ({ leaf }) => {
    queryClient.setQueryData(leafScoreQuery(leaf.code).queryKey, leaf);
    for (const key of ['scores', 'rules']) void queryClient.invalidateQueries({ queryKey: [key] });
  };
}

/** Keeps what was typed for a leaf and says which points moved; a refusal comes back with its field. */
export function useKeepEntry(code: string): (input: LeafEntryInput) => Promise<LeafKept | Refused> {
  const words = useWords();
  const print = usePrintedPoints();
  const sentenceOf = useSentenceOf();
  const show = useShowKept();
  const queryClient = useQueryClient();
  return (input) =>
    scoringApi.keepEntry(code, input).then(
      (kept) => {
        show(kept);
        const moved = sayMoved(kept, words, print);
        say(moved ? words.scoring.entry.moved(moved.leaves, moved.total) : words.scoring.entry.saved);
        return kept;
      },
      (problem: unknown) => {
        // What somebody else kept meanwhile is asked for, so that the form can show it beside what is typed.
        if (problem instanceof ApiProblem && problem.kind === 'stale_version')
          void queryClient.invalidateQueries({ queryKey: leafScoreQuery(code).queryKey });
        return {
          field: problem instanceof ApiProblem ? (problem.field ?? '') : '',
          sentence: sentenceOf(problem),
        };
      },
    );
}
