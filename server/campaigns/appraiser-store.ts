import { v7 as uuidv7 } from 'uuid';
import type { Campaign } from '#core/assessments/campaign.ts';
import type { Appraiser, AssignmentInput, ConflictInput } from '#core/assessments/campaign-inputs.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;
type OfUser<Value> = Value & { userId: string };

/** What every appraiser of a campaign was given. */
export function listAssignments(
  tx: Tx,
  { id, hostId }: OfCampaign,
): Promise<OfUser<Appraiser['assignments'][number]>[]> {
  return tx
    .selectFrom('appraiser_assignment as a')
    .leftJoin('unit as u', 'u.id', 'a.assessed_id')
    .where('a.unit_id', '=', hostId)
    .where('a.campaign_id', '=', id)
    .select(['a.id', 'a.user_id as userId', 'a.code', 'a.assessed_id as assessedId', 'u.name as unitName'])
    .orderBy('a.id')
    .execute();
}

/** Who leaves which unit to others, as it was declared. */
export function listConflicts(
  tx: Tx,
  { id, hostId }: OfCampaign,
): Promise<OfUser<Appraiser['conflicts'][number]>[]> {
  return tx
    .selectFrom('appraiser_conflict as c')
    .innerJoin('unit as u', 'u.id', 'c.assessed_id')
    .where('c.unit_id', '=', hostId)
    .where('c.campaign_id', '=', id)
    .select(['c.user_id as userId', 'c.assessed_id as assessedId', 'u.name as unitName', 'c.reason'])
    .orderBy('u.name')
    .execute();
}

export async function addAssignment(
  tx: Tx,
  { id, hostId }: OfCampaign,
  actor: EventActor,
  { userId, code, assessedId }: AssignmentInput,
): Promise<void> {
  await tx
    .insertInto('appraiser_assignment')
    .values({
      unit_id: hostId,
      id: uuidv7(),
      campaign_id: id,
      user_id: userId,
      code,
      assessed_id: assessedId,
      assigned_by: actor.userId,
    })
    .execute();
}

/** Takes an assignment back. False when there is none. */
export async function removeAssignment(
  tx: Tx,
  { id, hostId }: OfCampaign,
  assignmentId: string,
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('appraiser_assignment')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('id', '=', assignmentId)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

/** Keeps that a person leaves a unit to others. False when that is known. */
export async function addConflict(
  tx: Tx,
  { id, hostId }: OfCampaign,
  actor: EventActor,
  { userId, assessedId, reason }: ConflictInput,
): Promise<boolean> {
  const added = await tx
    .insertInto('appraiser_conflict')
    .values({
      unit_id: hostId,
      campaign_id: id,
      user_id: userId,
      assessed_id: assessedId,
      reason,
      declared_by: actor.userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
