import type { Role } from '#core/people/roles.ts';
import type { Tx } from './in-unit.ts';

/** A person of the unit now. */
export type PersonOfUnit = { userId: string; personName: string; role: Role };

/** The present people of a unit in these roles, by name. */
export function listPeopleIn(tx: Tx, unitId: string, roles: readonly Role[]): Promise<PersonOfUnit[]> {
  return tx
    .selectFrom('membership')
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .where('role', 'in', [...roles])
    .select(['user_id as userId', 'person_name as personName', 'role'])
    .orderBy('person_name')
    .execute();
}

/**
 * Every unit a person belongs to. Only that person's own session sees them all: of others the policies show no
 * more than the unit of the transaction, so this is asked when somebody rules or votes.
 */
export async function listOwnUnits(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .select('unit_id')
    .execute();
  return rows.map(({ unit_id }) => unit_id);
}
