import type { Task } from '#core/plans/task.ts';
import { AssignButton } from '#web/plans/assign-button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';

/** What is late and what is near among all tasks of the plan: the finding of the views without one of their own. */
export function TasksHeader({ tasks }: { tasks: readonly Task[] }) {
  const { plans } = useWords();
  const count = (timeliness: Task['timeliness']) =>
    tasks.filter((task) => task.timeliness === timeliness).length;
  return (
    <PageHeader
      title={plans.tasks.finding(count('overdue'), count('due_soon'), tasks.length - count('done'))}
      tabTitle={plans.tasks.tab}
      actions={<AssignButton />}
    />
  );
}
