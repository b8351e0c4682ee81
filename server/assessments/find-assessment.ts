import type { Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import type { ClaimedLeaf } from '#core/assessments/claim-facts.ts';
import { type Clock, clockOf } from '#core/assessments/clock.ts';
import { type Stage, stageOf } from '#core/assessments/stages.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import {
  findCampaign,
  listCampaignLeaves,
  listCampaigns,
  listCampaignUnits,
  lockCampaign,
} from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan, type LivePlan } from '#server/db/live-plan.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { listDepartmentKinds } from '#server/people/department-kinds.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { type ClaimNow, gatherClaims } from './claims-now.ts';
import {
  type Assessment,
  findAssessment,
  type KeptBonus,
  type KeptClaim,
  listBonusClaims,
  listClaims,
} from './store.ts';

/** One leaf: as the campaign has it, as it was claimed, and as it would be now. */
export type FoundLeaf = ClaimedLeaf &
  Pick<CampaignLeaf, 'title'> & {
    kept: KeptClaim | undefined;
    current: ClaimNow;
    /** The departments whose people may claim it, with everyone's own where a group answers for it. */
    answering: string[];
  };

/** A campaign the unit takes part in, with the unit's own part as far as it was opened. */
export type OwnPart = {
  campaign: Campaign;
  plan: LivePlan | undefined;
  assessment: Assessment | undefined;
  stage: Stage;
  clock: Clock | undefined;
  /** Every row of the criteria, branches too. */
  criteria: CampaignLeaf[];
  leaves: FoundLeaf[];
  bonusClaims: KeptBonus[];
};

/** A part that was opened. */
export type OpenedPart = OwnPart & { assessment: Assessment };

/** Every campaign in which the unit is assessed, newest first. */
export async function listOwnCampaigns(tx: Tx, unitId: string): Promise<Campaign[]> {
  const own: Campaign[] = [];
  for (const campaign of await listCampaigns(tx)) {
    const units = campaign.phase === 'preparing' ? [] : await listCampaignUnits(tx, campaign);
    if (units.some(({ assessedId }) => assessedId === unitId)) own.push(campaign);
  }
  return own;
}

/**
 * All of a unit's part in a campaign; undefined when it is not assessed there. With `isLocked` no other
 * move of the unit, no change of its points and no step of the city comes between until the transaction ends.
 */
export async function findOwnPart(
  tx: Tx,
  actor: SignedInActor,
  campaignId: string,
  today: string,
  { isLocked = false } = {},
): Promise<OwnPart | undefined> {
  const { unitId } = actor;
  if (isLocked) {
    await lockCampaign(tx, campaignId, 'stay');
    await lockScores(tx, unitId);
  }
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign || campaign.phase === 'preparing') return undefined;
  const own = (await listCampaignUnits(tx, campaign)).find(({ assessedId }) => assessedId === unitId);
  if (!own) return undefined;
  const assessment = await findAssessment(tx, unitId, campaignId, { isLocked });
  const plan = await findLivePlan(tx, unitId, campaign.year);
  const of = { unitId, assessmentId: assessment?.id ?? '' };
  const claims = assessment ? await listClaims(tx, of) : new Map<string, KeptClaim>();
  const bonusClaims = assessment ? await listBonusClaims(tx, of) : [];
  const criteria = await listCampaignLeaves(tx, campaign);
  const leaves = criteria.filter(({ isLeaf }) => isLeaf);
  const current = await gatherClaims(tx, plan, leaves, bonusClaims, today);
  const kinds = await listDepartmentKinds(tx, unitId);
  return {
    campaign,
    plan,
    assessment,
    stage: stageOf(assessment?.stage ?? 'claiming', campaign.phase),
    clock: clockOf(campaign.calendar, own.graces, 'claim'),
    criteria,
    bonusClaims,
    leaves: leaves.map(({ code, title, scoredBy, maxPoints }) => {
      const now = current.get(code)!;
      const kept = claims.get(code);
      return {
        code,
        title,
        scoredBy,
        maxPoints,
        kept,
        current: now,
        answering: answeringDepartments(now, kinds, actor.departmentId),
        state: kept?.state ?? 'open',
        selfPoints: kept?.selfPoints ?? null,
        declared: kept?.fingerprint ?? null,
        declaredBy: kept?.declaredById ?? null,
        reviewedBy: kept?.reviewedById ?? null,
        bonusBy: bonusClaims.filter((claim) => claim.code === code).map((claim) => claim.createdById),
        now: { fingerprint: now.fingerprint, points: now.points, proof: now.proof },
      };
    }),
  };
}

/** The opened part, locked; else what is missing. */
export async function findOpenedPart(
  tx: Tx,
  actor: SignedInActor,
  campaignId: string,
  today: string,
): Promise<OpenedPart | { kind: 'not_found'; noun: 'campaign' } | { kind: 'not_opened' }> {
  const part = await findOwnPart(tx, actor, campaignId, today, { isLocked: true });
  if (!part) return { kind: 'not_found', noun: 'campaign' };
  const { assessment } = part;
  return assessment ? { ...part, assessment } : { kind: 'not_opened' };
}

/** One leaf of it that the unit may claim or look at. */
export function findLeaf(part: OwnPart, code: string): FoundLeaf | undefined {
  return part.leaves.find((leaf) => leaf.code === code);
}
