import type { ProgressInput, Task } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { tapToProgress } from '#web/plans/my-work.ts';
import { byUrgency } from '#web/plans/task-list.ts';

/** The columns of the board, from left to right. */
export const BOARD_COLUMNS = [
  'not_started',
  'in_progress',
  'stuck',
  'done',
] as const satisfies readonly TaskStatus[];

/** How many cards a column shows before it is asked for more. */
export const CARDS_AT_ONCE = 50;

/** Tasks by the column they stand in, the most pressing on top unless the reader chose an order. */
export function columnsOf(
  tasks: readonly Task[],
  isSorted: boolean,
): { status: TaskStatus; tasks: Task[] }[] {
  const ordered = isSorted ? tasks : [...tasks].sort(byUrgency);
  return BOARD_COLUMNS.map((status) => ({
    status,
    tasks: ordered.filter((task) => task.status === status),
  }));
}

/**
 * What moving a card to a column says to the server. A finished task taken back to work stands at 90 %,
 * as when it is reopened from its own page.
 */
export function moveToProgress(task: Task, to: TaskStatus): ProgressInput {
  if (to === 'done') return tapToProgress(task, { kind: 'done' });
  const percent = to === 'not_started' ? 0 : task.status === 'done' ? 90 : task.percent;
  return { ...tapToProgress(task, { kind: 'in_progress', percent }), status: to };
}
