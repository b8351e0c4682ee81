import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { AnswerKind, Campaign } from '#core/assessments/campaign.ts';
import type { ClaimContent, ClaimedProof } from '#core/assessments/leaf-claim.ts';
import type { UnitStage } from '#core/assessments/stages.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

/** The unit's part of a campaign, with the plan its leaves belong to. */
export type OwnAssessment = {
  unitId: string;
  id: string;
  campaignId: string;
  hostId: string;
  stage: UnitStage;
  plan: { unitId: string; id: string; setId: string };
};

export async function findOwnAssessment(
  tx: Tx,
  unitId: string,
  campaignId: string,
): Promise<OwnAssessment | undefined> {
  const row = await tx
    .selectFrom('assessment as a')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.plan_id'),
    )
    .where('a.unit_id', '=', unitId)
    .where('a.campaign_id', '=', campaignId)
    .select(['a.id', 'a.host_id as hostId', 'a.stage', 'p.id as planId', 'p.set_id as setId'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, hostId, stage, planId, setId } = row;
  return { unitId, id, campaignId, hostId, stage, plan: { unitId, id: planId, setId } };
}

/** What the unit handed in for its leaves, with the proof, by code. */
export async function listSubmittedContent(
  tx: Tx,
  unitId: string,
  campaignId: string,
): Promise<Map<string, ClaimContent>> {
  const rows = await tx
    .selectFrom('submitted_leaf')
    .where('unit_id', '=', unitId)
    .where('campaign_id', '=', campaignId)
    .where('withdrawn_at', 'is', null)
    .select(['code', 'content'])
    .execute();
  return new Map(rows.map(({ code, content }) => [code, content]));
}

/** Who handed in what stands handed in, and when. */
export async function findSubmission(
  tx: Tx,
  { id, hostId }: OfCampaign,
  unitId: string,
): Promise<{ number: number; by: string; at: string; lastPoints: Record<string, number> } | undefined> {
  return tx
    .selectFrom('submission')
    .where('unit_id', '=', unitId)
    .where('campaign_id', '=', id)
    .where('host_id', '=', hostId)
    .where('withdrawn_at', 'is', null)
    .orderBy('number', 'desc')
    .select(['number', 'submitted_by_name as by', 'submitted_at as at', 'last_points as lastPoints'])
    .executeTakeFirst();
}

export type KeptAnswer = {
  code: string;
  kind: AnswerKind;
  text: string;
  askedPoints: number | null;
  proofs: ClaimedProof[];
  fingerprint: string;
  writtenBy: string;
  writtenAt: string;
  sentBy: string | null;
  sentAt: string | null;
  version: number;
};

/** The answers of a unit in a campaign; at its city those that were sent. */
export async function listAnswers(tx: Tx, campaignId: string, unitId: string): Promise<KeptAnswer[]> {
  return tx
    .selectFrom('leaf_answer')
    .where('unit_id', '=', unitId)
    .where('campaign_id', '=', campaignId)
    .select([
      'code',
      'kind',
      'text',
      'asked_points as askedPoints',
      'proofs',
      'fingerprint',
      'written_by_name as writtenBy',
      'written_at as writtenAt',
      'sent_by_name as sentBy',
      'sent_at as sentAt',
      'version',
    ])
    .orderBy('code')
    .execute();
}

export type AnswerToKeep = Pick<KeptAnswer, 'code' | 'kind' | 'text' | 'askedPoints' | 'fingerprint'> & {
  proofs: readonly ClaimedProof[];
  now: Date;
};

