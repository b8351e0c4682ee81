import { useMe } from '#web/people/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import { AssignButton } from './assign-button.tsx';
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
