import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { classNames } from '#web/ui/class-names.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './calendar.module.css';
import { lastDayOf, type Month, monthAfter, monthOf, placeInWeek, printMonth } from './day-steps.ts';
import { dayAfterKey, weeksOf } from './month-grid.ts';
import { TaskChip } from './task-chip.tsx';

const CHIPS_A_DAY = 2;

export type CalendarParts = {
  month: Month;
  today: Day;
  byDay: ReadonlyMap<Day, readonly Task[]>;
  /** Days off that have a name. */
  daysOff: ReadonlyMap<Day, string>;
  /** Whether the unit does not work that day, named or not. */
  isOff: (day: Day) => boolean;
  /** The day Tab reaches. */
  stop: Day;
  onMove: (day: Day) => void;
  onOpen: (day: Day) => void;
};

/** The same day a month on, or its last when it is shorter. */
function sameDayIn(month: Month, day: Day): Day {
  const same = `${month}${day.slice(7)}`;
  const last = lastDayOf(month);
  return same < last ? same : last;
}

/** A month as a table of weeks, Monday first. One day takes the focus; arrows move it, also out of the month. */
export function CalendarMonth({ month, today, byDay, daysOff, isOff, stop, onMove, onOpen }: CalendarParts) {
  const { calendar } = useWords().taskViews;
  const hintId = useId();
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus();
  }, [stop]);
  const steer = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    const day = target instanceof HTMLElement ? target.dataset.day : undefined;
    if (day === undefined) return;
    const step = { PageUp: -1, PageDown: 1 }[event.key];
    const to =
      step === undefined ? dayAfterKey(event.key, day) : sameDayIn(monthAfter(monthOf(day), step), day);
    if (to !== undefined) {
      wantsFocus.current = true;
      onMove(to);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(day);
    else return;
    event.preventDefault();
  };
  const grid = {
    role: 'grid',
    'aria-label': calendar.month(printMonth(month)),
    'aria-describedby': hintId,
  };
  return (
    <>
      <VisuallyHidden id={hintId}>{calendar.hint}</VisuallyHidden>
      <table ref={table} {...grid} className={styles.grid} onKeyDown={steer}>
        <thead>
          <tr>
            {calendar.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const tasks = byDay.get(day) ?? [];
                const dayOff = daysOff.get(day);
                const rest = tasks.length - CHIPS_A_DAY;
                const shown = rest > 0 ? tasks.slice(0, CHIPS_A_DAY - 1) : tasks;
                const weekday = calendar.weekdays[placeInWeek(day)] ?? '';
                return (
                  <td
                    key={day}
                    data-day={day}
                    tabIndex={day === stop ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={[
                      calendar.day(weekday, printDay(day)),
                      day === today && calendar.isToday,
                      dayOff,
                      calendar.tasks(tasks.length),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                    className={classNames(
                      styles.day,
                      monthOf(day) !== month && styles.outside,
                      isOff(day) && styles.weekend,
                      dayOff !== undefined && styles.dayOff,
                    )}
                  >
                    <div className={styles.dayHead}>
                      <span className={classNames(styles.number, day === today && styles.today)}>
                        {Number(day.slice(8))}
                      </span>
                      {dayOff && <span className={styles.dayOffName}>{dayOff}</span>}
                    </div>
                    <ul className={styles.chips}>
                      {shown.map((task) => (
                        <li key={task.id}>
                          <TaskChip task={task} />
                        </li>
                      ))}
                    </ul>
                    {rest > 0 && (
                      <button
                        type="button"
                        tabIndex={-1}
                        className={styles.more}
                        aria-label={calendar.moreOf(tasks.length, printDay(day))}
                        onClick={() => onOpen(day)}
                      >
                        {calendar.more(tasks.length - shown.length)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
