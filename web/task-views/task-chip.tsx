import { Link } from '@tanstack/react-router';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import { StatusMark, TimeMark } from '#web/plans/task-words.tsx';
import styles from './calendar.module.css';

/** A task in two lines of a day: how it stands, and its words as far as they fit. */
export function TaskChip({ task }: { task: Task }) {
  return (
    <Link
      to={paths.task}
      params={{ taskId: task.id }}
      tabIndex={-1}
      className={styles.chip}
      title={task.text}
    >
      <span className={styles.chipState}>
        {task.timeliness === 'overdue' ? (
          <TimeMark timeliness="overdue" />
        ) : (
          <StatusMark status={task.status} />
        )}
      </span>
      <span className={styles.chipText}>{task.text}</span>
    </Link>
  );
}
