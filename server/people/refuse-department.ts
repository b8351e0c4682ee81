import { needsDepartment, type Role } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Refused, refuse } from '#server/http/route.ts';
import { isDepartmentOf } from './member-store.ts';
import type { PeopleRefusal } from './problems.ts';

/** Refuses a department that is not the unit's, and an officer or contributor without one: they could never update anything. */
export async function refuseDepartment(
  tx: Tx,
  unitId: string,
  { role, departmentId }: { role: Role; departmentId: string | null },
): Promise<Refused<PeopleRefusal> | undefined> {
  if (departmentId === null) {
    return needsDepartment(role) ? refuse({ kind: 'department_needed', field: 'departmentId' }) : undefined;
  }
  const isKnown = await isDepartmentOf(tx, unitId, departmentId);
  return isKnown ? undefined : refuse({ kind: 'unknown_department', field: 'departmentId' });
}
