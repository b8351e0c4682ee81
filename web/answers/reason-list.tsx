import type { Reason } from '#core/assessments/ruling.ts';
import { sumPoints } from '#core/points.ts';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';

/** Why points were lost or given back, each with its part, and what they come to together. */
export function ReasonList({ reasons, none }: { reasons: readonly Reason[]; none: string }) {
  const { causes, compare } = useAnswerWords();
  const print = usePrintedPoints();
  if (reasons.length === 0) return <p className={styles.soft}>{none}</p>;
  return (
    <>
      <ul className={styles.reasons}>
        {reasons.map(({ points, cause, text }) => (
          <li key={`${points} ${cause} ${text}`}>
            <strong>
              <Points value={-points} isSigned />
            </strong>
            <span>
              {causes[cause]}: {text}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{compare.sum(print(-sumPoints(reasons.map(({ points }) => points))))}</p>
    </>
  );
}
