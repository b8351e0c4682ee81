import type { Role } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type FoundMembership = { unitId: string; role: Role; departmentId: string | null; personName: string };

/** The unit a person belongs to and what they are there; the earliest when there are several. */
export async function findMembershipOf(tx: Tx, userId: string): Promise<FoundMembership | undefined> {
  return tx
    .selectFrom('membership')
    .select(['unit_id as unitId', 'role', 'department_id as departmentId', 'person_name as personName'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst();
}
