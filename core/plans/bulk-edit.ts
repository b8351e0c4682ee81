import { z } from 'zod';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import { deadlineSchema, type Task, type TaskInput } from './task.ts';
import { MOST_TASKS_AT_ONCE } from './task-rules.ts';

export const bulkChangeSchema = z
  .object({
    leadId: z.uuid().describe('the department put in charge instead of those that were'),
    coordinatorId: z.uuid().describe('a department that coordinates from now on, too'),
    criterionId: z.uuid().describe('a criterion the tasks serve from now on, too'),
    deadline: deadlineSchema,
  })
  .partial();
/** What a bulk edit sets in every chosen task; what is absent stays as it is in each. */
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const bulkInputSchema = z.object({
  tasks: z
    .array(z.object({ id: z.uuid(), version: z.int() }))
    .min(1)
    .max(MOST_TASKS_AT_ONCE),
  change: bulkChangeSchema,
});
export type BulkInput = z.infer<typeof bulkInputSchema>;

export type Ownership = Pick<OwnerOf, 'departmentId' | 'role'>;

/**
 * Who answers for a task after a bulk edit: a new lead takes the place of all former leads, a coordinating
 * department joins unless it leads. Departments that stay keep their place and their role.
 */
export function changedOwners(
  owners: readonly Ownership[],
  { leadId, coordinatorId }: Pick<BulkChange, 'leadId' | 'coordinatorId'>,
): Ownership[] {
  const rest = owners
    .filter(({ departmentId, role }) => departmentId !== leadId && (leadId === undefined || role !== 'lead'))
    .map(({ departmentId, role }) => ({ departmentId, role }));
  const led = leadId === undefined ? rest : [{ departmentId: leadId, role: 'lead' as const }, ...rest];
  const isNamed = led.some(({ departmentId }) => departmentId === coordinatorId);
  return coordinatorId === undefined || isNamed
    ? led
    : [...led, { departmentId: coordinatorId, role: 'coordinate' }];
}

/** A task as a bulk edit rewrites it, with the roles of those who then answer for it. */
export function applyBulkChange(
  task: Pick<Task, 'text' | 'deadline' | 'owners' | 'criteria'>,
  version: number,
  change: BulkChange,
): { input: TaskInput; owners: Ownership[] } {
  const owners = changedOwners(task.owners, change);
  const criterionIds = task.criteria.map(({ id }) => id);
  const { criterionId } = change;
  return {
    owners,
    input: {
      text: task.text,
      deadline: change.deadline ?? task.deadline,
      ownerIds: owners.map(({ departmentId }) => departmentId),
      criterionIds:
        criterionId === undefined || criterionIds.includes(criterionId)
          ? criterionIds
          : [...criterionIds, criterionId],
      version,
    },
  };
}
