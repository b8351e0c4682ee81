import type { Role } from '#core/people/roles.ts';
import type { HeldUpBy, ObstacleStatus } from '#core/plans/obstacle-words.ts';

type Person = { role: Role; departmentId: string | null };
type Lying = { status: ObstacleStatus; holder: HeldUpBy; departmentId: string | null };

/** Whether the role has work of the plan to be reminded of: a viewer, an appraiser and the council have none. */
export function isTold(role: Role): boolean {
  return role !== 'viewer' && role !== 'appraiser' && role !== 'council';
}

/**
 * Whether it is this person's turn with an obstacle: of whoever it lies with, and once it is answered of
 * the department in charge. What lies with the upper level, or with nobody named, is followed by the
 * focal officer; what waits for an approval, by the leaders. `isOwn` says whether the person's department
 * is in charge of the task.
 */
export function mustActOn(person: Person, isOwn: boolean, obstacle: Lying): boolean {
  if (!isTold(person.role)) return false;
  if (obstacle.status === 'answered') return isOwn;
  if (obstacle.departmentId !== null) return obstacle.departmentId === person.departmentId;
  return person.role === (obstacle.holder === 'approver' ? 'leader' : 'focal');
}
