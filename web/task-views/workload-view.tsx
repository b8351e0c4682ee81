import { useSuspenseQueries } from '@tanstack/react-query';
import { lostByCode } from '#core/plans/points-at-stake.ts';
import { useMe } from '#web/people/session.ts';
import { fallsDue } from '#web/plans/task-list.ts';
import { criteriaQuery, departmentsQuery } from '#web/queries.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import { monthsFrom } from './day-steps.ts';
import type { TaskViewProps } from './view-props.ts';
import styles from './workload.module.css';
import { loadOfDepartments } from './workload.ts';
import { WorkloadCards } from './workload-cards.tsx';
import { WorkloadTable } from './workload-table.tsx';

/** What each department carries and when it falls due; every number leads to its tasks. */
export function WorkloadView({ tasks, search }: TaskViewProps) {
  const { today, planYear } = useMe();
  const { plans, taskViews } = useWords();
  const { workload } = taskViews;
  const isNarrow = useIsNarrow();
  const [departments, rows] = useSuspenseQueries({ queries: [departmentsQuery, criteriaQuery] });
  const year = String(planYear ?? today.slice(0, 4)).padStart(4, '0');
  const months = monthsFrom(`${year}-01`, 12);
  const loads = loadOfDepartments(tasks, departments.data, months, lostByCode(rows.data));
  const open = tasks.filter((task) => fallsDue(task, 'open'));
  const unassigned = open.filter((task) => task.owners.length === 0).length;
  const parts = { loads, months, year, search, unassigned };
  return (
    <>
      {loads.length === 0 && unassigned === 0 ? (
        <EmptyState title={plans.tasks.none} />
      ) : isNarrow ? (
        <WorkloadCards {...parts} />
      ) : (
        <WorkloadTable {...parts} />
      )}
      <p className={styles.lead}>{workload.lead}</p>
    </>
  );
}
