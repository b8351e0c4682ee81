import { createHash } from 'node:crypto';
import {
  type AnswerLine,
  answerText,
  isToAnswer,
  type LeafAnswer,
  lastDayOf,
  type TimeLeft,
} from '#core/assessments/answers.ts';
import type { AnswerKind, Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import { type Clock, clockOf, hasRunOut } from '#core/assessments/clock.ts';
import type { ClaimContent } from '#core/assessments/leaf-claim.ts';
import { type MoveRefusal, refuseMove } from '#core/assessments/moves.ts';
import type { Ruling } from '#core/assessments/ruling.ts';
import { ROUNDS, type Stage, stageOf } from '#core/assessments/stages.ts';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import { type WorkCalendar, workingDaysBetween } from '#core/deadlines/working-days.ts';
import { refuseAction } from '#core/people/permissions.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import {
  findCampaign,
  type KeptRuling,
  listCampaignLeaves,
  listCampaignUnits,
  listRulings,
  lockCampaign,
} from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import { listHidden } from '#server/evidence/visible-evidence.ts';
import { describeRefusal } from '#server/http/problems.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { listDepartmentKinds } from '#server/people/department-kinds.ts';
import { answerProblems } from './problems.ts';
import {
  findOwnAssessment,
  type KeptAnswer,
  listAnswers,
  listSubmittedContent,
  type OwnAssessment,
} from './store.ts';

/** One leaf with all that was ruled on it and released, and what the unit said to it. */
export type AnsweredLeaf = {
  leaf: CampaignLeaf;
  owners: OwnerOf[];
  /** The departments whose people may answer, with everyone's own where a group answers for it. */
  answering: string[];
  claimed: ClaimContent | undefined;
  first: KeptRuling | undefined;
  /** The last ruling the unit may see. */
  standing: KeptRuling | undefined;
  explanation: KeptAnswer | undefined;
  appeal: KeptAnswer | undefined;
};

/** A campaign in which the unit is assessed, as far as answers go. */
export type OwnAnswers = {
  campaign: Campaign;
  assessment: OwnAssessment | undefined;
  stage: Stage;
  clocks: { explain: Clock | undefined; appeal: Clock | undefined };
  calendar: WorkCalendar;
  /** Evidence the person may not read: on rows of a restricted register, or removed. Answers hold it all the same. */
  hidden: ReadonlySet<string>;
  leaves: AnsweredLeaf[];
};

/**
 * Everything the unit may answer in a campaign; undefined when it is not assessed there. With `isLocked` the
 * city takes no step until the transaction ends.
 */
export async function findOwnAnswers(
  tx: Tx,
  actor: SignedInActor,
  campaignId: string,
  { isLocked = false } = {},
): Promise<OwnAnswers | undefined> {
  const { unitId } = actor;
  if (isLocked) await lockCampaign(tx, campaignId, 'stay');
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign || campaign.phase === 'preparing') return undefined;
  const own = (await listCampaignUnits(tx, campaign)).find(({ assessedId }) => assessedId === unitId);
  if (!own) return undefined;
  const assessment = await findOwnAssessment(tx, unitId, campaignId);
  const criteria = await listCampaignLeaves(tx, campaign);
  const submitted = await listSubmittedContent(tx, unitId, campaignId);
  const rulings = Map.groupBy(await listRulings(tx, campaign, { assessedId: unitId }), ({ code }) => code);
  const answers = await listAnswers(tx, campaignId, unitId);
  const copies = [...submitted.values(), ...answers].flatMap(({ proofs }) => proofs);
  const hidden = await listHidden(
    tx,
    unitId,
    copies.map(({ evidenceId }) => evidenceId),
  );
  const rows = assessment ? await listAnnexRows(tx, assessment.plan) : [];
  const ownersByCode = new Map(rows.map(({ code, owners }) => [code, owners]));
  const kinds = await listDepartmentKinds(tx, unitId);
  const leaves = criteria
    .filter(({ isLeaf }) => isLeaf)
    .map((leaf): AnsweredLeaf => {
      const given = rulings.get(leaf.code) ?? [];
      const owners = ownersByCode.get(leaf.code) ?? [];
      const find = (kind: AnswerKind) =>
        answers.find((answer) => answer.code === leaf.code && answer.kind === kind);
      return {
        leaf,
        owners,
        answering: answeringDepartments({ owners }, kinds, actor.departmentId),
        claimed: showProofs(submitted.get(leaf.code), hidden),
        first: given.find(({ round }) => round === 'appraisal_1'),
        standing: given
          .toSorted((one, other) => ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round))
          .at(-1),
        explanation: find('explanation'),
        appeal: find('appeal'),
      };
    });
  const clock = (kind: 'explain' | 'appeal') => clockOf(campaign.calendar, own.graces, kind);
  return {
    campaign,
    assessment,
    stage: stageOf(assessment?.stage ?? 'claiming', campaign.phase),
    clocks: { explain: clock('explain'), appeal: clock('appeal') },
    calendar: await findWorkCalendar(tx, unitId),
    hidden,
    leaves,
  };
}

