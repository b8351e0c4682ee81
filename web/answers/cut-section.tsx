import type { AnswerLine } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import { printAnchor } from '#web/evidence/print-evidence.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import { useWords } from '#web/words/language.ts';
import styles from './answers.module.css';
import { ReasonList } from './reason-list.tsx';

/** What was ruled on a leaf and why, beside what the unit had handed in. */
export function CutSection({ line, kind }: { line: AnswerLine; kind: AnswerKind }) {
  const words = useAnswerWords().explain;
  const { code, title, maxPoints, claimed, owners } = line;
  const ruling = kind === 'appeal' ? line.standing : line.ruling;
  return (
    <Section title={`${code} ${title}`}>
      <dl className={styles.numbers}>
        <div>
          <dt>{words.claimed}</dt>
          <dd>
            <Points value={claimed?.points} />
          </dd>
        </div>
        <div>
          <dt>{words.given}</dt>
          <dd>
            <Points value={ruling?.points ?? claimed?.points} />
          </dd>
        </div>
        <div>
          <dt>{words.max}</dt>
          <dd>
            <Points value={maxPoints} />
          </dd>
        </div>
      </dl>
      {ruling && (
        <>
          <h3 className={styles.small}>{words.cut}</h3>
          <ReasonList reasons={ruling.reasons} none={words.noReasons} />
          {ruling.question !== '' && (
            <p className={styles.question}>
              <strong>{words.question}:</strong> {ruling.question}
            </p>
          )}
          {ruling.note !== '' && (
            <p>
              <strong>{words.note}:</strong> {ruling.note}
            </p>
          )}
          <p className={styles.soft}>{words.judged(ruling.judgedBy, printMoment(ruling.judgedAt))}</p>
        </>
      )}
      <h3 className={styles.small}>{words.claimedWith}</h3>
      {claimed && claimed.proofs.length > 0 ? (
        <Proofs proofs={claimed.proofs} />
      ) : (
        <p className={styles.soft}>{words.claimedNothing}</p>
      )}
      {claimed && claimed.typedReason !== '' && <p>{words.typed(claimed.typedReason)}</p>}
      {owners.length > 0 && (
        <p className={styles.soft}>
          {words.owners}: {owners.map(({ name }) => name).join(', ')}
        </p>
      )}
    </Section>
  );
}

type Proof = { evidenceId: string; title: string; number: string; page: number | null; section: string };

/** Pieces of proof by name, number and the place in them. */
export function Proofs({ proofs }: { proofs: readonly Proof[] }) {
  const { evidence } = useWords();
  return (
    <ul className={styles.proofs}>
      {proofs.map((proof) => (
        <li key={`${proof.evidenceId} ${proof.page} ${proof.section}`}>
          {proof.title}{' '}
          <span className={styles.soft}>
            {[proof.number, printAnchor(proof, evidence)].filter((part) => part !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
