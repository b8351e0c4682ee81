import { type Role, rolesIn } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Refused, refuse } from '#server/http/route.ts';
import type { PeopleRefusal } from './problems.ts';
import { findPlacedUnit } from './unit-store.ts';

/** Refuses a role the unit has no work for: those who judge belong to a unit that holds assessments. */
export async function refuseRole(
  tx: Tx,
  unitId: string,
  role: Role,
): Promise<Refused<PeopleRefusal> | undefined> {
  const unit = await findPlacedUnit(tx, unitId);
  return unit && rolesIn(unit.kind).includes(role)
    ? undefined
    : refuse({ kind: 'role_not_in_unit', field: 'role' });
}
