import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '#web/paths.ts';
import type { TaskSearch } from '#web/plans/task-list.ts';
import { classNames } from '#web/ui/class-names.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import type { Month } from './day-steps.ts';
import styles from './workload.module.css';
import { heatOf, type Load } from './workload.ts';

export type WorkloadParts = {
  loads: readonly Load[];
  months: readonly Month[];
  year: string;
  search: TaskSearch;
  /** Open tasks nobody answers for. */
  unassigned: number;
};

/** The most any department has in one month: what the darkest cell stands for. */
export function mostInMonth(loads: readonly Load[]): number {
  return Math.max(0, ...loads.flatMap((load) => load.dueByMonth));
}

/** The list of what a number counts. */
export function listOf(search: TaskSearch, department: string, narrowed: Partial<TaskSearch>): TaskSearch {
  return { ...search, view: undefined, month: undefined, group: undefined, department, ...narrowed };
}

/** A number that leads to the tasks it counts; nothing to see is a plain 0. */
export function CountLink({
  tasks,
  what,
  load,
  search,
  className,
  children,
}: {
  tasks: number;
  what: string;
  load: Load;
  search: TaskSearch;
  className?: string | undefined;
  children?: ReactNode;
}) {
  const { workload } = useWords().taskViews;
  if (tasks === 0) return <span className={styles.zero}>0</span>;
  return (
    <Link
      to={paths.tasks}
      search={search}
      className={classNames(styles.count, className)}
      aria-label={workload.linkOf(tasks, what, load.department.name)}
    >
      {children ?? tasks}
    </Link>
  );
}

/** One month of a department: darker for more, and the number in it. */
export function HeatCell({
  load,
  month,
  index,
  most,
  search,
}: {
  load: Load;
  month: Month;
  index: number;
  most: number;
  search: TaskSearch;
}) {
  const { workload } = useWords().taskViews;
  const tasks = load.dueByMonth[index] ?? 0;
  const heat = heatOf(tasks, most);
  if (tasks === 0)
    return (
      <span className={styles.heat}>
        <span aria-hidden>·</span>
        <VisuallyHidden>0</VisuallyHidden>
      </span>
    );
  return (
    <CountLink
      tasks={tasks}
      what={workload.month(Number(month.slice(5, 7)))}
      load={load}
      search={listOf(search, load.department.id, { due: month })}
      className={classNames(styles.heat, styles[`heat${heat}`])}
    />
  );
}
