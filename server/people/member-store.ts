import type { Member, MemberInput } from '#core/people/member.ts';
import type { Tx } from '#server/db/in-unit.ts';

function selectMembers(tx: Tx, unitId: string) {
  return tx
    .selectFrom('membership')
    .innerJoin('account_user', 'account_user.id', 'membership.user_id')
    .select([
      'membership.user_id as userId',
      'account_user.username',
      'membership.person_name as personName',
      'membership.position_title as positionTitle',
      'membership.role',
      'membership.department_id as departmentId',
      'membership.version',
      'membership.ended_at as endedAt',
    ])
    .where('membership.unit_id', '=', unitId);
}

/** Everyone who is or was a member of the unit, present ones first. */
export function listMembers(tx: Tx, unitId: string): Promise<Member[]> {
  return selectMembers(tx, unitId)
    .orderBy('membership.ended_at', (order) => order.asc().nullsFirst())
    .orderBy('membership.created_at')
    .execute();
}

export function findMember(tx: Tx, unitId: string, userId: string): Promise<Member | undefined> {
  return selectMembers(tx, unitId).where('membership.user_id', '=', userId).executeTakeFirst();
}

/** The present administrators, locked until the transaction ends so that two cannot leave at once. */
export async function lockAdministrators(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('user_id')
    .where('unit_id', '=', unitId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

/** Changes a member who is still at the version the input was made from. Returns whether they were. */
export async function saveMember(
  tx: Tx,
  unitId: string,
  userId: string,
  input: MemberInput,
  endedAt: string | null,
): Promise<boolean> {
  const saved = await tx
    .updateTable('membership')
    .set({
      role: input.role,
      department_id: input.departmentId,
      position_title: input.positionTitle,
      ended_at: endedAt,
      version: input.version + 1,
    })
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('version', '=', input.version)
    .returning('user_id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Whether the department is one of the unit's present ones. */
export async function isDepartmentOf(tx: Tx, unitId: string, departmentId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('department')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('id', '=', departmentId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
