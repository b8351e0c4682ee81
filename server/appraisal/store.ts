import { sql } from 'kysely';
import type { Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import type { AppraisalRound } from '#core/assessments/judged.ts';
import type { ClaimContent, ClaimedProof } from '#core/assessments/leaf-claim.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import { ROUNDS } from '#core/assessments/stages.ts';
import type { KeptRuling } from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;
type OfLeaf = { assessedId: string; code: string };

export async function findCampaignLeaf(
  tx: Tx,
  { id, hostId }: OfCampaign,
  code: string,
): Promise<Pick<CampaignLeaf, 'code' | 'title' | 'maxPoints' | 'scoredBy'> | undefined> {
  return tx
    .selectFrom('campaign_leaf')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('code', '=', code)
    .where('is_leaf', '=', true)
    .select(['code', 'title', 'max_points as maxPoints', 'scored_by as scoredBy'])
    .executeTakeFirst();
}

/**
 * Lets rulings wait for one another, so that the second sees the first: on one leaf of one unit, or with a
 * whole column. The phase stands still meanwhile: a ruling never slips in behind a release.
 */
export async function waitTurn(
  tx: Tx,
  { id, hostId }: OfCampaign,
  code: string,
  assessedId?: string,
): Promise<void> {
  await tx
    .selectFrom('campaign')
    .select('id')
    .where('unit_id', '=', hostId)
    .where('id', '=', id)
    .forShare()
    .execute();
  const leaf = JSON.stringify(['ruling', id, code]);
  if (assessedId === undefined) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${leaf}, 0))`.execute(tx);
    return;
  }
  const unit = JSON.stringify(['ruling', id, code, assessedId]);
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${leaf}, 0)),
    pg_advisory_xact_lock(hashtextextended(${unit}, 0))`.execute(tx);
}

export async function listOwnAssignments(tx: Tx, { id, hostId }: OfCampaign, userId: string) {
  return tx
    .selectFrom('appraiser_assignment')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('user_id', '=', userId)
    .select(['user_id as userId', 'code', 'assessed_id as unitId'])
    .execute();
}

/** The units a person leaves to others: those they belong to, and those they declared. */
export async function listConflicts(
  tx: Tx,
  { id, hostId }: OfCampaign,
  userId: string,
): Promise<Set<string>> {
  const declared = tx
    .selectFrom('appraiser_conflict')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('user_id', '=', userId)
    .select('assessed_id as unitId');
  const belonging = tx
    .selectFrom('membership')
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('unit_id', '!=', hostId)
    .select('unit_id as unitId');
  const rows = await declared.union(belonging).execute();
  return new Set(rows.map(({ unitId }) => unitId));
}

/** What stands submitted to a campaign: the unit, and the id of its submission. */
export async function listSubmissions(tx: Tx, { id, hostId }: OfCampaign, assessedId?: string) {
  return tx
    .selectFrom('submission')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .$if(assessedId !== undefined, (query) => query.where('unit_id', '=', assessedId ?? ''))
    .select(['unit_id as assessedId', 'id'])
    .execute();
}

/** Codes and units of all submitted leaves the session may see; nothing of what they claim. */
export async function listSubmittedPairs(tx: Tx, { id, hostId }: OfCampaign): Promise<OfLeaf[]> {
  return tx
    .selectFrom('submitted_leaf')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .select(['unit_id as assessedId', 'code'])
    .execute();
}

/** The newest ruling on each leaf of each unit in a round, as far as counting asks. */
export async function listRuledPairs(tx: Tx, { id, hostId }: OfCampaign, round: AppraisalRound) {
  return tx
    .selectFrom('ruling')
    .distinctOn(['code', 'assessed_id'])
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('round', '=', round)
    .select(['assessed_id as assessedId', 'code', 'from_points as from', 'points', 'question'])
    .orderBy('code')
    .orderBy('assessed_id')
    .orderBy('id', 'desc')
    .execute();
}

export type SentAnswer = {
  id: string;
  version: number;
  assessedId: string;
  code: string;
  text: string;
  askedPoints: number | null;
  proofs: ClaimedProof[];
  sentBy: string;
  sentAt: string;
};

