import type { LeafKept, RuleChange } from '#core/scoring/leaf-score.ts';
import { ApiProblem } from '#web/request.ts';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { scoringApi } from './api.ts';
import { sayMoved } from './say-moved.ts';
import { type Refused, useShowKept } from './use-keep-entry.ts';

/** Keeps the next version of a rule and says which points moved; a refusal comes back with its field. */
export function useKeepRule(code: string): (input: RuleChange) => Promise<LeafKept | Refused> {
  const words = useWords();
  const print = usePrintedPoints();
  const sentenceOf = useSentenceOf();
  const show = useShowKept();
  return (input) =>
    scoringApi.keepRule(code, input).then(
      (kept) => {
        show(kept);
        const moved = sayMoved(kept, words, print);
        const { editor } = words.scoring;
        const { version } = kept.leaf.rule;
        say(moved ? editor.keptMoved(version, moved.leaves, moved.total) : editor.kept(version));
        return kept;
      },
      (problem: unknown) => ({
        field: problem instanceof ApiProblem ? (problem.field ?? '') : '',
        sentence: sentenceOf(problem),
      }),
    );
}
