import { type DeadlineRules, readDeadline } from '#core/deadlines/read-deadline.ts';
import type { TaskReading } from '#core/reading/plan-reading.ts';
import { useDeadlineRules } from '#web/deadlines/use-deadline-rules.ts';
import { printDeadline } from '#web/plans/task-words.tsx';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { useWords } from '#web/words/language.ts';
import { findCorrection } from './draft-corrections.ts';
import { type GoTo, GoToButton } from './goto-button.tsx';
import styles from './review.module.css';
import { printUnits, readUnits } from './review-criteria.tsx';
import type { DraftEditor } from './use-draft.ts';

/** The tasks by section, each with its deadline in words and as dates. */
export function ReviewTasks({ editor, onGoTo }: { editor: DraftEditor; onGoTo: GoTo }) {
  const { reading, plans } = useWords();
  const { tasks, document } = editor.draft.reading;
  const rules = useDeadlineRules(document.year);
  const sections = [...new Map(tasks.map((task) => [task.section, task.sectionTitle]))];
  if (tasks.length === 0) return <p>{reading.review.noTasks}</p>;
  return (
    <div className={styles.stack}>
      {sections.map(([section, title]) => (
        <section key={section}>
          <h2>{plans.tasks.section(section, title)}</h2>
          <ol className={styles.tasks}>
            {tasks
              .filter((task) => task.section === section)
              .map((task) => (
                <ReadTask key={task.key} task={task} editor={editor} rules={rules} onGoTo={onGoTo} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function ReadTask({
  task,
  editor,
  rules,
  onGoTo,
}: {
  task: TaskReading;
  editor: DraftEditor;
  rules: DeadlineRules;
  onGoTo: GoTo;
}) {
  const { reading, plans, criteria } = useWords();
  const words = reading.review;
  const { draft, correct, restore } = editor;
  const about = (property: string) => ({ target: 'task', subject: task.key, property }) as const;
  const marks = (property: string) => {
    const made = findCorrection(draft.corrections, about(property));
    const { before } = made ?? {};
    const text =
      property === 'deadline'
        ? ((before as TaskReading['deadline'] | null)?.words ?? '')
        : Array.isArray(before)
          ? printUnits(before)
          : String(before ?? '');
    return {
      isMarked: made !== undefined,
      title: made && (text ? words.was(text) : words.wasEmpty),
      restore: made && { label: words.restore, run: () => restore(about(property)) },
    };
  };
  const from = task.units[0]?.inheritedFrom;
  return (
    <li className={styles.task}>
      <span className={styles.taskKey}>
        {task.key}
        <GoToButton place={task.place} what={task.key} onGoTo={onGoTo} />
      </span>
      <div>
        <EditCell
          {...marks('text')}
          label={criteria.edit(plans.task.editText, task.key)}
          column="text"
          text={task.text}
          refuse={(typed) => (typed.trim().length < 3 ? plans.task.textTooShort : undefined)}
          onKeep={(value) => correct({ ...about('text'), value })}
          isLong
        />
        <dl className={styles.taskFacts}>
          <dt>{plans.task.due}</dt>
          <dd>
            <EditCell
              {...marks('deadline')}
              label={criteria.edit(plans.task.due, task.key)}
              column="deadline"
              text={task.deadline.words}
              refuse={() => undefined}
              onKeep={(typed) =>
                correct({
                  ...about('deadline'),
                  value: readDeadline(typed, rules),
                })
              }
            >
              {task.deadline.words || <span className={styles.blank}>{plans.deadline.none}</span>}
            </EditCell>
            <span className={styles.dates}>{printDeadline(task.deadline, plans)}</span>
          </dd>
          <dt>{plans.task.owners}</dt>
          <dd>
            <EditCell
              {...marks('units')}
              label={`${criteria.edit(plans.task.owners, task.key)} (${words.unitsHint})`}
              column="units"
              text={printUnits(task.units)}
              refuse={() => undefined}
              onKeep={(typed) => correct({ ...about('units'), value: readUnits(typed, task.units) })}
            >
              {task.units.length === 0 ? (
                <span className={styles.blank}>{words.noUnits}</span>
              ) : (
                <>
                  {printUnits(task.units)}
                  {from !== undefined && <span className={styles.blank}> ({words.inherited(from)})</span>}
                </>
              )}
            </EditCell>
          </dd>
        </dl>
      </div>
    </li>
  );
}