function showProofs<Holder extends Pick<ClaimContent, 'proofs'> | undefined>(
  holder: Holder,
  hidden: ReadonlySet<string>,
): Holder {
  return holder && { ...holder, proofs: holder.proofs.filter(({ evidenceId }) => !hidden.has(evidenceId)) };
}

/** Whether the leaf is the person's own: officers and contributors answer for theirs, and see no other. */
export function isAnswerable(actor: SignedInActor, { answering }: Pick<AnsweredLeaf, 'answering'>): boolean {
  const isKept = actor.role === 'officer' || actor.role === 'contributor';
  return !isKept || refuseAction(actor, 'assessment.explain', answering) === undefined;
}

/** What an answer of a kind is about. */
export function rulingOf(found: AnsweredLeaf, kind: AnswerKind): KeptRuling | undefined {
  return kind === 'explanation' ? found.first : found.standing;
}

export type AnswerMove = 'explain' | 'send_explanation' | 'appeal';
type Where = { part: OwnAnswers; actor: SignedInActor; today: string };

/** What stands against a move of one leaf; `text` is what would be kept or sent. */
export function refuseAnswer(
  move: AnswerMove,
  { part, actor, today }: Where,
  found: AnsweredLeaf,
  text: string,
): MoveRefusal | undefined {
  const { stage, clocks } = part;
  const situation = { stage, role: actor.role, today };
  const has_text = text !== '';
  if (move === 'appeal') {
    const facts = { not_appealed_yet: (found.appeal?.sentAt ?? null) === null, has_text };
    return refuseMove(move, { ...situation, clock: clocks.appeal, facts });
  }
  const facts = { was_cut_or_asked: isToAnswer(found.first), has_text };
  return refuseMove(move, { ...situation, clock: clocks.explain, facts });
}

/** SHA-256 in hex of what an answer says and of the ruling it is said about. */
export function fingerprintOf(
  ruling: KeptRuling | undefined,
  answer: Pick<LeafAnswer, 'text' | 'askedPoints' | 'proofs'>,
): string {
  return createHash('sha256')
    .update(answerText(ruling?.id ?? '', answer))
    .digest('hex');
}

/** One leaf as the page shows it. */
export function describeLine(where: Where, found: AnsweredLeaf): AnswerLine {
  const { leaf, owners, claimed, first, standing } = found;
  const { code, title, maxPoints, scoredBy } = leaf;
  const lost = first && first.from !== null ? first.from - first.points : 0;
  return {
    code,
    title,
    maxPoints,
    scoredBy,
    owners,
    claimed: claimed ?? null,
    ruling: describeRuling(first),
    standing: describeRuling(standing),
    lostPoints: lost,
    explanation: describeAnswer(where, found, 'explanation'),
    appeal: describeAnswer(where, found, 'appeal'),
    moves: [
      offer('explain', where, found, 'x'),
      offer('send_explanation', where, found, found.explanation?.text ?? ''),
      offer('appeal', where, found, 'x'),
    ],
  };
}

function offer(
  move: AnswerMove,
  where: Where,
  found: AnsweredLeaf,
  text: string,
): AnswerLine['moves'][number] {
  const refusal = refuseAnswer(move, where, found, text);
  if (!refusal) return { move, refusal: null };
  const { kind, vi, en } = describeRefusal(refusal, answerProblems).body.problem;
  return { move, refusal: { kind, vi, en } };
}

function describeRuling(ruling: KeptRuling | undefined): Ruling | null {
  if (!ruling) return null;
  const { id, points, reasons, question, note, from, fingerprint, judgedBy, judgedAt } = ruling;
  return { id, points, reasons, question, note, from, fingerprint, judgedBy, judgedAt };
}

function describeAnswer({ part }: Where, found: AnsweredLeaf, kind: AnswerKind): LeafAnswer | null {
  const answer = kind === 'explanation' ? found.explanation : found.appeal;
  if (!answer) return null;
  const { proofs } = showProofs(answer, part.hidden);
  const { text, askedPoints, writtenBy, writtenAt, sentBy, sentAt, version, fingerprint } = answer;
  const isRulingChanged = fingerprintOf(rulingOf(found, kind), answer) !== fingerprint;
  return { text, askedPoints, proofs, writtenBy, writtenAt, sentBy, sentAt, version, isRulingChanged };
}

/** What is left of a clock, in working days of the unit. */
export function leftOf(clock: Clock | undefined, calendar: WorkCalendar, today: string): TimeLeft | null {
  if (!clock) return null;
  const workingDaysLeft = workingDaysBetween(calendar, today, lastDayOf(clock));
  return { ...clock, workingDaysLeft, isOver: hasRunOut(clock, today) };
}
