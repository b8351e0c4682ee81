import { type Role, roleAfterEnd } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type FoundMembership = {
  unitId: string;
  role: Role;
  departmentId: string | null;
  personName: string;
  /** The day the unit ended, once it has come. */
  unitEndedOn: string | null;
};

/**
 * The unit a session works in and what the person is there: the one they chose while they still belong to
 * it, else the earliest of the living units, else the earliest. In an ended unit who saw all of it reads.
 */
export async function findMembershipOf(
  tx: Tx,
  { userId, sessionId, today }: { userId: string; sessionId: string; today: string },
): Promise<FoundMembership | undefined> {
  const found = await tx
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .leftJoin('session_unit', (join) =>
      join
        .onRef('session_unit.chosen_unit_id', '=', 'membership.unit_id')
        .on('session_unit.session_id', '=', sessionId),
    )
    .select([
      'membership.unit_id as unitId',
      'membership.role',
      'membership.department_id as departmentId',
      'membership.person_name as personName',
      'unit.ended_on as unitEndedOn',
    ])
    .where('membership.user_id', '=', userId)
    .where('membership.ended_at', 'is', null)
    .orderBy('session_unit.session_id', (order) => order.asc().nullsLast())
    .orderBy('unit.ended_on', (order) => order.desc().nullsFirst())
    .orderBy('membership.created_at')
    .executeTakeFirst();
  if (!found) return undefined;
  const unitEndedOn = found.unitEndedOn !== null && found.unitEndedOn <= today ? found.unitEndedOn : null;
  return { ...found, unitEndedOn, role: unitEndedOn === null ? found.role : roleAfterEnd(found.role) };
}

/** Whether the person belongs to the unit at present. */
export async function isMemberOf(tx: Tx, unitId: string, userId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('membership')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Keeps which unit a session works in from now on. */
export async function chooseUnit(
  tx: Tx,
  session: { sessionId: string; userId: string; unitId: string },
): Promise<void> {
  const chosen = { chosen_unit_id: session.unitId };
  await tx
    .insertInto('session_unit')
    .values({ session_id: session.sessionId, user_id: session.userId, ...chosen })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(chosen))
    .execute();
}

/**
 * Makes the person a member of the unit of the transaction, again when they once were. Returns false when
 * they are one at present.
 */
export async function addMembership(
  tx: Tx,
  unitId: string,
  userId: string,
  member: { role: Role; departmentId: string | null; personName: string },
): Promise<boolean> {
  const columns = {
    role: member.role,
    department_id: member.departmentId,
    person_name: member.personName,
  };
  const added = await tx
    .insertInto('membership')
    .values({ unit_id: unitId, user_id: userId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'user_id'])
        .doUpdateSet((eb) => ({ ...columns, ended_at: null, version: eb('membership.version', '+', 1) }))
        .where('membership.ended_at', 'is not', null),
    )
    .returning('user_id')
    .executeTakeFirst();
  return added !== undefined;
}
