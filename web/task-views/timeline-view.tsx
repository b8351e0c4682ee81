import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMe } from '#web/people/session.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Select } from '#web/ui/select.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import { type Month, monthAfter, monthOf, quarterOf } from './day-steps.ts';
import styles from './timeline.module.css';
import { drawingOf, groupTasks, spanOf } from './timeline-bars.ts';
import { TimelineChart, UndatedTasks } from './timeline-chart.tsx';
import { TimelineTable } from './timeline-table.tsx';
import type { TaskViewProps } from './view-props.ts';

/** The tasks as bars over the year, on a phone over a quarter; what has no day stands below. */
export function TimelineView({ tasks, search, onSearch }: TaskViewProps) {
  const { today, planYear } = useMe();
  const { timeline, calendar } = useWords().taskViews;
  const isNarrow = useIsNarrow();
  const year = String(planYear ?? today.slice(0, 4)).padStart(4, '0');
  const present = monthOf(today).startsWith(year) ? monthOf(today) : `${year}-01`;
  const asked: Month = search.month ?? present;
  const first = isNarrow ? quarterOf(asked) : `${asked.slice(0, 4)}-01`;
  const step = isNarrow ? 3 : 12;
  const span = spanOf(first, step);
  const show = (month: Month) => onSearch({ month: month === present ? undefined : month });
  const drawn = tasks.filter((task) => drawingOf(task) !== 'none');
  const undated = tasks.filter((task) => drawingOf(task) === 'none');
  const groups = groupTasks(drawn, search.group ?? 'section', timeline.nobody);
  const [shownYear, shownMonth] = [first.slice(0, 4), Number(first.slice(5, 7))];
  return (
    <>
      <div className={styles.bar}>
        <IconButton
          kind="plain"
          label={timeline.before}
          icon={<ChevronLeft />}
          onClick={() => show(monthAfter(first, -step))}
        />
        <Button onClick={() => onSearch({ month: undefined })}>{calendar.today}</Button>
        <IconButton
          kind="plain"
          label={timeline.next}
          icon={<ChevronRight />}
          onClick={() => show(monthAfter(first, step))}
        />
        <h2 className={styles.period} aria-live="polite">
          {isNarrow ? timeline.quarter((shownMonth + 2) / 3, shownYear) : timeline.year(shownYear)}
        </h2>
        <Select
          label={timeline.group}
          className={styles.group}
          value={search.group ?? 'section'}
          onChange={(group) => onSearch({ group: group === 'department' ? group : undefined })}
          options={[
            { value: 'section', label: timeline.bySection },
            { value: 'department', label: timeline.byDepartment },
          ]}
        />
      </div>
      <TimelineChart groups={groups} span={span} today={today} />
      {undated.length > 0 && <UndatedTasks tasks={undated} />}
      <TimelineTable tasks={tasks} />
    </>
  );
}
