import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import { DeadlineWords, printDates, TaskState, TimeLeft, TimeMark } from '#web/plans/task-words.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Section } from '#web/ui/page-header.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { firstDayOf, lastDayOf, type Month, printMonth } from './day-steps.ts';
import styles from './timeline.module.css';
import { barOf, drawingOf, placeOf, type Span, stretchesOf, type TaskGroup } from './timeline-bars.ts';

/** Rows of tasks under their headings, with the months above and a line where today is. */
export function TimelineChart({
  groups,
  span,
  today,
}: {
  groups: readonly TaskGroup[];
  span: Span;
  today: Day;
}) {
  const { timeline } = useWords().taskViews;
  const [first, last] = [span.months[0] ?? '', span.months.at(-1) ?? ''];
  const isTodayShown = today >= span.from && today <= span.to;
  return (
    <section className={styles.chart} aria-label={timeline.label(printMonth(first), printMonth(last))}>
      <div className={styles.axis} aria-hidden>
        <div className={styles.track}>
          {span.months.map((month) => (
            <span key={month} className={styles.month} style={stretchStyle(month, span)}>
              {timeline.monthShort(Number(month.slice(5, 7)))}
            </span>
          ))}
          {isTodayShown && (
            <span className={styles.todayWord} style={stickStyle(placeOf(today, span))}>
              {timeline.today(printDay(today).slice(0, 5))}
            </span>
          )}
        </div>
      </div>
      {groups.map((group) => (
        <section key={group.key}>
          <h3 className={styles.groupTitle}>
            <span className={styles.groupName}>{group.title}</span>
            <span className={styles.groupCount}>{timeline.tasks(group.tasks.length)}</span>
          </h3>
          <ul>
            {group.tasks.map((task) => (
              <TimelineRow key={task.id} task={task} span={span} today={isTodayShown ? today : undefined} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function stretchStyle(month: Month, span: Span) {
  const bar = barOf({ from: firstDayOf(month), to: lastDayOf(month) }, span);
  return { left: `${bar?.left ?? 0}%`, width: `${bar?.width ?? 0}%` };
}

/** A label at a place of the axis that never leaves it. */
function stickStyle(place: number) {
  return { left: `${place}%`, transform: `translateX(-${place}%)` };
}

const TONES: Record<Task['timeliness'], string | undefined> = {
  done: styles.done,
  overdue: styles.overdue,
  due_soon: styles.dueSoon,
  later: undefined,
  recurring: undefined,
  undated: undefined,
};

const TimelineRow = memo(function TimelineRow({
  task,
  span,
  today,
}: {
  task: Task;
  span: Span;
  today: Day | undefined;
}) {
  const { plans, taskViews } = useWords();
  const { timeline } = taskViews;
  const isTicked = drawingOf(task) === 'ticks';
  const bars = isTicked ? [] : stretchesOf(task).flatMap((stretch) => barOf(stretch, span) ?? []);
  const said = isTicked ? timeline.recurring : printDates(task, plans);
  return (
    <li className={styles.row}>
      <Link to={paths.task} params={{ taskId: task.id }} className={styles.link}>
        <span className={styles.name}>
          <span className={styles.mark}>
            <TimeMark timeliness={task.timeliness} />
          </span>
          <span className={styles.text} title={task.text}>
            {task.text}
          </span>
        </span>
        <span className={styles.track}>
          {span.months.slice(1).map((month) => (
            <span
              key={month}
              className={styles.line}
              style={{ left: `${placeOf(firstDayOf(month), span)}%` }}
            />
          ))}
          {bars.map((bar) => (
            <span
              key={bar.left}
              className={classNames(
                styles.stretch,
                TONES[task.timeliness],
                bar.startsBefore && styles.startsBefore,
                bar.endsAfter && styles.endsAfter,
              )}
              style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
            />
          ))}
          {isTicked &&
            span.months.map((month) => (
              <span
                key={month}
                className={styles.tick}
                style={{ left: `${placeOf(lastDayOf(month), span)}%` }}
              />
            ))}
          {today !== undefined && (
            <span className={styles.today} style={{ left: `${placeOf(today, span)}%` }} />
          )}
          {!isTicked && bars.length === 0 ? (
            <span className={styles.elsewhere}>{said}</span>
          ) : (
            <VisuallyHidden>{said}</VisuallyHidden>
          )}
        </span>
      </Link>
    </li>
  );
});

/** What cannot be drawn because nobody has given it a day. */
export function UndatedTasks({ tasks }: { tasks: readonly Task[] }) {
  const { timeline } = useWords().taskViews;
  return (
    <div className={styles.undated}>
      <Section title={timeline.undated(tasks.length)}>
        <ul>
          {tasks.map((task) => (
            <li key={task.id} className={styles.undatedTask}>
              <Link to={paths.task} params={{ taskId: task.id }}>
                {task.text}
              </Link>
              <span className={styles.undatedFacts}>
                <DeadlineWords task={task} />
                {task.status === 'not_started' ? <TimeLeft task={task} /> : <TaskState task={task} />}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
