import { z } from 'zod';
import { withReasonSchema } from '#core/assessments/assessment-page.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import { approveFacts, putForwardFacts, reasonFacts, submitFacts } from '#core/assessments/claim-facts.ts';
import { type MoveRefusal, stageAfter } from '#core/assessments/moves.ts';
import { UNIT_STAGES } from '#core/assessments/stages.ts';
import type { EventVerb } from '#core/event-kinds.ts';
import { sumPoints } from '#core/points.ts';
import { recordEvent, tellChange } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { findOpenedPart, type OpenedPart } from './find-assessment.ts';
import { type AssessmentProblem, assessmentProblems } from './problems.ts';
import { refuseWholeMove } from './refuse-claim-move.ts';
import { addMove, saveStage } from './store.ts';
import { addSubmission, type LeafToSubmit, withdrawSubmission } from './submission-store.ts';

type WholeMove = 'put_forward' | 'send_back' | 'approve' | 'reopen' | 'submit' | 'withdraw';
type Where = { part: OpenedPart; actor: SignedInActor; today: string };
type Said = { reason: string; now: Date };

type MoveOfWhole = {
  permission: 'assessment.review' | 'assessment.approve' | 'assessment.submit';
  summary: string;
  verb: EventVerb<'assessment'>;
  refuses(where: Where, reason: string): MoveRefusal | undefined;
  /** What it does besides moving on; what it answers goes into the log. */
  also?(tx: Tx, where: Where, said: Said): Promise<Record<string, unknown>>;
};

const WHOLE_MOVES = {
  put_forward: {
    permission: 'assessment.review',
    summary: 'puts the reviewed assessment before the leader',
    verb: 'put_forward',
    refuses: (where) => refuseWholeMove('put_forward', where, putForwardFacts(where.part.leaves)),
  },
  send_back: {
    permission: 'assessment.approve',
    summary: 'sends the assessment back to be worked on, with a reason',
    verb: 'sent_back',
    refuses: (where, reason) => refuseWholeMove('send_back', where, reasonFacts(reason)),
  },
  approve: {
    permission: 'assessment.approve',
    summary: 'approves the assessment; refused to whoever declared or reviewed a leaf of it',
    verb: 'approved',
    refuses: (where) =>
      refuseWholeMove('approve', where, approveFacts(where.part.leaves, where.actor.userId)),
  },
  reopen: {
    permission: 'assessment.submit',
    summary: 'opens an assessment again that was put forward or approved, with a reason',
    verb: 'reopened',
    refuses: (where, reason) => refuseWholeMove('reopen', where, reasonFacts(reason)),
  },
  submit: {
    permission: 'assessment.submit',
    summary: 'hands the assessment in: a copy that nothing changes afterwards',
    verb: 'submitted',
    refuses: (where) => refuseWholeMove('submit', where, submitFacts(where.part.leaves)),
    also: handIn,
  },
  withdraw: {
    permission: 'assessment.submit',
    summary: 'withdraws what was handed in before the appraisal starts, with a reason',
    verb: 'withdrawn',
    refuses: (where, reason) => refuseWholeMove('withdraw', where, reasonFacts(reason)),
    also: takeOut,
  },
} satisfies Record<WholeMove, MoveOfWhole>;

/** Moves of the whole assessment: to the leader, back, and to the city. */
export function wholeMoveRoutes(): Route[] {
  const { inUnit } = routesOf<AssessmentProblem>(assessmentProblems);
  return (Object.keys(WHOLE_MOVES) as WholeMove[]).map((move) => {
    const { permission, summary, verb, refuses, also }: MoveOfWhole = WHOLE_MOVES[move];
    return inUnit({
      method: 'post',
      path: `/api/assessment/{campaign}/${move.replace('_', '-')}`,
      permission,
      summary,
      params: z.object({ campaign: z.uuid() }),
      body: withReasonSchema,
      answer: z.object({ stage: z.enum(UNIT_STAGES), version: z.int() }),
      async run({ tx, actor, params, body: { version, reason }, today, now }) {
        const part = await findOpenedPart(tx, actor, params.campaign, today);
        if ('kind' in part) return refuse(part);
        const { assessment } = part;
        const where = { part, actor, today };
        const refusal = refuses(where, reason);
        if (refusal) return refuse(refusal);
        const stage = z.enum(UNIT_STAGES).parse(stageAfter(move, assessment.stage));
        if (!(await saveStage(tx, assessment, version, stage))) return refuse({ kind: 'stale_version' });
        const after = { ...(reason === '' ? {} : { reason }), ...(await also?.(tx, where, { reason, now })) };
        await addMove(tx, of(where), actor, { code: null, move, reason });
        await recordEvent(tx, actor, { noun: 'assessment', subjectId: assessment.id, verb, after });
        return { stage, version: version + 1 };
      },
    });
  });
}

async function handIn(tx: Tx, where: Where): Promise<Record<string, unknown>> {
  const { leaves, campaign } = where.part;
  const toSubmit = leaves
    .filter(({ scoredBy }) => isClaimedByUnit(scoredBy))
    .map(({ code, kept, current }): LeafToSubmit => {
      if (
        !kept?.content ||
        kept.fingerprint === null ||
        kept.selfPoints === null ||
        kept.reviewPoints === null
      )
        throw new Error(`an approved assessment has ${code} without an accepted claim`);
      return {
        code,
        selfPoints: kept.selfPoints,
        points: kept.reviewPoints,
        reasons: kept.reviewReasons,
        lastPoints: current.planRow?.lastPoints ?? null,
        content: kept.content,
        fingerprint: kept.fingerprint,
      };
    });
  const points = sumPoints(toSubmit.map((leaf) => leaf.points));
  const lastPoints = Object.fromEntries(
    leaves.flatMap(({ code, current: { planRow } }) =>
      planRow && planRow.lastPoints !== null ? [[code, planRow.lastPoints]] : [],
    ),
  );
  const handedIn = { points, lastPoints, leaves: toSubmit };
  const number = await addSubmission(tx, ofCampaign(where), where.actor, handedIn);
  await tellHost(tx, where);
  return { number, points, campaign: campaign.title };
}

async function takeOut(tx: Tx, where: Where, { reason, now }: Said): Promise<Record<string, unknown>> {
  await withdrawSubmission(tx, of(where), { userId: where.actor.userId, at: now.toISOString(), reason });
  await tellHost(tx, where);
  return { campaign: where.part.campaign.title };
}

async function tellHost(tx: Tx, { part }: Where): Promise<void> {
  await tellChange(tx, part.assessment.hostId, { noun: 'campaign', subjectId: part.campaign.id });
}

function of({ part, actor }: Where) {
  return { unitId: actor.unitId, assessmentId: part.assessment.id };
}

function ofCampaign(where: Where) {
  const { campaignId, hostId } = where.part.assessment;
  return { ...of(where), campaignId, hostId };
}
