import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Campaign, DecisionPaper } from '#core/assessments/campaign.ts';
import type { Publication } from '#core/assessments/campaign-inputs.ts';
import { sumPoints } from '#core/points.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listStanding } from '#server/db/leaf-cells.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/** Whether anything was ruled since the last publication: an appeal that was granted or not. */
export async function hasChangedSincePublication(tx: Tx, { id, hostId }: OfCampaign): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from ruling where unit_id = ${hostId} and campaign_id = ${id} and round = 'appeal'
      and id > (select p.id from publication p where p.unit_id = ${hostId} and p.campaign_id = ${id}
        order by p.id desc limit 1)) as has`.execute(tx);
  return rows[0]?.has ?? false;
}

/**
 * Publishes the list as it stands: one row a unit with its name of the day, its sum, its fields and its leaves.
 * Units that never handed in get none. Returns the number of the publication.
 */
export async function addPublication(
  tx: Tx,
  campaign: OfCampaign,
  actor: EventActor,
  { decision, reason, now }: { decision: DecisionPaper; reason: string; now: Date },
): Promise<{ id: string; number: number; units: number }> {
  const { id: campaignId, hostId } = campaign;
  const id = uuidv7();
  const { rows } = await sql<{ number: number }>`
    insert into publication (unit_id, id, campaign_id, number, decision, reason, published_by, published_by_name, published_at)
    select ${hostId}::uuid, ${id}::uuid, ${campaignId}::uuid,
      1 + coalesce((select max(number) from publication where unit_id = ${hostId} and campaign_id = ${campaignId}), 0),
      ${JSON.stringify(decision)}::jsonb, ${reason}, ${actor.userId}, ${actor.personName}, ${now.toISOString()}::timestamptz
    returning number`.execute(tx);
  const results = (await listStanding(tx, campaign)).map(({ assessedId, leaves }) => ({
    assessedId,
    leaves,
    points: sumPoints(Object.values(leaves)),
    fields: fieldsOf(leaves),
  }));
  await sql`
    insert into result (unit_id, publication_id, campaign_id, assessed_id, unit_name, points, fields, leaves)
    select ${hostId}::uuid, ${id}::uuid, ${campaignId}::uuid, r."assessedId", u.name, r."points", r."fields", r."leaves"
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as r ("assessedId" uuid, "points" integer, "fields" jsonb, "leaves" jsonb)
    join unit u on u.id = r."assessedId"`.execute(tx);
  return { id, number: rows[0]!.number, units: results.length };
}

/** Points of fields, each the exact sum of its leaves. */
function fieldsOf(leaves: Readonly<Record<string, number>>): Record<string, number> {
  const fields: Record<string, number> = {};
  for (const [code, points] of Object.entries(leaves)) {
    const field = code.split('.')[0] ?? code;
    fields[field] = (fields[field] ?? 0) + points;
  }
  return fields;
}

/** All publications of a campaign, the newest first, each with its results from the most points to the fewest. */
export async function listPublications(
  tx: Tx,
  { id, hostId }: OfCampaign,
): Promise<Omit<Publication, 'notSubmitted'>[]> {
  const publications = await tx
    .selectFrom('publication')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .orderBy('number', 'desc')
    .selectAll()
    .execute();
  const results = await tx
    .selectFrom('result')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .select([
      'publication_id as publicationId',
      'assessed_id as assessedId',
      'unit_name as unitName',
      'points',
      'fields',
    ])
    .orderBy('points', 'desc')
    .orderBy('unit_name')
    .execute();
  const byPublication = Map.groupBy(results, ({ publicationId }) => publicationId);
  return publications.map((row) => ({
    id: row.id,
    number: row.number,
    decision: row.decision,
    reason: row.reason,
    publishedBy: row.published_by_name,
    publishedAt: row.published_at,
    results: (byPublication.get(row.id) ?? []).map(({ publicationId: _, ...result }) => result),
  }));
}
