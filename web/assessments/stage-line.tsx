import type { AssessmentPage } from '#core/assessments/assessment-page.ts';
import { STAGES } from '#core/assessments/stages.ts';
import { classNames } from '#web/ui/class-names.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './assessments.module.css';
import { daysBetween } from './filter-rows.ts';

/** The stages in a line, where the assessment stands among them, and how long there is time. */
export function StageLine({ page }: { page: AssessmentPage }) {
  const { assessments: words } = useWords();
  const at = page.stage === null ? -1 : STAGES.indexOf(page.stage);
  return (
    <ol className={styles.stages} aria-label={words.stageLine}>
      {STAGES.slice(1).map((stage, position) => (
        <li
          key={stage}
          className={classNames(
            styles.stage,
            position + 1 < at && styles.past,
            position + 1 === at && styles.here,
          )}
          aria-current={position + 1 === at ? 'step' : undefined}
        >
          {words.stages[stage]}
          {position + 1 === at && <ClockWords page={page} />}
        </li>
      ))}
    </ol>
  );
}

function ClockWords({ page: { clock, stage, today } }: { page: AssessmentPage }) {
  const words = useWords().assessments.clock;
  const isCounting = stage === 'claiming' || stage === 'approving' || stage === 'approved';
  if (!clock || !isCounting) return null;
  const { until, graceUntil } = clock;
  const last = graceUntil !== null && graceUntil > until ? graceUntil : until;
  const left = daysBetween(today, last);
  const said =
    left > 0
      ? words.left(left, printDay(last))
      : left === 0
        ? words.today(printDay(last))
        : words.over(printDay(last));
  return (
    <span className={classNames(styles.clock, left < 0 && styles.over)}>
      {said}
      {last !== until && ` · ${words.grace(printDay(last))}`}
    </span>
  );
}
