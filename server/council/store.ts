import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Campaign } from '#core/assessments/campaign.ts';
import type { MeetingKind, VoteChoice } from '#core/assessments/council.ts';
import type { CouncilMembersInput, MeetingChange, MeetingInput } from '#core/assessments/council-inputs.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/** Makes exactly these the members of the council; who left stays known. */
export async function saveMembers(
  tx: Tx,
  { id, hostId }: OfCampaign,
  members: CouncilMembersInput['members'],
  now: Date,
): Promise<void> {
  await sql`
    update council_member set ended_at = ${now.toISOString()}
    where unit_id = ${hostId} and campaign_id = ${id} and ended_at is null
      and not user_id = any(${members.map(({ userId }) => userId)}::text[])`.execute(tx);
  await sql`
    insert into council_member (unit_id, campaign_id, user_id, seat)
    select ${hostId}::uuid, ${id}::uuid, m."userId", m."seat"
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m ("userId" text, "seat" text)
    on conflict (unit_id, campaign_id, user_id) do update set seat = excluded.seat, ended_at = null`.execute(
    tx,
  );
}

/** Takes a version of a campaign, so that of two who change its council at once the second is told. */
export async function claimCampaign(tx: Tx, { id, hostId }: OfCampaign, version: number): Promise<boolean> {
  const claimed = await tx
    .updateTable('campaign')
    .set({ version: version + 1 })
    .where('unit_id', '=', hostId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

export type KeptMeeting = {
  id: string;
  kind: MeetingKind;
  heldOn: string;
  present: string[];
  /** Who sat in the council when it was closed; null while it is open. */
  members: string[] | null;
  minutes: string;
  closedAt: string | null;
  version: number;
};

/** The meetings of a campaign, the newest first. */
export function listMeetings(tx: Tx, { id, hostId }: OfCampaign): Promise<KeptMeeting[]> {
  return tx
    .selectFrom('council_meeting')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .select([
      'id',
      'kind',
      'held_on as heldOn',
      'present',
      'members',
      'minutes',
      'closed_at as closedAt',
      'version',
    ])
    .orderBy('id', 'desc')
    .execute();
}

export async function addMeeting(
  tx: Tx,
  { id, hostId }: OfCampaign,
  actor: EventActor,
  { kind, heldOn, present }: MeetingInput,
): Promise<string> {
  const meetingId = uuidv7();
  await tx
    .insertInto('council_meeting')
    .values({
      unit_id: hostId,
      id: meetingId,
      campaign_id: id,
      kind,
      held_on: heldOn,
      present: JSON.stringify(present),
      created_by: actor.userId,
    })
    .execute();
  return meetingId;
}

/** Changes a meeting still open and at that version. False when somebody else changed or closed it. */
export async function saveMeeting(
  tx: Tx,
  hostId: string,
  id: string,
  { kind, heldOn, present, minutes, isClosed, version }: MeetingChange,
  { members, now }: { members: readonly string[]; now: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable('council_meeting')
    .set({
      kind,
      held_on: heldOn,
      present: JSON.stringify(present),
      minutes,
      members: isClosed ? JSON.stringify(members) : null,
      closed_at: isClosed ? now.toISOString() : null,
      version: version + 1,
    })
    .where('unit_id', '=', hostId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** A proposal as it is kept; without a leaf it is about the whole list. */
export type KeptItem = {
  id: string;
  meetingId: string;
  assessedId: string | null;
  code: string | null;
  from: number | null;
  points: number | null;
  reasons: Reason[];
  note: string;
  fingerprint: string;
  withdrawnAt: string | null;
  rulingId: string | null;
};

/** The proposals of a campaign in their order. */
export function listItems(tx: Tx, { id, hostId }: OfCampaign): Promise<KeptItem[]> {
  return tx
    .selectFrom('council_item')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .select([
      'id',
      'meeting_id as meetingId',
      'assessed_id as assessedId',
      'code',
      'from_points as from',
      'points',
      'reasons',
      'note',
      'fingerprint',
      'withdrawn_at as withdrawnAt',
      'ruling_id as rulingId',
    ])
    .orderBy('id')
    .execute();
}

export async function addItem(
  tx: Tx,
  { id, hostId }: OfCampaign,
  actor: EventActor,
  item: Omit<KeptItem, 'id' | 'withdrawnAt' | 'rulingId'>,
): Promise<void> {
  await tx
    .insertInto('council_item')
    .values({
      unit_id: hostId,
      id: uuidv7(),
      meeting_id: item.meetingId,
      campaign_id: id,
      assessed_id: item.assessedId,
      code: item.code,
      from_points: item.from,
      points: item.points,
      reasons: JSON.stringify(item.reasons),
      note: item.note,
      fingerprint: item.fingerprint,
      proposed_by: actor.userId,
    })
    .execute();
}

/** Withdraws a proposal nobody recorded or withdrew yet. */
export async function withdrawItem(tx: Tx, hostId: string, id: string, now: Date): Promise<boolean> {
  const saved = await tx
    .updateTable('council_item')
    .set({ withdrawn_at: now.toISOString() })
    .where('unit_id', '=', hostId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('ruling_id', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function addVote(
  tx: Tx,
  hostId: string,
  vote: { itemId: string; userId: string; choice: VoteChoice; note: string },
): Promise<void> {
  const { itemId, userId, choice, note } = vote;
  await tx
    .insertInto('council_vote')
    .values({ unit_id: hostId, id: uuidv7(), item_id: itemId, user_id: userId, choice, note })
    .execute();
}

/** Leaves of units a person ruled on as an appraiser: "unit code" each. */
export async function listRuledBy(tx: Tx, { id, hostId }: OfCampaign, userId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('ruling')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('judged_by', '=', userId)
    .where('round', 'in', ['appraisal_1', 'appraisal_2'])
    .select(['assessed_id', 'code'])
    .distinct()
    .execute();
  return new Set(rows.map(({ assessed_id, code }) => `${assessed_id} ${code}`));
}

/** Writes the ruling of an adopted proposal and marks it recorded. False when somebody else did so or withdrew it. */
export async function recordDecision(
  tx: Tx,
  { id, hostId }: OfCampaign,
  actor: EventActor,
  { item, round, now }: { item: KeptItem; round: 'council' | 'appeal'; now: Date },
): Promise<boolean> {
  const { assessedId, code, points } = item;
  if (assessedId === null || code === null || points === null) return false;
  const rulingId = uuidv7();
  const marked = await tx
    .updateTable('council_item')
    .set({ ruling_id: rulingId })
    .where('unit_id', '=', hostId)
    .where('id', '=', item.id)
    .where('ruling_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (marked.numUpdatedRows !== 1n) return false;
  await tx
    .insertInto('ruling')
    .values({
      unit_id: hostId,
      id: rulingId,
      campaign_id: id,
      assessed_id: assessedId,
      code,
      round,
      from_points: item.from,
      points,
      reasons: JSON.stringify(item.reasons),
      note: item.note,
      fingerprint: item.fingerprint,
      judged_by: actor.userId,
      judged_by_name: actor.personName,
      judged_at: now.toISOString(),
    })
    .execute();
  return true;
}
