import { TrendingDown, TrendingUp } from 'lucide-react';
import type { PointColumn } from '#core/assessments/columns.ts';
import type { ComparisonLine } from '#core/assessments/comparison.ts';
import { Points } from '#web/ui/points.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';
import { changeAt } from './compare-view.ts';

/** The points of a leaf in a column, with icon and word where they moved; a click shows why. */
export function ColumnCell({
  line,
  column,
  shown,
  onOpen,
}: {
  line: ComparisonLine;
  column: PointColumn;
  shown: readonly PointColumn[];
  onOpen: () => void;
}) {
  const words = useAnswerWords().compare;
  const change = changeAt(line, column, shown);
  const points = line.columns[column] ?? null;
  const moved = change !== null && (
    <span className={change < 0 ? styles.down : styles.up}>
      {change < 0 ? <TrendingDown aria-hidden /> : <TrendingUp aria-hidden />}
      {change < 0 ? words.down : words.up}
    </span>
  );
  if (!line.isLeaf || points === null) {
    return <Points value={points} />;
  }
  return (
    <button type="button" className={styles.cell} onClick={onOpen}>
      {moved} <Points value={points} />
      <VisuallyHidden>{words.open(line.code, words.columns[column])}</VisuallyHidden>
    </button>
  );
}

/** What the unit asks for in its explanation; a click shows all of it. */
export function ExplanationCell({ line, onOpen }: { line: ComparisonLine; onOpen: () => void }) {
  const words = useAnswerWords().compare;
  if (line.explanation === null) return line.isLeaf ? <Points value={null} /> : null;
  return (
    <button type="button" className={styles.cell} onClick={onOpen}>
      {line.explanation.askedPoints === null ? (
        words.hasAnswer
      ) : (
        <Points value={line.explanation.askedPoints} />
      )}
      <VisuallyHidden>{words.open(line.code, words.explanation)}</VisuallyHidden>
    </button>
  );
}
