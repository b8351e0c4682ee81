import type { OwnerOf } from '#core/criteria/annex-row.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './responsibility.module.css';

/** Those who answer for a line, as buttons ask for them: the list knows no names of all of them. */
export function ownersOf({ ownerIds }: Pick<ResponsibilityLine, 'ownerIds'>): OwnerOf[] {
  return ownerIds.map((departmentId) => ({ departmentId, name: '', role: 'lead', inheritedFrom: null }));
}

/** The due day; where it was extended, the original one struck out above it. */
export function DueDay({ line }: { line: ResponsibilityLine }) {
  const { responsibility } = useWords();
  const { originalDueOn, dueOn, extension } = line;
  if (originalDueOn === dueOn) return printDay(dueOn);
  return (
    <span className={styles.lines}>
      <s>
        <VisuallyHidden>{responsibility.original} </VisuallyHidden>
        {printDay(originalDueOn)}
      </s>
      <span>{responsibility.extended(printDay(dueOn))}</span>
      {extension !== null && <span className={styles.soft}>{extension}</span>}
    </span>
  );
}

/** What the department said, and who said it when. */
export function ExplanationWords({ line }: { line: ResponsibilityLine }) {
  const words = useWords().responsibility.explanation;
  const { explanation } = line;
  if (explanation === null) return <span className={styles.soft}>{words.none}</span>;
  return (
    <span className={styles.lines}>
      <q>{explanation.text}</q>
      <span className={styles.soft}>{words.by(explanation.byName, printDay(explanation.at))}</span>
    </span>
  );
}

/** What was decided, why, by whom and when. */
export function DecisionWords({ line }: { line: ResponsibilityLine }) {
  const { explanation, decision: words } = useWords().responsibility;
  const { decision } = line;
  if (decision === null) return <span className={styles.soft}>{words.none}</span>;
  return (
    <span className={styles.lines}>
      <strong>{decision.isAccepted ? words.accepted : words.notAccepted}</strong>
      {decision.reason !== '' && <span>{decision.reason}</span>}
      <span className={styles.soft}>{explanation.by(decision.byName, printDay(decision.at))}</span>
    </span>
  );
}
