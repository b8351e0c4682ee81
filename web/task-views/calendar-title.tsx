import { useMe } from '#web/people/session.ts';
import { AssignButton } from '#web/plans/assign-button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { monthOf, printMonth } from './day-steps.ts';
import type { TaskViewProps } from './view-props.ts';

/** How much falls due in the month shown. */
export function CalendarTitle({ tasks, search }: TaskViewProps) {
  const { today } = useMe();
  const { plans, taskViews } = useWords();
  const month = search.month ?? monthOf(today);
  const inMonth = tasks.filter((task) => task.dueTo !== null && monthOf(task.dueTo) === month).length;
  return (
    <PageHeader
      title={taskViews.calendar.finding(inMonth, printMonth(month))}
      tabTitle={plans.tasks.tab}
      actions={<AssignButton />}
    />
  );
}
