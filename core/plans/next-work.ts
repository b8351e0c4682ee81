import type { DepartmentInput } from '#core/people/department.ts';
import type { Task } from './task.ts';
import { answeringDepartments } from './task-rules.ts';

type Pressing = Pick<Task, 'timeliness' | 'daysLeft' | 'holder' | 'owners'>;

/**
 * What somebody should answer next: work of the own department that is late or nearly due and was not
 * answered today, the most pressing first. Whoever has no department answers for all of the unit's.
 */
export function nextWork<T extends Pressing>(
  tasks: readonly T[],
  {
    departmentId,
    kindByDepartment,
    isAnswered,
  }: {
    departmentId: string | null;
    kindByDepartment: ReadonlyMap<string, DepartmentInput['kind']>;
    isAnswered: (task: T) => boolean;
  },
): T[] {
  const isMine = (task: T) =>
    departmentId === null ||
    task.holder.departmentId === departmentId ||
    answeringDepartments(task, kindByDepartment, departmentId).includes(departmentId);
  return tasks
    .filter(({ timeliness }) => timeliness === 'overdue' || timeliness === 'due_soon')
    .filter((task) => isMine(task) && !isAnswered(task))
    .toSorted((one, other) => (one.daysLeft ?? 0) - (other.daysLeft ?? 0));
}
