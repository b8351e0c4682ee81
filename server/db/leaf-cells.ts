import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Campaign } from '#core/assessments/campaign.ts';
import type { LeafCounts } from '#core/assessments/campaign-facts.ts';
import type { UnitLeaves } from '#core/assessments/workload.ts';
import type { Tx } from './in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/**
 * One row for each leaf of each unit that handed in: what it claimed, what each round ruled last, and whether it
 * answered. One pass over the tables and no join between large ones, so it does not depend on estimates.
 */
function leafCells({ id, hostId }: OfCampaign) {
  return sql`(
    select *, coalesce(appeal, council, second, first, claim) as standing,
      first_print = coalesce(claim_print, submission_id) as is_ruled,
      coalesce(first < first_from, false) or coalesce(question, '') <> '' as is_open,
      coalesce(is_explained, false) or first is null or coalesce(question, '') <> '' as is_due
    from (
      select assessed_id, code, split_part(code, '.', 1) as field,
        max(print) filter (where what = 'cell') as submission_id,
        max(points) filter (where what = 'claim') as claim, max(print) filter (where what = 'claim') as claim_print,
        max(points) filter (where what = 'appraisal_1') as first,
        max(from_points) filter (where what = 'appraisal_1') as first_from,
        max(print) filter (where what = 'appraisal_1') as first_print,
        max(question) filter (where what = 'appraisal_1') as question,
        max(points) filter (where what = 'appraisal_2') as second,
        max(points) filter (where what = 'council') as council,
        max(points) filter (where what = 'appeal') as appeal,
        bool_or(what = 'explanation') as is_explained, bool_or(what = 'appealed') as is_appealed
      from (
        select s.unit_id as assessed_id, l.code, 'cell' as what, null::integer as points, null::integer as from_points,
          s.id::text as print, '' as question
        from submission s
        join campaign_unit u on u.unit_id = s.host_id and u.campaign_id = s.campaign_id and u.assessed_id = s.unit_id
          and u.removed_at is null
        cross join campaign_leaf l
        where s.host_id = ${hostId} and s.campaign_id = ${id} and s.withdrawn_at is null
          and l.unit_id = ${hostId} and l.campaign_id = ${id} and l.is_leaf
        union all
        select unit_id, code, 'claim', points, null, fingerprint, '' from submitted_leaf
        where host_id = ${hostId} and campaign_id = ${id} and withdrawn_at is null
        union all
        select assessed_id, code, round, points, from_points, fingerprint, question from (
          select distinct on (code, assessed_id, round) assessed_id, code, round, points, from_points, fingerprint, question
          from ruling where unit_id = ${hostId} and campaign_id = ${id}
          order by code, assessed_id, round, id desc) newest
        union all
        select unit_id, code, case kind when 'appeal' then 'appealed' else 'explanation' end, null, null, '', ''
        from leaf_answer where host_id = ${hostId} and campaign_id = ${id} and sent_at is not null
      ) given
      group by assessed_id, code
    ) cell where submission_id is not null
  ) cell`;
}

/** How far the leaves of each unit that handed in are, by field ("VII"). */
export type FieldCounts = LeafCounts & { assessedId: string; field: string };

export async function countLeaves(tx: Tx, campaign: OfCampaign): Promise<FieldCounts[]> {
  const { rows } = await sql<FieldCounts>`
    select assessed_id as "assessedId", field, count(*)::integer as leaves,
      (count(*) filter (where is_ruled))::integer as ruled,
      (count(*) filter (where is_open))::integer as open,
      (count(*) filter (where is_open and is_explained))::integer as answered,
      (count(*) filter (where is_due))::integer as due,
      (count(*) filter (where is_due and second is not null))::integer as reruled,
      (count(*) filter (where is_appealed))::integer as appealed,
      sum(standing)::integer as points
    from ${leafCells(campaign)} group by assessed_id, field`.execute(tx);
  return rows;
}

/** What stands for each leaf of a unit: hundredths by code. */
export type StandingUnit = { assessedId: string; leaves: Record<string, number> };

/** The whole list as it stands, of every unit that handed in, in a fixed order. Leaves without points are left out. */
export async function listStanding(tx: Tx, campaign: OfCampaign): Promise<StandingUnit[]> {
  const { rows } = await sql<StandingUnit>`
    select assessed_id as "assessedId",
      jsonb_object_agg(code, standing order by code) filter (where standing is not null) as leaves
    from ${leafCells(campaign)} group by assessed_id order by assessed_id`.execute(tx);
  return rows.map(({ assessedId, leaves }) => ({ assessedId, leaves: leaves ?? {} }));
}

/** Binds a vote on the whole list to exactly these points: SHA-256 in hex. */
export function fingerprintOfList(list: readonly StandingUnit[]): string {
  const text = JSON.stringify(
    list.map(({ assessedId, leaves }) => [
      assessedId,
      Object.entries(leaves).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  );
  return createHash('sha256').update(text).digest('hex');
}

/**
 * One leaf of one unit as it lies before the council: what stood before its round, and before an appeal, which is
 * what a ruling of that round starts from.
 */
export type LeafBeforeCouncil = {
  assessedId: string;
  code: string;
  beforeCouncil: number | null;
  beforeAppeal: number | null;
  fingerprint: string;
  isAppealed: boolean;
};

/** Those of the wanted leaves whose units handed in. */
export async function listBeforeCouncil(
  tx: Tx,
  campaign: OfCampaign,
  wanted: readonly { assessedId: string; code: string }[],
): Promise<LeafBeforeCouncil[]> {
  const { rows } = await sql<LeafBeforeCouncil>`
    select assessed_id as "assessedId", code, coalesce(second, first, claim) as "beforeCouncil",
      coalesce(council, second, first, claim) as "beforeAppeal",
      coalesce(claim_print, submission_id) as fingerprint, is_appealed as "isAppealed"
    from ${leafCells(campaign)}
    where (assessed_id, code) in (select w."assessedId", w."code"
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w ("assessedId" uuid, "code" text))`.execute(
    tx,
  );
  return rows;
}

/** The leaves appraisers have to rule on in the present round, and those ruled on, of each unit that handed in. */
export async function listWork(
  tx: Tx,
  campaign: OfCampaign,
  round: 'appraisal_1' | 'appraisal_2',
): Promise<UnitLeaves[]> {
  const [wanted, ruled] =
    round === 'appraisal_1' ? [sql`true`, sql`is_ruled`] : [sql`is_due`, sql`is_due and second is not null`];
  const { rows } = await sql<UnitLeaves>`
    select assessed_id as "assessedId",
      coalesce(array_agg(code) filter (where ${wanted}), '{}') as codes,
      coalesce(array_agg(code) filter (where ${ruled}), '{}') as done
    from ${leafCells(campaign)} group by assessed_id`.execute(tx);
  return rows;
}