/** Keeps a draft: new at version 0, else over the version it was read at. False when somebody was quicker. */
export async function keepDraft(
  tx: Tx,
  { unitId, id, campaignId, hostId }: OwnAssessment,
  actor: EventActor,
  version: number,
  { code, kind, text, askedPoints, proofs, fingerprint, now }: AnswerToKeep,
): Promise<boolean> {
  const written = {
    text,
    asked_points: askedPoints,
    proofs: JSON.stringify(proofs),
    fingerprint,
    written_by: actor.userId,
    written_by_name: actor.personName,
    written_at: now.toISOString(),
  };
  if (version === 0) {
    const added = await tx
      .insertInto('leaf_answer')
      .values({
        unit_id: unitId,
        id: uuidv7(),
        assessment_id: id,
        campaign_id: campaignId,
        host_id: hostId,
        code,
        kind,
        ...written,
      })
      .onConflict((conflict) => conflict.columns(['unit_id', 'assessment_id', 'code', 'kind']).doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const saved = await ofLeaf(tx, unitId, id, { code, kind, version })
    .set({ ...written, version: version + 1 })
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

type WantedAnswer = Pick<KeptAnswer, 'code' | 'kind' | 'version'>;

/** Hands a draft over as it stands; from then on nobody changes it. False when somebody changed it meanwhile. */
export async function sendDraft(
  tx: Tx,
  { unitId, id }: OwnAssessment,
  actor: EventActor,
  { code, kind, version }: WantedAnswer,
  now: Date,
): Promise<boolean> {
  const saved = await ofLeaf(tx, unitId, id, { code, kind, version })
    .set({
      sent_by: actor.userId,
      sent_by_name: actor.personName,
      sent_at: now.toISOString(),
      version: version + 1,
    })
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

function ofLeaf(tx: Tx, unitId: string, assessmentId: string, { code, kind, version }: WantedAnswer) {
  return tx
    .updateTable('leaf_answer')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('code', '=', code)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('sent_at', 'is', null);
}

export type StandingLeaf = { assessedId: string; code: string; points: number };

/** What stands now for each leaf of each unit that handed in: by its last round, else as it was handed in. */
export async function listStandingPoints(tx: Tx, { id, hostId }: OfCampaign): Promise<StandingLeaf[]> {
  const { rows } = await sql<StandingLeaf>`
    select distinct on (assessed_id, code) assessed_id as "assessedId", code, points from (
      select unit_id as assessed_id, code, points, 0 as place, submission_id as id from submitted_leaf
      where host_id = ${hostId} and campaign_id = ${id} and withdrawn_at is null
      union all
      select assessed_id, code, points,
        array_position(array['appraisal_1', 'appraisal_2', 'council', 'appeal'], round), id from ruling
      where unit_id = ${hostId} and campaign_id = ${id}
    ) given
    where assessed_id in (select unit_id from submission
      where host_id = ${hostId} and campaign_id = ${id} and withdrawn_at is null)
    order by assessed_id, code, place desc, id desc`.execute(tx);
  return rows;
}

export type KeptPublication = {
  id: string;
  number: number;
  decision: { number: string; issuer: string; issuedOn: string | null };
  reason: string;
  publishedBy: string;
  publishedAt: string;
};

/** What was published of a campaign, the newest first. */
export async function listPublications(tx: Tx, { id, hostId }: OfCampaign): Promise<KeptPublication[]> {
  return tx
    .selectFrom('publication')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .orderBy('number', 'desc')
    .select([
      'id',
      'number',
      'decision',
      'reason',
      'published_by_name as publishedBy',
      'published_at as publishedAt',
    ])
    .execute();
}

export type KeptResult = {
  unitId: string;
  name: string;
  points: number;
  fields: Record<string, number>;
  leaves: Record<string, number>;
};

/** The results of one publication, of all units or of one. */
export async function listResults(
  tx: Tx,
  hostId: string,
  publicationId: string,
  unitId?: string,
): Promise<KeptResult[]> {
  return tx
    .selectFrom('result')
    .where('unit_id', '=', hostId)
    .where('publication_id', '=', publicationId)
    .$if(unitId !== undefined, (query) => query.where('assessed_id', '=', unitId ?? ''))
    .select(['assessed_id as unitId', 'unit_name as name', 'points', 'fields', 'leaves'])
    .execute();
}

/** What an appraiser of the city was given in a campaign, and whom they may not judge. */
export async function listGiven(tx: Tx, { id, hostId }: OfCampaign, userId: string) {
  const assignments = await tx
    .selectFrom('appraiser_assignment')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('user_id', '=', userId)
    .select(['user_id as userId', 'code', 'assessed_id as unitId'])
    .execute();
  const conflicts = await tx
    .selectFrom('appraiser_conflict')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('user_id', '=', userId)
    .select(['user_id as userId', 'assessed_id as unitId'])
    .execute();
  return { assignments, conflicts };
}

/** Whether the person sits in the council of a campaign. */
export async function isSeated(tx: Tx, { id, hostId }: OfCampaign, userId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('council_member')
    .where('unit_id', '=', hostId)
    .where('campaign_id', '=', id)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .select('user_id')
    .executeTakeFirst();
  return found !== undefined;
}