/** The explanations units sent, of one leaf, of one unit, or of all. */
export async function listAnswers(
  tx: Tx,
  { id, hostId }: OfCampaign,
  only: Partial<OfLeaf> = {},
): Promise<SentAnswer[]> {
  const rows = await tx
    .selectFrom('leaf_answer')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('kind', '=', 'explanation')
    .where('sent_at', 'is not', null)
    .$if(only.code !== undefined, (query) => query.where('code', '=', only.code ?? ''))
    .$if(only.assessedId !== undefined, (query) => query.where('unit_id', '=', only.assessedId ?? ''))
    .select([
      'id',
      'version',
      'unit_id as assessedId',
      'code',
      'text',
      'asked_points as askedPoints',
      'proofs',
      'sent_by_name as sentBy',
      'sent_at as sentAt',
    ])
    .execute();
  return rows.map(({ sentBy, sentAt, ...row }) => ({ ...row, sentBy: sentBy ?? '', sentAt: sentAt ?? '' }));
}

/** The claim itself, which may be long: asked for one leaf of one unit only. */
export async function findClaimContent(
  tx: Tx,
  { id, hostId }: OfCampaign,
  { assessedId, code }: OfLeaf,
): Promise<ClaimContent | undefined> {
  const row = await tx
    .selectFrom('submitted_leaf')
    .where('host_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('code', '=', code)
    .where('withdrawn_at', 'is', null)
    .where('unit_id', '=', assessedId)
    .select('content')
    .executeTakeFirst();
  return row?.content;
}

/** Every ruling on a leaf of a unit, of all rounds, oldest first. */
export async function listHistory(tx: Tx, { id, hostId }: OfCampaign, { assessedId, code }: OfLeaf) {
  return tx
    .selectFrom('ruling')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('code', '=', code)
    .where('assessed_id', '=', assessedId)
    .select([
      'id',
      'round',
      'from_points as from',
      'points',
      'reasons',
      'question',
      'note',
      'fingerprint',
      'judged_by_name as judgedBy',
      'judged_at as judgedAt',
    ])
    .orderBy('id')
    .execute();
}

/** What became of the same leaf of the unit in the campaign of the year before, as published. */
export async function findLastYear(
  tx: Tx,
  { hostId, year }: Pick<Campaign, 'hostId' | 'year'>,
  { assessedId, code }: OfLeaf,
) {
  const before = await tx
    .selectFrom('campaign')
    .where('unit_id', '=', hostId)
    .where('year', '=', year - 1)
    .where('phase', '=', 'published')
    .select(['id', 'year'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!before) return null;
  const published = await tx
    .selectFrom('result as r')
    .innerJoin('publication as p', (join) =>
      join.onRef('p.unit_id', '=', 'r.unit_id').onRef('p.id', '=', 'r.publication_id'),
    )
    .where('r.unit_id', '=', hostId)
    .where('r.campaign_id', '=', before.id)
    .where('r.assessed_id', '=', assessedId)
    .select(sql<number | null>`(r.leaves ->> ${code})::integer`.as('points'))
    .orderBy('p.number', 'desc')
    .executeTakeFirst();
  const rulings = await listHistory(tx, { id: before.id, hostId }, { assessedId, code });
  const last = rulings
    .toSorted((one, other) => ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round))
    .at(-1);
  if (!published && !last) return null;
  return {
    year: before.year,
    points: published?.points ?? last?.points ?? null,
    reasons: rulings.flatMap(({ reasons }) => reasons),
    note: last?.note ?? '',
  };
}

/** The causes and words a person gave on a leaf before, newest first, each once. */
export async function listOwnReasons(
  tx: Tx,
  { id, hostId }: OfCampaign,
  code: string,
  userId: string,
): Promise<Pick<Reason, 'cause' | 'text'>[]> {
  const rows = await tx
    .selectFrom('ruling')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('code', '=', code)
    .where('judged_by', '=', userId)
    .where(sql<boolean>`jsonb_array_length(reasons) > 0`)
    .select('reasons')
    .orderBy('id', 'desc')
    .limit(40)
    .execute();
  const each = rows.flatMap(({ reasons }) => reasons.map(({ cause, text }) => ({ cause, text })));
  return [...new Map(each.map((reason) => [`${reason.cause} ${reason.text}`, reason])).values()].slice(0, 6);
}

export async function saveRulings(
  tx: Tx,
  { id, hostId }: OfCampaign,
  rulings: readonly KeptRuling[],
): Promise<void> {
  await tx
    .insertInto('ruling')
    .values(
      rulings.map((ruling) => ({
        unit_id: hostId,
        id: ruling.id,
        campaign_id: id,
        assessed_id: ruling.assessedId,
        code: ruling.code,
        round: ruling.round,
        from_points: ruling.from,
        points: ruling.points,
        reasons: JSON.stringify(ruling.reasons),
        question: ruling.question,
        note: ruling.note,
        fingerprint: ruling.fingerprint,
        judged_by: ruling.judgedById,
        judged_by_name: ruling.judgedBy,
        judged_at: ruling.judgedAt,
      })),
    )
    .execute();
}
