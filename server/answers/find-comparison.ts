import { hasConflict, isAssigned } from '#core/assessments/appraisers.ts';
import type { AnswerKind, Campaign } from '#core/assessments/campaign.ts';
import type { Comparison, Given } from '#core/assessments/comparison.ts';
import { columnsIn, compareLeaves, type LeafStory } from '#core/assessments/side-by-side.ts';
import { PHASES } from '#core/assessments/stages.ts';
import {
  findCampaign,
  type KeptRuling,
  listCampaignLeaves,
  listCampaigns,
  listCampaignUnits,
  listRulings,
  listSubmitted,
} from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listOwnUnits } from '#server/db/people-rows.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { findOwnAnswers, isAnswerable } from './own-answers.ts';
import {
  findSubmission,
  isSeated,
  type KeptAnswer,
  listAnswers,
  listGiven,
  listPublications,
  listResults,
} from './store.ts';

/**
 * The rounds of one unit side by side, as far as the person may see them: a unit itself alone, the city its
 * units, an appraiser the leaves assigned, a council from the deciding on. Undefined where there is nothing
 * for this person to see.
 */
export async function findComparison(
  tx: Tx,
  actor: SignedInActor,
  campaignId: string,
  unitId: string,
): Promise<Comparison | undefined> {
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign) return undefined;
  const isHost = campaign.hostId === actor.unitId;
  if (!isHost && unitId !== actor.unitId) return undefined;
  const unit = (await listCampaignUnits(tx, campaign)).find(({ assessedId }) => assessedId === unitId);
  if (!unit || campaign.phase === 'preparing') return undefined;
  const isSeen = await findSight(tx, actor, campaign, unitId);
  if (!isSeen) return undefined;

  const rows = await listCampaignLeaves(tx, campaign);
  const submission = await findSubmission(tx, campaign, unitId);
  const claims = await listSubmitted(tx, campaign, { assessedId: unitId });
  const claimByCode = new Map(claims.map((claim) => [claim.code, claim]));
  const rulings = Map.groupBy(await listRulings(tx, campaign, { assessedId: unitId }), ({ code }) => code);
  const answers = (await listAnswers(tx, campaignId, unitId)).filter(({ sentAt }) => sentAt !== null);
  const before = await findLastLeaves(tx, campaign, unitId);
  const seen = rows.filter(({ isLeaf, code }) => isLeaf && isSeen(code));
  const stories = new Map(
    seen.map(({ code }): [string, LeafStory] => {
      const claim = claimByCode.get(code);
      const find = (kind: AnswerKind) => answers.find((each) => each.code === code && each.kind === kind);
      const claimed = claim && submission ? claimedRounds(claim, submission) : [];
      return [
        code,
        {
          lastPoints: before[code] ?? submission?.lastPoints[code] ?? null,
          given: [...claimed, ...(submission ? (rulings.get(code) ?? []) : []).map(describeGiven)],
          explanation: describeSent(find('explanation')),
          appeal: describeSent(find('appeal')),
        },
      ];
    }),
  );
  const { id, year, title, phase } = campaign;
  const shown = columnsIn(phase, isHost ? 'host' : 'unit');
  return {
    campaign: { id, year, title, phase },
    unit: { id: unitId, name: unit.unitName },
    submitted: submission ? { number: submission.number, by: submission.by, at: submission.at } : null,
    shown,
    isPartial: seen.length < rows.filter(({ isLeaf }) => isLeaf).length,
    ...compareLeaves(rows, stories, shown),
  };
}

/** Which leaves of the unit the person may see; undefined for none at all. */
async function findSight(
  tx: Tx,
  actor: SignedInActor,
  campaign: Campaign,
  unitId: string,
): Promise<((code: string) => boolean) | undefined> {
  const { role, userId } = actor;
  const everything = () => true;
  if (campaign.hostId !== actor.unitId) {
    if (role !== 'contributor') return everything;
    const own = await findOwnAnswers(tx, actor, campaign.id);
    const codes = new Set(
      own?.leaves.filter((leaf) => isAnswerable(actor, leaf)).map(({ leaf }) => leaf.code),
    );
    return (code) => codes.has(code);
  }
  if (role === 'contributor') return undefined;
  if (role === 'council') {
    const isDeciding = PHASES.indexOf(campaign.phase) >= PHASES.indexOf('deciding');
    return isDeciding && (await isSeated(tx, campaign, userId)) ? everything : undefined;
  }
  if (role !== 'appraiser') return everything;
  const { assignments, conflicts } = await listGiven(tx, campaign, userId);
  // Whoever belongs to the unit would else read what is ruled on it before the unit may.
  const isOwn = (await listOwnUnits(tx, userId)).includes(unitId);
  if (isOwn || hasConflict(conflicts, userId, unitId)) return undefined;
  const isMine = (code: string) => isAssigned(assignments, { userId, code, unitId });
  return assignments.some((each) => each.unitId === null || each.unitId === unitId) ? isMine : undefined;
}

type Claim = Awaited<ReturnType<typeof listSubmitted>>[number];

function claimedRounds(
  { selfPoints, points, reasons }: Claim,
  { by, at }: { by: string; at: string },
): Given[] {
  const said = { question: '', note: '', by, at };
  return [
    { round: 'self', points: selfPoints, reasons: [], ...said },
    { round: 'review', points, reasons, ...said },
  ];
}

function describeGiven({ round, points, reasons, question, note, judgedBy, judgedAt }: KeptRuling): Given {
  return { round, points, reasons, question, note, by: judgedBy, at: judgedAt };
}

function describeSent(answer: KeptAnswer | undefined): LeafStory['explanation'] {
  if (!answer) return null;
  const { text, askedPoints, proofs, sentBy, sentAt } = answer;
  return { text, askedPoints, proofs: proofs.length, sentBy: sentBy ?? '', sentAt: sentAt ?? '' };
}

/** The last campaign of the same city before this one that was published; undefined when there was none. */
export async function findLastPublication(
  tx: Tx,
  { hostId, year }: Pick<Campaign, 'hostId' | 'year'>,
): Promise<{ year: number; publicationId: string } | undefined> {
  const earlier = (await listCampaigns(tx)).filter(
    (each) => each.hostId === hostId && each.year < year && each.phase === 'published',
  );
  for (const campaign of earlier) {
    const [publication] = await listPublications(tx, campaign);
    if (publication) return { year: campaign.year, publicationId: publication.id };
  }
  return undefined;
}

/** What the leaves of the unit came to in that campaign, by code. */
async function findLastLeaves(tx: Tx, campaign: Campaign, unitId: string): Promise<Record<string, number>> {
  const last = await findLastPublication(tx, campaign);
  const [result] = last ? await listResults(tx, campaign.hostId, last.publicationId, unitId) : [];
  return result?.leaves ?? {};
}
