import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { LeafScorer } from '#core/assessments/assessment-words.ts';
import type { Campaign, CampaignLeaf, Grace } from '#core/assessments/campaign.ts';
import type { NewCampaign } from '#core/assessments/campaign-inputs.ts';
import { lockCampaign } from '#server/db/campaign-rows.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/** Keeps a new campaign with a copy of its criteria. Returns its id. */
export async function addCampaign(
  tx: Tx,
  actor: EventActor,
  { year, title, decision, calendar }: NewCampaign,
  leaves: readonly CampaignLeaf[],
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('campaign')
    .values({
      unit_id: actor.unitId,
      id,
      year,
      title,
      decision: JSON.stringify(decision),
      calendar: JSON.stringify({ ...calendar, explainUntil: null, appealUntil: null }),
      created_by: actor.userId,
    })
    .execute();
  await sql`
    insert into campaign_leaf (unit_id, campaign_id, code, parent_code, position, level, is_leaf, title, max_points, scored_by)
    select ${actor.unitId}::uuid, ${id}::uuid, l."code", l."parentCode", l."position", l."level", l."isLeaf", l."title", l."maxPoints", l."scoredBy"
    from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as l ("code" text, "parentCode" text, "position" integer,
      "level" smallint, "isLeaf" boolean, "title" text, "maxPoints" integer, "scoredBy" text)`.execute(tx);
  return id;
}

/** Changes a campaign still at that version. False when somebody else changed it since. */
export async function saveCampaign(
  tx: Tx,
  { id, hostId }: OfCampaign,
  version: number,
  change: Partial<Pick<Campaign, 'title' | 'decision' | 'calendar' | 'phase'>>,
): Promise<boolean> {
  const { title, decision, calendar, phase } = change;
  // What a unit is in the middle of is seen by what is checked after this, or finds the campaign moved on.
  await lockCampaign(tx, id, 'move');
  const saved = await tx
    .updateTable('campaign')
    .set({
      version: version + 1,
      ...(title === undefined ? {} : { title }),
      ...(phase === undefined ? {} : { phase }),
      ...(decision === undefined ? {} : { decision: JSON.stringify(decision) }),
      ...(calendar === undefined ? {} : { calendar: JSON.stringify(calendar) }),
    })
    .where('unit_id', '=', hostId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** Says anew who scores these leaves, in one statement. */
export async function saveScorers(
  tx: Tx,
  { id, hostId }: OfCampaign,
  leaves: readonly { code: string; scoredBy: LeafScorer }[],
): Promise<void> {
  await sql`
    update campaign_leaf set scored_by = l."scoredBy"
    from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as l ("code" text, "scoredBy" text)
    where unit_id = ${hostId} and campaign_id = ${id} and campaign_leaf.code = l."code"`.execute(tx);
}

export type ChildUnit = { unitId: string; unitName: string };

/** The units directly below that still exist, by name. */
export function listChildUnits(tx: Tx, unitId: string): Promise<ChildUnit[]> {
  return tx
    .selectFrom('unit')
    .where('parent_id', '=', unitId)
    .where('ended_on', 'is', null)
    .select(['id as unitId', 'name as unitName'])
    .orderBy('name')
    .execute();
}

/** Makes exactly these the units of the campaign; one that comes back keeps what it was given. */
export async function saveUnits(
  tx: Tx,
  { id, hostId }: OfCampaign,
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    update campaign_unit set removed_at = ${now.toISOString()}
    where unit_id = ${hostId} and campaign_id = ${id} and removed_at is null
      and not assessed_id = any(${unitIds}::uuid[])`.execute(tx);
  await sql`
    insert into campaign_unit (unit_id, campaign_id, assessed_id)
    select ${hostId}::uuid, ${id}::uuid, assessed_id from unnest(${unitIds}::uuid[]) as chosen (assessed_id)
    on conflict (unit_id, campaign_id, assessed_id) do update set removed_at = null
      where campaign_unit.removed_at is not null`.execute(tx);
}

/** Adds an extension to a unit still at that version. False when somebody else changed it since. */
export async function addGrace(
  tx: Tx,
  { id, hostId }: OfCampaign,
  { assessedId, version }: { assessedId: string; version: number },
  grace: Grace,
): Promise<boolean> {
  const saved = await tx
    .updateTable('campaign_unit')
    .set({
      graces: sql`graces || ${JSON.stringify([grace])}::jsonb`,
      version: version + 1,
    })
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('assessed_id', '=', assessedId)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export type Handed = { assessedId: string; submittedAt: string; submittedBy: string; points: number };

/** What stands handed in to a campaign, a line a unit. */
export function listHanded(tx: Tx, { id, hostId }: OfCampaign): Promise<Handed[]> {
  return tx
    .selectFrom('submission')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .select([
      'unit_id as assessedId',
      'submitted_at as submittedAt',
      'submitted_by_name as submittedBy',
      'points',
    ])
    .execute();
}

/** How many units each campaign of the city has, and how many of them handed in. */
export async function countUnits(
  tx: Tx,
  hostId: string,
): Promise<Map<string, { units: number; submitted: number }>> {
  const { rows } = await sql<{ id: string; units: number; submitted: number }>`
    select u.campaign_id as id, count(distinct u.assessed_id)::integer as units,
      count(distinct s.unit_id)::integer as submitted
    from campaign_unit u
    left join submission s on s.host_id = u.unit_id and s.campaign_id = u.campaign_id and s.unit_id = u.assessed_id
      and s.withdrawn_at is null
    where u.unit_id = ${hostId} and u.removed_at is null group by u.campaign_id`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
