import { createHash } from 'node:crypto';
import { validate } from 'uuid';
import { type AppraisedUnit, ruledState } from '#core/assessments/appraisal.ts';
import { type Assignment, isAssigned } from '#core/assessments/appraisers.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import type { Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import { pointsBefore, type RoundPoints } from '#core/assessments/columns.ts';
import {
  type AppraisalRound,
  appraisalRoundOf,
  isDue,
  type Judged,
  judgedText,
} from '#core/assessments/judged.ts';
import { mayEver } from '#core/people/permissions.ts';
import {
  findCampaign,
  type KeptRuling,
  listCampaignUnits,
  listRulings,
  listSubmitted,
  type SubmittedLeaf,
} from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { SignedInActor } from '#server/http/route.ts';
import {
  findCampaignLeaf,
  listAnswers,
  listConflicts,
  listOwnAssignments,
  listSubmissions,
  type SentAnswer,
} from './store.ts';

/** A campaign before the eyes of one person of its city: what they were given, and whom they leave to others. */
export type Desk = {
  campaign: Campaign;
  round: AppraisalRound;
  actor: SignedInActor;
  assignments: Assignment[];
  conflicts: Set<string>;
};

export type DeskLeaf = Pick<CampaignLeaf, 'code' | 'title' | 'maxPoints' | 'scoredBy'>;

export async function openDesk(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<Desk | { kind: 'not_found'; noun: 'campaign' }> {
  const campaign = validate(id) ? await findCampaign(tx, id) : undefined;
  if (campaign?.hostId !== actor.unitId) return { kind: 'not_found', noun: 'campaign' };
  return {
    campaign,
    round: appraisalRoundOf(campaign.phase),
    actor,
    assignments: await listOwnAssignments(tx, campaign, actor.userId),
    conflicts: await listConflicts(tx, campaign, actor.userId),
  };
}

/** The focal officer of the city stands in everywhere while nothing was given to them; others only where assigned. */
export function isGiven({ assignments, actor }: Desk, code: string, unitId: string): boolean {
  if (actor.role === 'focal' && assignments.length === 0) return true;
  return isAssigned(assignments, { userId: actor.userId, code, unitId });
}

/**
 * Whether a unit is kept from whoever judges: one they declared, and one they belong to, which would else read
 * what is ruled on it before it is released.
 */
export function isHidden({ conflicts, actor }: Pick<Desk, 'conflicts' | 'actor'>, unitId: string): boolean {
  return mayEver(actor.role, 'appraisal.judge') && conflicts.has(unitId);
}

/** A leaf of the campaign, when at least one unit of it was given to the person. */
export async function findDeskLeaf(
  tx: Tx,
  desk: Desk,
  code: string,
): Promise<DeskLeaf | { kind: 'not_found'; noun: 'criterion' }> {
  const leaf = await findCampaignLeaf(tx, desk.campaign, code);
  const isSeen =
    isGiven(desk, code, '') ||
    desk.assignments.some(({ unitId }) => unitId !== null && isGiven(desk, code, unitId));
  return leaf && isSeen ? leaf : { kind: 'not_found', noun: 'criterion' };
}

/** One leaf of one unit with all that is judged of it. */
export type DeskClaim = {
  unit: AppraisedUnit;
  /** The newest ruling of the present round. */
  ruling: KeptRuling | undefined;
  claim: SubmittedLeaf | undefined;
  answer: SentAnswer | undefined;
  fingerprint: string;
  isSubmitted: boolean;
};

/** The units of a leaf that the person may see and that submitted, by name; one of them when it is named. */
export async function listDeskClaims(
  tx: Tx,
  desk: Desk,
  leaf: DeskLeaf,
  assessedId?: string,
): Promise<{ claims: DeskClaim[]; notSubmitted: number }> {
  const { campaign } = desk;
  const { code } = leaf;
  const only = assessedId === undefined ? { code } : { code, assessedId };
  const units = (await listCampaignUnits(tx, campaign)).filter(
    (unit) =>
      (assessedId === undefined || unit.assessedId === assessedId) && isGiven(desk, code, unit.assessedId),
  );
  const submissions = await listSubmissions(tx, campaign, assessedId);
  const submissionByUnit = new Map(submissions.map((each) => [each.assessedId, each.id]));
  const claims = new Map((await listSubmitted(tx, campaign, only)).map((each) => [each.assessedId, each]));
  const rulings = Map.groupBy(await listRulings(tx, campaign, only), (each) => each.assessedId);
  const answers = new Map((await listAnswers(tx, campaign, only)).map((each) => [each.assessedId, each]));
  const described = units.map((unit) => {
    const submissionId = submissionByUnit.get(unit.assessedId);
    const seen = isHidden(desk, unit.assessedId)
      ? { claim: undefined, rulings: [], answer: undefined }
      : {
          claim: claims.get(unit.assessedId),
          rulings: rulings.get(unit.assessedId) ?? [],
          answer: answers.get(unit.assessedId),
        };
    return describeUnit(desk, leaf, unit, { submissionId, ...seen });
  });
  const submitted = described.filter((each) => each.isSubmitted);
  return { claims: submitted, notSubmitted: described.length - submitted.length };
}

/** The fingerprint of what lies before whoever rules in a round. */
function fingerprintOf(round: AppraisalRound, judged: Judged): string {
  const text = judgedText(round, judged);
  return round === 'appraisal_1' ? text : createHash('sha256').update(text).digest('hex');
}

type Found = {
  submissionId: string | undefined;
  claim: SubmittedLeaf | undefined;
  rulings: readonly KeptRuling[];
  answer: SentAnswer | undefined;
};

/** Of a unit in conflict the claim may be hidden; that it submitted is known all the same. */
function describeUnit(
  { round, conflicts }: Desk,
  leaf: DeskLeaf,
  { assessedId: unitId, unitName }: { assessedId: string; unitName: string },
  { submissionId, claim, rulings, answer }: Found,
): DeskClaim {
  const ruling = rulings.find((each) => each.round === round);
  const first = rulings.find((each) => each.round === 'appraisal_1');
  const given: RoundPoints[] = [
    ...(claim ? [{ round: 'review' as const, points: claim.points, reasons: claim.reasons }] : []),
    ...rulings,
  ];
  const from = pointsBefore(given, round);
  const fingerprint = fingerprintOf(round, {
    submitted: claim?.fingerprint ?? submissionId ?? '',
    firstRulingId: first?.id ?? null,
    answer: answer ?? null,
  });
  const hasConflict = conflicts.has(unitId);
  const isSubmitted =
    submissionId !== undefined && (claim !== undefined || !isClaimedByUnit(leaf.scoredBy) || hasConflict);
  return {
    unit: {
      unitId,
      unitName,
      selfPoints: claim?.selfPoints ?? null,
      claimedPoints: claim?.points ?? null,
      lastPoints: claim?.lastPoints ?? null,
      proofs: claim?.proofs ?? 0,
      points: ruling ? ruling.points : from,
      from,
      rulingId: ruling?.id ?? null,
      state: ruledState(ruling ?? null),
      judgedBy: ruling?.judgedBy ?? null,
      isDue: isDue(round, { first, isAnswered: answer !== undefined }),
      hasAnswer: answer !== undefined,
      isChanged: ruling !== undefined && ruling.fingerprint !== fingerprint,
      hasConflict,
    },
    ruling,
    claim,
    answer,
    fingerprint,
    isSubmitted,
  };
}
