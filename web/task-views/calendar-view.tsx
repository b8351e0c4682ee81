import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '#core/deadlines/deadline.ts';
import { daysOffAround } from '#web/deadlines/named-days.ts';
import { workCalendarQuery } from '#web/deadlines/work-calendar-api.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import styles from './calendar.module.css';
import { CalendarAgenda } from './calendar-agenda.tsx';
import { CalendarDayDialog } from './calendar-day-dialog.tsx';
import { CalendarMonth } from './calendar-month.tsx';
import { firstDayOf, type Month, monthAfter, monthOf, printMonth } from './day-steps.ts';
import { tasksByDay } from './month-grid.ts';
import type { TaskViewProps } from './view-props.ts';

/** The tasks on the days they are due: a month as a grid, on a phone as an agenda by week. */
export function CalendarView({ tasks, search, onSearch }: TaskViewProps) {
  const { today } = useMe();
  const { calendar } = useWords().taskViews;
  const isNarrow = useIsNarrow();
  const month = search.month ?? monthOf(today);
  const { data: settings } = useQuery(workCalendarQuery);
  const { daysOff, isOff } = daysOffAround(month, settings);
  const [stop, setStop] = useState<Day | undefined>(undefined);
  const [opened, setOpened] = useState<Day | undefined>(undefined);
  const byDay = tasksByDay(tasks);
  const show = (next: Month) => onSearch({ month: next === monthOf(today) ? undefined : next });
  const undated = tasks.filter((task) => task.dueTo === null).length;
  // The day Tab reaches: where the keyboard was, else today, else the first.
  const start = monthOf(today) === month ? today : firstDayOf(month);
  const parts = {
    month,
    today,
    byDay,
    daysOff,
    isOff,
    onOpen: setOpened,
    stop: stop !== undefined && monthOf(stop) === month ? stop : start,
    onMove: (day: Day) => {
      setStop(day);
      if (monthOf(day) !== month) show(monthOf(day));
    },
  };
  return (
    <>
      <div className={styles.bar}>
        <IconButton
          kind="plain"
          label={calendar.before}
          icon={<ChevronLeft />}
          onClick={() => show(monthAfter(month, -1))}
        />
        <Button onClick={() => show(monthOf(today))}>{calendar.today}</Button>
        <IconButton
          kind="plain"
          label={calendar.next}
          icon={<ChevronRight />}
          onClick={() => show(monthAfter(month, 1))}
        />
        <h2 className={styles.month} aria-live="polite">
          {calendar.month(printMonth(month))}
        </h2>
      </div>
      {isNarrow ? <CalendarAgenda {...parts} /> : <CalendarMonth {...parts} />}
      {undated > 0 && (
        <p className={styles.undated}>
          {calendar.undated(undated)}{' '}
          <Link to={paths.tasks} search={{ ...search, view: undefined, month: undefined, sort: 'deadline' }}>
            {calendar.showUndated}
          </Link>
        </p>
      )}
      {opened !== undefined && (
        <CalendarDayDialog
          day={opened}
          dayOff={daysOff.get(opened)}
          tasks={byDay.get(opened) ?? []}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
