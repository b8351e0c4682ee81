import { v7 as uuidv7 } from 'uuid';
import type { Invitation, InvitationInput } from '#core/people/member.ts';
import type { Tx } from '#server/db/in-unit.ts';

const COLUMNS = [
  'id',
  'person_name as personName',
  'role',
  'department_id as departmentId',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'accepted_at as acceptedAt',
  'revoked_at as revokedAt',
] as const;

/** The unit's invitations, latest first. */
export function listInvitations(tx: Tx, unitId: string): Promise<Invitation[]> {
  return tx
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('unit_id', '=', unitId)
    .orderBy('id', 'desc')
    .execute();
}

export function addInvitation(
  tx: Tx,
  invited: InvitationInput & {
    unitId: string;
    tokenHash: string;
    createdBy: string;
    expiresAt: string;
    /** The parent unit that invites the first administrator of a child. */
    invitedByUnit?: string;
  },
): Promise<Invitation> {
  return tx
    .insertInto('invitation')
    .values({
      unit_id: invited.unitId,
      id: uuidv7(),
      person_name: invited.personName,
      role: invited.role,
      department_id: invited.departmentId,
      token_hash: invited.tokenHash,
      created_by: invited.createdBy,
      expires_at: invited.expiresAt,
      invited_by_unit: invited.invitedByUnit ?? null,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** The invitation behind a link that may still be accepted at the moment. Works before any unit is chosen. */
export function findOpenInvitation(tx: Tx, tokenHash: string, now: Date) {
  return tx
    .selectFrom('invitation')
    .innerJoin('unit', 'unit.id', 'invitation.unit_id')
    .select([
      'invitation.unit_id as unitId',
      'invitation.id',
      'invitation.person_name as personName',
      'invitation.role',
      'invitation.department_id as departmentId',
      'unit.name as unitName',
    ])
    .where('invitation.token_hash', '=', tokenHash)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now.toISOString())
    .where(({ eb, or }) =>
      // Once a unit has joined, whoever is above it brings nobody in any more.
      or([eb('invitation.invited_by_unit', 'is', null), eb('unit.joined_on', 'is', null)]),
    )
    .executeTakeFirst();
}

/** Takes back every open invitation that a parent unit made for a child: only the latest link works. */
export async function revokeChildInvitations(
  tx: Tx,
  { unitId, invitedByUnit }: { unitId: string; invitedByUnit: string },
  revokedAt: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: revokedAt })
    .where('unit_id', '=', unitId)
    .where('invited_by_unit', '=', invitedByUnit)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Marks an open invitation as accepted or revoked. Undefined when it is no longer open. */
export async function closeInvitation(
  tx: Tx,
  unitId: string,
  id: string,
  closing: { accepted_at: string; accepted_by: string } | { revoked_at: string },
): Promise<Invitation | undefined> {
  return tx
    .updateTable('invitation')
    .set(closing)
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
}
