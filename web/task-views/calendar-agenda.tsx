import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './calendar.module.css';
import type { CalendarParts } from './calendar-month.tsx';
import { monthOf, placeInWeek } from './day-steps.ts';
import { weeksOf } from './month-grid.ts';

type AgendaProps = Pick<CalendarParts, 'month' | 'today' | 'byDay' | 'daysOff'>;

/** A month on a phone: its weeks, and in them only the days with something to say. */
export function CalendarAgenda({ month, today, byDay, daysOff }: AgendaProps) {
  const { calendar } = useWords().taskViews;
  const short = (day: string) => printDay(day).slice(0, 5);
  return (
    <div className={styles.agenda}>
      {weeksOf(month).map((week) => {
        const own = week.filter((day) => monthOf(day) === month);
        const days = own.filter((day) => byDay.has(day) || daysOff.has(day) || day === today);
        return (
          <section key={week[0]} className={styles.week}>
            <h3 className={styles.weekTitle}>
              {calendar.week(short(week[0] ?? ''), short(week.at(-1) ?? ''))}
            </h3>
            {days.length === 0 && <p className={styles.quiet}>{calendar.quietWeek}</p>}
            {days.map((day) => {
              const tasks = byDay.get(day) ?? [];
              const dayOff = daysOff.get(day);
              return (
                <div
                  key={day}
                  className={classNames(styles.agendaDay, dayOff !== undefined && styles.dayOff)}
                >
                  <h4 className={styles.agendaTitle}>
                    {calendar.day(calendar.weekdays[placeInWeek(day)] ?? '', short(day))}
                    {day === today && <span className={styles.todayWord}>{calendar.today}</span>}
                    {dayOff && <span className={styles.dayOffName}>{dayOff}</span>}
                  </h4>
                  {tasks.length === 0 && <p className={styles.quiet}>{calendar.quietWeek}</p>}
                  <ul>
                    {tasks.map((task) => (
                      <li key={task.id}>
                        <Link to={paths.task} params={{ taskId: task.id }} className={styles.agendaTask}>
                          <span className={styles.agendaState}>
                            <TimeLeft task={task} />
                            {task.status !== 'done' && <TaskState task={task} />}
                          </span>
                          {task.text}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}
