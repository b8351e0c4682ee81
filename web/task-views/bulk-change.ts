import type { BulkChange } from '#core/plans/bulk-edit.ts';
import type { Task, TaskInput } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';

/** One bulk edit: what one request sets, and a status, which is an answer of its own to each task. */
export type BulkEdit = { change: BulkChange; status?: TaskStatus | undefined };

/** "Stuck" is not among them: what stands in the way, and who must act, is said of each task. */
export const BULK_STATUSES = ['not_started', 'in_progress', 'done'] as const satisfies readonly TaskStatus[];

export function isEmptyChange(change: BulkChange): boolean {
  return Object.values(change).every((value) => value === undefined);
}

/** The edit that takes a task back to what it was, on top of the version it has now. */
export function formerInput(before: Task, now: Pick<Task, 'version'>): TaskInput {
  return {
    text: before.text,
    deadline: before.deadline,
    ownerIds: before.owners.map((owner) => owner.departmentId),
    criterionIds: before.criteria.map((criterion) => criterion.id),
    version: now.version,
  };
}

/** The tasks with those changed put in their places; one that is no longer listed is left out. */
export function withChanged(tasks: readonly Task[], changed: readonly Task[]): Task[] {
  const changedById = new Map(changed.map((task) => [task.id, task]));
  return tasks.map((task) => changedById.get(task.id) ?? task);
}
