import { Link } from '@tanstack/react-router';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import { leadOf } from '#web/plans/task-list.ts';
import { TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './calendar.module.css';
import { placeInWeek } from './day-steps.ts';

/** Everything due on one day. */
export function CalendarDayDialog({
  day,
  dayOff,
  tasks,
  onClose,
}: {
  day: Day;
  dayOff: string | undefined;
  tasks: readonly Task[];
  onClose: () => void;
}) {
  const { plans, taskViews } = useWords();
  const { calendar } = taskViews;
  const weekday = calendar.weekdays[placeInWeek(day)] ?? '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={calendar.dayTitle(weekday, printDay(day), tasks.length)}
      description={dayOff}
    >
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={paths.task} params={{ taskId: task.id }} className={styles.agendaTask}>
              <span className={styles.agendaState}>
                <TimeLeft task={task} />
                {task.status !== 'done' && <TaskState task={task} />}
              </span>
              {task.text}
              <span className={styles.agendaOwner}>{leadOf(task)?.name ?? plans.task.noOwner}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
