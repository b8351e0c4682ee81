import type { AppraisedClaim, CityRuling } from '#core/assessments/appraisal.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import styles from './appraisal.module.css';

/** Why points were taken off or given back, one line each. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { claim, causes } = useAppraisalWords();
  const print = usePrintedPoints();
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ points, cause, text }) => (
        <li key={`${cause} ${points} ${text}`}>
          <span className={styles.strong}>
            {points > 0 ? claim.minus(print(points)) : claim.plus(print(-points))}
          </span>{' '}
          · {causes[cause]}: {text}
        </li>
      ))}
    </ul>
  );
}

/** The answer of the unit and every ruling so far, oldest first: a quiet timeline. */
export function ClaimHistory({ claim: { answer, rulings } }: { claim: AppraisedClaim }) {
  const { claim: words, rounds } = useAppraisalWords();
  const print = usePrintedPoints();
  return (
    <>
      {answer && (
        <section className={styles.part}>
          <h3>{words.answer}</h3>
          <p className={styles.answer}>{answer.text}</p>
          <p className={styles.soft}>
            {words.answerBy(answer.sentBy, printMoment(answer.sentAt))}
            {answer.askedPoints !== null && ` · ${words.asks(print(answer.askedPoints))}`}
          </p>
        </section>
      )}
      {rulings.length > 0 && (
        <section className={styles.part}>
          <h3>{words.history}</h3>
          <ol className={styles.history}>
            {rulings.map((ruling) => (
              <li key={ruling.id}>
                <RulingLine ruling={ruling} round={rounds[ruling.round as keyof typeof rounds] ?? ''} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function RulingLine({ ruling, round }: { ruling: CityRuling; round: string }) {
  const { claim } = useAppraisalWords();
  return (
    <>
      <p>
        <strong>
          <Points value={ruling.points} />
        </strong>{' '}
        <span className={styles.soft}>
          {[round, claim.ruledBy(ruling.judgedBy, printMoment(ruling.judgedAt))].filter(Boolean).join(' · ')}
        </span>
      </p>
      <ReasonList reasons={ruling.reasons} />
      {ruling.question !== '' && <p>{claim.question(ruling.question)}</p>}
      {ruling.note !== '' && <p>{claim.note(ruling.note)}</p>}
    </>
  );
}
