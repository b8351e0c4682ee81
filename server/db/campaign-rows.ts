import { sql } from 'kysely';
import type { Campaign, CampaignLeaf, Grace } from '#core/assessments/campaign.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { CityRound } from '#core/assessments/stages.ts';
import type { Tx } from './in-unit.ts';

/** A campaign the unit of the transaction holds or takes part in; the policies hide every other. */
export async function findCampaign(tx: Tx, id: string): Promise<Campaign | undefined> {
  const [found] = await listCampaigns(tx, id);
  return found;
}

/** Campaigns the unit of the transaction holds or takes part in, newest year first. */
export async function listCampaigns(tx: Tx, id?: string): Promise<Campaign[]> {
  const rows = await tx
    .selectFrom('campaign')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .select(['unit_id', 'id', 'year', 'title', 'decision', 'phase', 'calendar', 'version'])
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ unit_id: hostId, ...campaign }) => ({ ...campaign, hostId }));
}

/**
 * Keeps a campaign in its phase until the transaction ends ('stay': what a unit does in it), or waits until
 * no unit is in the middle of something ('move': the city goes on to the next phase). To be called before the
 * phase is read: a unit cannot lock the row of its city.
 */
export async function lockCampaign(tx: Tx, id: string, mode: 'stay' | 'move'): Promise<void> {
  const lock = sql.raw(mode === 'stay' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended(${`campaign ${id}`}, 0))`.execute(tx);
}

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/** The criteria of a campaign in their order, branches too. */
export async function listCampaignLeaves(tx: Tx, { id, hostId }: OfCampaign): Promise<CampaignLeaf[]> {
  const rows = await tx
    .selectFrom('campaign_leaf')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .select([
      'code',
      'parent_code as parentCode',
      'position',
      'level',
      'is_leaf as isLeaf',
      'title',
      'max_points as maxPoints',
      'scored_by as scoredBy',
    ])
    .orderBy('position')
    .execute();
  return rows;
}

/** A unit of a campaign; `unitName` as it is now. Of a unit's own campaign the policies leave only itself. */
export type CampaignUnit = {
  assessedId: string;
  unitName: string;
  graces: Grace[];
  version: number;
};

/** The units assessed in a campaign that were not taken out again, by name. */
export async function listCampaignUnits(tx: Tx, { id, hostId }: OfCampaign): Promise<CampaignUnit[]> {
  return tx
    .selectFrom('campaign_unit as c')
    .innerJoin('unit as u', 'u.id', 'c.assessed_id')
    .where('c.unit_id', '=', hostId)
    .where('c.campaign_id', '=', id)
    .where('c.removed_at', 'is', null)
    .select(['c.assessed_id as assessedId', 'u.name as unitName', 'c.graces', 'c.version'])
    .orderBy('u.name')
    .execute();
}

/** The newest ruling of a round on a leaf of a unit. */
export type KeptRuling = {
  id: string;
  assessedId: string;
  code: string;
  round: CityRound;
  from: number | null;
  points: number;
  reasons: Reason[];
  question: string;
  note: string;
  fingerprint: string;
  judgedById: string;
  judgedBy: string;
  judgedAt: string;
};

/** The newest rulings of each round, of one unit, of one leaf, or of both. What is not released stays the city's. */
export async function listRulings(
  tx: Tx,
  { id, hostId }: OfCampaign,
  only: { assessedId?: string; code?: string } = {},
): Promise<KeptRuling[]> {
  return tx
    .selectFrom('ruling')
    .distinctOn(['code', 'assessed_id', 'round'])
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .$if(only.assessedId !== undefined, (query) => query.where('assessed_id', '=', only.assessedId ?? ''))
    .$if(only.code !== undefined, (query) => query.where('code', '=', only.code ?? ''))
    .select([
      'id',
      'assessed_id as assessedId',
      'code',
      'round',
      'from_points as from',
      'points',
      'reasons',
      'question',
      'note',
      'fingerprint',
      'judged_by as judgedById',
      'judged_by_name as judgedBy',
      'judged_at as judgedAt',
    ])
    .orderBy('code')
    .orderBy('assessed_id')
    .orderBy('round')
    .orderBy('id', 'desc')
    .execute();
}

/** What a unit handed in for one leaf, without the proof itself. */
export type SubmittedLeaf = {
  assessedId: string;
  code: string;
  selfPoints: number;
  points: number;
  reasons: Reason[];
  lastPoints: number | null;
  fingerprint: string;
  proofs: number;
};

/** What stands handed in to a campaign, of one unit, of one leaf, or of both. A withdrawn submission is none. */
export async function listSubmitted(
  tx: Tx,
  { id, hostId }: OfCampaign,
  only: { assessedId?: string; code?: string } = {},
): Promise<SubmittedLeaf[]> {
  return tx
    .selectFrom('submitted_leaf')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .$if(only.assessedId !== undefined, (query) => query.where('unit_id', '=', only.assessedId ?? ''))
    .$if(only.code !== undefined, (query) => query.where('code', '=', only.code ?? ''))
    .select([
      'unit_id as assessedId',
      'code',
      'self_points as selfPoints',
      'points',
      'reasons',
      'last_points as lastPoints',
      'fingerprint',
      'proofs',
    ])
    .execute();
}
