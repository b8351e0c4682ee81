import { v7 as uuidv7 } from 'uuid';
import type { BonusInput } from '#core/assessments/assessment-page.ts';
import type { ClaimState } from '#core/assessments/assessment-words.ts';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import type { BonusClaim, ClaimContent } from '#core/assessments/leaf-claim.ts';
import type { Move } from '#core/assessments/moves.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { UnitStage } from '#core/assessments/stages.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type Assessment = {
  unitId: string;
  id: string;
  campaignId: string;
  hostId: string;
  stage: UnitStage;
  version: number;
};

/** The unit's assessment in a campaign; `isLocked` keeps every other move of it waiting until this one ends. */
export async function findAssessment(
  tx: Tx,
  unitId: string,
  campaignId: string,
  { isLocked = false } = {},
): Promise<Assessment | undefined> {
  const row = await tx
    .selectFrom('assessment')
    .where('unit_id', '=', unitId)
    .where('campaign_id', '=', campaignId)
    .select(['id', 'host_id as hostId', 'stage', 'version'])
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, unitId, campaignId };
}

export type NewAssessment = Pick<Assessment, 'unitId' | 'campaignId' | 'hostId'> & {
  planId: string;
  year: number;
  openedBy: string;
};

/** Opens the unit's part with one open row for each leaf; undefined when somebody has opened it already. */
export async function addAssessment(
  tx: Tx,
  { unitId, campaignId, hostId, planId, year, openedBy }: NewAssessment,
  leaves: readonly { code: string; criterionId: string | null }[],
): Promise<string | undefined> {
  const id = uuidv7();
  const added = await tx
    .insertInto('assessment')
    .values({
      unit_id: unitId,
      id,
      campaign_id: campaignId,
      host_id: hostId,
      plan_id: planId,
      year,
      opened_by: openedBy,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'campaign_id']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return undefined;
  if (leaves.length > 0)
    await tx
      .insertInto('leaf_claim')
      .values(
        leaves.map(({ code, criterionId }) => ({
          unit_id: unitId,
          assessment_id: id,
          code,
          criterion_id: criterionId,
        })),
      )
      .execute();
  return id;
}

/** Moves the whole on. False when somebody else has since that version was read. */
export async function saveStage(
  tx: Tx,
  { unitId, id }: Pick<Assessment, 'unitId' | 'id'>,
  version: number,
  stage: UnitStage,
): Promise<boolean> {
  const saved = await tx
    .updateTable('assessment')
    .set({ stage, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

type OfAssessment = { unitId: string; assessmentId: string };

export type KeptClaim = {
  code: string;
  state: ClaimState;
  content: ClaimContent | null;
  fingerprint: string | null;
  selfPoints: number | null;
  reviewPoints: number | null;
  reviewReasons: Reason[];
  returnReason: string;
  declaredById: string | null;
  declaredBy: string | null;
  declaredAt: string | null;
  reviewedById: string | null;
  version: number;
};

/** The kept claims of an assessment by code. */
export async function listClaims(
  tx: Tx,
  { unitId, assessmentId }: OfAssessment,
): Promise<Map<string, KeptClaim>> {
  const rows = await tx
    .selectFrom('leaf_claim')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .select([
      'code',
      'state',
      'content',
      'fingerprint',
      'self_points as selfPoints',
      'review_points as reviewPoints',
      'review_reasons as reviewReasons',
      'return_reason as returnReason',
      'declared_by as declaredById',
      'declared_by_name as declaredBy',
      'declared_at as declaredAt',
      'reviewed_by as reviewedById',
      'version',
    ])
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export type ClaimChange = {
  state: ClaimState;
  content?: ClaimContent | null;
  fingerprint?: string | null;
  selfPoints?: number | null;
  reviewPoints: number | null;
  reviewReasons?: readonly Reason[];
  returnReason?: string;
  declared?: { by: string; name: string; at: string } | null;
  reviewedBy: string | null;
};

/** Moves one leaf on. False when somebody else has since that version was read. */
export async function saveClaim(
  tx: Tx,
  { unitId, assessmentId }: OfAssessment,
  { code, version }: Pick<KeptClaim, 'code' | 'version'>,
  change: ClaimChange,
): Promise<boolean> {
  const { content, fingerprint, selfPoints, returnReason, declared } = change;
  const saved = await tx
    .updateTable('leaf_claim')
    .set({
      state: change.state,
      review_points: change.reviewPoints,
      review_reasons: JSON.stringify(change.reviewReasons ?? []),
      reviewed_by: change.reviewedBy,
      version: version + 1,
      ...(content === undefined ? {} : { content: content && JSON.stringify(content) }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(selfPoints === undefined ? {} : { self_points: selfPoints }),
      ...(returnReason === undefined ? {} : { return_reason: returnReason }),
      ...(declared === undefined
        ? {}
        : {
            declared_by: declared?.by ?? null,
            declared_by_name: declared?.name ?? null,
            declared_at: declared?.at ?? null,
          }),
    })
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export type NewMove = {
  code: string | null;
  move: Move;
  points?: number | null;
  reasons?: readonly Reason[];
  reason?: string;
  fingerprint?: string | null;
};

/** Keeps who made a move, for good. */
export async function addMove(
  tx: Tx,
  { unitId, assessmentId }: OfAssessment,
  by: { userId: string; personName: string },
  { code, move, points = null, reasons = [], reason = '', fingerprint = null }: NewMove,
): Promise<void> {
  await tx
    .insertInto('assessment_move')
    .values({
      unit_id: unitId,
      id: uuidv7(),
      assessment_id: assessmentId,
      code,
      move,
      points,
      reasons: JSON.stringify(reasons),
      reason,
      fingerprint,
      moved_by: by.userId,
      moved_by_name: by.personName,
    })
    .execute();
}

/** Every move of a leaf, the latest first. */
export async function listMoves(tx: Tx, { unitId, assessmentId }: OfAssessment, code: string) {
  return tx
    .selectFrom('assessment_move')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('code', '=', code)
    .orderBy('id', 'desc')
    .limit(200)
    .select(['id', 'move', 'points', 'reasons', 'reason', 'moved_by_name as movedBy', 'moved_at as movedAt'])
    .execute();
}

export type KeptBonus = BonusClaim & { code: string; version: number; createdById: string };

/** The bonus claims and penalties of an assessment that were not taken out, in the order they were made. */
export async function listBonusClaims(tx: Tx, { unitId, assessmentId }: OfAssessment): Promise<KeptBonus[]> {
  return tx
    .selectFrom('bonus_claim')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .select(['id', 'code', 'title', 'points', 'evidence_id as evidenceId', 'page', 'section', 'version'])
    .select('created_by as createdById')
    .execute();
}

export async function addBonusClaim(
  tx: Tx,
  { unitId, assessmentId }: OfAssessment,
  { code, createdBy, ...input }: BonusInput & Pick<CampaignLeaf, 'code'> & { createdBy: string },
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('bonus_claim')
    .values({
      unit_id: unitId,
      id,
      assessment_id: assessmentId,
      code,
      created_by: createdBy,
      ...bonusColumns(input),
    })
    .execute();
  return id;
}

/** Changes a bonus claim, or takes it out with null. False when somebody else has since that version was read. */
export async function saveBonusClaim(
  tx: Tx,
  { unitId, assessmentId }: OfAssessment,
  { id, version }: Pick<KeptBonus, 'id' | 'version'>,
  input: BonusInput | null,
): Promise<boolean> {
  const saved = await tx
    .updateTable('bonus_claim')
    .set((eb) => ({
      version: version + 1,
      ...(input === null ? { removed_at: eb.fn<string>('now') } : bonusColumns(input)),
    }))
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

function bonusColumns({ title, points, evidenceId, page, section }: BonusInput) {
  return { title, points, evidence_id: evidenceId, page, section };
}
