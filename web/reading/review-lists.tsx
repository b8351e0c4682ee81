import type { GoalReading, UnitReading, Unplaced } from '#core/reading/plan-reading.ts';
import { useWords } from '#web/words/language.ts';
import { type GoTo, GoToButton } from './goto-button.tsx';
import styles from './review.module.css';

/** The departments of the organisation section, with what each leads. */
export function ReviewUnits({ units, onGoTo }: { units: readonly UnitReading[]; onGoTo: GoTo }) {
  const { reading } = useWords();
  const words = reading.review;
  if (units.length === 0) return <p>{words.noUnitsRead}</p>;
  return (
    <ul className={styles.list}>
      {units.map((unit) => (
        <li key={unit.name}>
          <strong className={styles.withPlace}>
            {unit.name}
            <GoToButton place={unit.place} what={unit.name} onGoTo={onGoTo} />
          </strong>
          {unit.leads.length > 0 && <p>{words.leads(unit.leads.join(', '))}</p>}
          {unit.leadsPartOf.length > 0 && <p>{words.leadsPart(unit.leadsPartOf.join(', '))}</p>}
          {unit.spellings.length > 0 && (
            <p className={styles.soft}>{words.spellings(unit.spellings.join('; '))}</p>
          )}
          <ul className={styles.duties}>
            {unit.duties.map((duty) => (
              <li key={duty.text}>{duty.text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

export function ReviewGoals({ goals, onGoTo }: { goals: readonly GoalReading[]; onGoTo: GoTo }) {
  const { reading, plans } = useWords();
  if (goals.length === 0) return <p>{reading.review.noGoals}</p>;
  return (
    <ul className={styles.list}>
      {goals.map((goal) => (
        <li key={goal.text} className={styles.withPlace}>
          <span>
            <span className={styles.soft}>
              {goal.kind === 'purpose' ? plans.plan.purpose : plans.plan.requirement}:{' '}
            </span>
            {goal.text}
          </span>
          <GoToButton place={goal.place} what={goal.text.slice(0, 40)} onGoTo={onGoTo} />
        </li>
      ))}
    </ul>
  );
}

/** What found no place in the plan, with the reason: nothing is left out silently. */
export function ReviewUnplaced({ unplaced, onGoTo }: { unplaced: readonly Unplaced[]; onGoTo: GoTo }) {
  const { reading } = useWords();
  if (unplaced.length === 0) return <p>{reading.review.noUnplaced}</p>;
  return (
    <ul className={styles.list}>
      {unplaced.map((each) => (
        <li key={`${each.text} ${JSON.stringify(each.place)}`} className={styles.withPlace}>
          <span>
            {each.text} <span className={styles.soft}>({reading.review.reasons[each.reason]})</span>
          </span>
          <GoToButton place={each.place} what={each.text.slice(0, 40)} onGoTo={onGoTo} />
        </li>
      ))}
    </ul>
  );
}
