import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppraisedClaim } from '#core/assessments/appraisal.ts';
import { sayEvaluation, sayResult } from '#core/scoring/evaluation-sentences.ts';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useLanguage } from '#web/words/language.ts';
import type { ClaimAddress } from './api.ts';
import styles from './appraisal.module.css';
import { ProofPane } from './proof-pane.tsx';
import { ClaimHistory, ReasonList } from './ruling-history.tsx';

/** What a unit claims for the leaf, how it comes about, and its proof open below. */
export function ClaimPane({ claim, address }: { claim: AppraisedClaim; address: ClaimAddress }) {
  const words = useAppraisalWords();
  const language = useLanguage();
  const { unit, content, lastYear } = claim;
  return (
    <article className={styles.claim} aria-label={unit.unitName}>
      <h2 className={styles.claimTitle}>{unit.unitName}</h2>
      {unit.isChanged && (
        <Status tone="draft" icon={<CircleAlert aria-hidden />}>
          {words.claim.changed}
        </Status>
      )}
      <Numbers claim={claim} />
      {content === null && <p>{unit.hasConflict ? words.claim.hidden : words.claim.noClaim}</p>}
      {content?.evaluation && (
        <div>
          <p className={styles.strong}>{sayResult(content.evaluation, language)}</p>
          {content.evaluation.steps.length > 0 && (
            <details className={styles.reveal}>
              <summary>{words.claim.steps}</summary>
              <ol className={styles.steps}>
                {sayEvaluation(content.evaluation, language).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
            </details>
          )}
          {content.evaluation.inputs.length > 0 && (
            <dl className={styles.figures} aria-label={words.claim.figures}>
              {content.evaluation.inputs.map(({ key, title, value, unit: of }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{value === null ? '–' : [value, of].filter(Boolean).join(' ')}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
      {content && content.typedReason !== '' && <p>{words.claim.typed(content.typedReason)}</p>}
      <Bonuses claim={claim} />
      {claim.reviewReasons.length > 0 && (
        <Part title={words.claim.review}>
          <ReasonList reasons={claim.reviewReasons} />
        </Part>
      )}
      {lastYear && (
        <Part title={<LastYear lastYear={lastYear} />}>
          <ReasonList reasons={lastYear.reasons} />
          {lastYear.note !== '' && <p>{words.claim.note(lastYear.note)}</p>}
        </Part>
      )}
      <ClaimHistory claim={claim} />
      {(content || claim.answer) && <ProofPane key={unit.unitId} claim={claim} address={address} />}
    </article>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function LastYear({ lastYear }: { lastYear: NonNullable<AppraisedClaim['lastYear']> }) {
  const words = useAppraisalWords();
  const print = usePrintedPoints();
  return words.claim.lastYear(lastYear.year, lastYear.points === null ? '–' : print(lastYear.points));
}

/** Declared, handed in, now, last year: always in this order, and what differs from the one before is marked. */
function Numbers({ claim: { unit } }: { claim: AppraisedClaim }) {
  const { claim } = useAppraisalWords();
  const print = usePrintedPoints();
  const columns: [string, number | null, number | null][] = [
    [claim.self, unit.selfPoints, null],
    [claim.claimed, unit.claimedPoints, unit.selfPoints],
    [claim.now, unit.points, unit.claimedPoints],
    [claim.last, unit.lastPoints, unit.points],
  ];
  return (
    <dl className={styles.numbers} aria-label={claim.numbers}>
      {columns.map(([title, points, before]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            <Points value={points} />
          </dd>
          {points !== null && before !== null && points !== before && (
            <dd className={styles.differs}>{claim.difference(print(points - before))}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Bonuses({ claim: { content } }: { claim: AppraisedClaim }) {
  const { claim: words } = useAppraisalWords();
  if (!content || content.bonusClaims.length === 0) return null;
  return (
    <Part title={words.bonus}>
      <ul className={styles.reasons}>
        {content.bonusClaims.map(({ id, title, points, evidenceId, page, section }) => {
          const proof = content.proofs.find((each) => each.evidenceId === evidenceId);
          const place = [proof?.title, page === null ? '' : words.page(page), section].filter(Boolean);
          return (
            <li key={id}>
              <Points value={points} /> {title}
              <span className={styles.soft}> · {proof ? place.join(', ') : words.bonusUnproved}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
