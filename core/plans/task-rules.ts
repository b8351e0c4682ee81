import type { OwnerOf } from '#core/criteria/annex-row.ts';
import type { DeadlineRefusal } from '#core/deadlines/refuse-deadline.ts';
import type { DepartmentInput } from '#core/people/department.ts';
import type { ProgressInput } from './task.ts';
import type { TaskStatus } from './task-status.ts';

/** The most tasks one bulk edit takes. Not beside its schema, so that a page reads it without zod. */
export const MOST_TASKS_AT_ONCE = 500;

export type TaskRefusal =
  | DeadlineRefusal
  | { kind: 'department_unknown'; field: 'ownerIds' }
  | { kind: 'criterion_unknown'; field: 'criterionIds' };

/**
 * How far a task is after an owner's answer: "nothing new" leaves it as it stands, a finished task is
 * at 100 %, one not begun at 0 %.
 */
export function settleProgress(
  task: { status: TaskStatus; percent: number },
  input: Pick<ProgressInput, 'status' | 'percent' | 'isNothingNew'>,
): { status: TaskStatus; percent: number } {
  if (input.isNothingNew) return { status: task.status, percent: task.percent };
  if (input.status === 'done') return { status: 'done', percent: 100 };
  if (input.status === 'not_started') return { status: 'not_started', percent: 0 };
  return { status: input.status, percent: input.percent };
}

/**
 * The departments whose people may update a task: its owners, and where a group such as "Các phòng,
 * ban, đơn vị" answers for it, everyone's own.
 */
export function answeringDepartments(
  task: { owners: readonly Pick<OwnerOf, 'departmentId'>[] },
  kindByDepartment: ReadonlyMap<string, DepartmentInput['kind']>,
  ownDepartmentId: string | null,
): string[] {
  const ids = task.owners.map(({ departmentId }) => departmentId);
  const isEveryones = ids.some((id) => kindByDepartment.get(id) === 'group');
  return isEveryones && ownDepartmentId !== null ? [...ids, ownDepartmentId] : ids;
}

/** The departments in charge: those that lead, or all that are named where none leads. */
export function inChargeOf<Owner extends Pick<OwnerOf, 'role'>>(owners: readonly Owner[]): readonly Owner[] {
  const leads = owners.filter(({ role }) => role === 'lead');
  return leads.length > 0 ? leads : owners;
}

/** The key of a task added by hand: the next number of its section, so that no key is ever used twice. */
export function nextTaskKey(section: string, keys: readonly string[]): string {
  const numbers = keys
    .filter((key) => key.startsWith(`${section}/`))
    .map((key) => Number(key.slice(section.length + 1)))
    .filter(Number.isInteger);
  return `${section}/${Math.max(0, ...numbers) + 1}`;
}
