import type { Task } from '#core/plans/task.ts';
import { printDates, TaskState } from '#web/plans/task-words.tsx';
import { ChartTable } from '#web/ui/chart-table.tsx';
import { useWords } from '#web/words/language.ts';

/** The timeline as a table. */
export function TimelineTable({ tasks }: { tasks: readonly Task[] }) {
  const { plans, taskViews } = useWords();
  const { columns, table } = taskViews.timeline;
  return (
    <ChartTable caption={table}>
      <thead>
        <tr>
          <th scope="col">{columns.task}</th>
          <th scope="col">{columns.dates}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">{task.text}</th>
            <td>{printDates(task, plans)}</td>
            <td>
              <TaskState task={task} />
            </td>
          </tr>
        ))}
      </tbody>
    </ChartTable>
  );
}
