import type { Tx } from '#server/db/in-unit.ts';
import { type Refused, refuse } from '#server/http/route.ts';
import { isDepartmentOf } from './member-store.ts';
import type { PeopleRefusal } from './problems.ts';

/** Refuses a department that is not the unit's, and an officer without one: they could never update anything. */
export async function refuseDepartment(
  tx: Tx,
  unitId: string,
  { role, departmentId }: { role: string; departmentId: string | null },
): Promise<Refused<PeopleRefusal> | undefined> {
  if (departmentId === null) {
    return role === 'officer' ? refuse({ kind: 'department_needed', field: 'departmentId' }) : undefined;
  }
  const isKnown = await isDepartmentOf(tx, unitId, departmentId);
  return isKnown ? undefined : refuse({ kind: 'unknown_department', field: 'departmentId' });
}
