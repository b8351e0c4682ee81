import type { ScoreMove } from '#core/scoring/leaf-score.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './scoring.module.css';

/** Who or what moved the points of a leaf, and when. */
export function ScoreMoves({ moves }: { moves: readonly ScoreMove[] }) {
  const { scoring } = useWords();
  const print = usePrintedPoints();
  const { panel } = scoring;
  const points = (value: number | null) => (value === null ? panel.moveNone : print(value));
  if (moves.length === 0) return <p className={styles.soft}>{panel.noMoves}</p>;
  return (
    <details className={styles.reveal}>
      <summary>{panel.moves(moves.length)}</summary>
      <ol className={styles.history}>
        {moves.map((move) => (
          <li key={`${move.at} ${move.before} ${move.after}`}>
            <span className={styles.soft}>
              {printMoment(move.at)} · {move.actorName}
            </span>
            <span>
              <strong>{panel.move(points(move.before), points(move.after))}</strong>{' '}
              {panel.causes[move.cause.kind](move.cause.what)}
            </span>
            {move.cause.reason !== '' && <q>{move.cause.reason}</q>}
          </li>
        ))}
      </ol>
    </details>
  );
}
