import { useSuspenseQuery } from '@tanstack/react-query';
import { AssignButton } from '#web/plans/assign-button.tsx';
import { fallsDue } from '#web/plans/task-list.ts';
import { departmentsQuery } from '#web/queries.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import type { TaskViewProps } from './view-props.ts';
import { heaviestLoad, loadOfDepartments } from './workload.ts';

/** Which department carries most of what is not done. */
export function WorkloadTitle({ tasks }: TaskViewProps) {
  const { plans, taskViews } = useWords();
  const { finding, none } = taskViews.workload;
  const departments = useSuspenseQuery(departmentsQuery).data;
  const most = heaviestLoad(loadOfDepartments(tasks, departments, [], new Map()));
  const open = tasks.filter((task) => fallsDue(task, 'open')).length;
  return (
    <PageHeader
      title={most ? finding(most.department.name, most.open, open, most.overdue) : none}
      tabTitle={plans.tasks.tab}
      actions={<AssignButton />}
    />
  );
}
