import type { OfferedMove } from '#core/assessments/assessment-page.ts';
import {
  acceptFacts,
  approveFacts,
  declareFacts,
  putForwardFacts,
  reasonFacts,
  returnFacts,
  submitFacts,
  takeBackFacts,
} from '#core/assessments/claim-facts.ts';
import { type FactsOf, MOVES, type Move, type MoveRefusal, refuseMove } from '#core/assessments/moves.ts';
import { type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import { commonProblems, describeRefusal, type Problem } from '#server/http/problems.ts';
import type { SignedInActor } from '#server/http/route.ts';
import type { FoundLeaf, OwnPart } from './find-assessment.ts';
import { type AssessmentProblem, assessmentProblems } from './problems.ts';

type Where = { part: OwnPart; actor: SignedInActor; today: string };

/** Whether a move of the whole is refused. */
export function refuseWholeMove<M extends Move>(
  move: M,
  { part, actor, today }: Where,
  facts: FactsOf<M>,
): MoveRefusal | undefined {
  return refuseMove(move, { stage: part.stage, role: actor.role, today, clock: part.clock, facts });
}

/** Whether a move of one leaf is refused; an officer moves only what the own department answers for. */
export function refuseLeafMove<M extends Move>(
  move: M,
  where: Where,
  leaf: Pick<FoundLeaf, 'answering'>,
  facts: FactsOf<M>,
): MoveRefusal | NotPermitted | undefined {
  const refusal = refuseAction(where.actor, MOVES[move].who, leaf.answering);
  return refusal?.because === 'not_own' ? refusal : refuseWholeMove(move, where, facts);
}

/** The moves a leaf may come to next, each with what stands against it; reasons and points are typed later. */
export function offerLeafMoves(where: Where, leaf: FoundLeaf): OfferedMove[] {
  const { state, declared, selfPoints } = leaf;
  if (where.part.assessment === undefined || leaf.kept === undefined) return [];
  const returned = offer('return', refuseLeafMove('return', where, leaf, returnFacts(leaf, 'typed later')));
  if (state === 'accepted') return [returned];
  if (state !== 'declared')
    return [offer('declare', refuseLeafMove('declare', where, leaf, declareFacts(leaf)))];
  const review = { points: selfPoints ?? 0, reasons: [] };
  const accept = acceptFacts(leaf, { by: where.actor.userId, judged: declared ?? '', review });
  return [
    offer('take_back', refuseLeafMove('take_back', where, leaf, takeBackFacts(leaf))),
    offer('accept', refuseLeafMove('accept', where, leaf, accept)),
    returned,
  ];
}

/** Every move of the whole, each with what stands against it; before it is opened, just the opening. */
export function offerWholeMoves(where: Where): OfferedMove[] {
  const { part, actor } = where;
  if (!part.assessment) return [offer('open_assessment', refuseOpening(where))];
  const withReason = reasonFacts('typed later');
  return [
    offer('put_forward', refuseWholeMove('put_forward', where, putForwardFacts(part.leaves))),
    offer('send_back', refuseWholeMove('send_back', where, withReason)),
    offer('approve', refuseWholeMove('approve', where, approveFacts(part.leaves, actor.userId))),
    offer('reopen', refuseWholeMove('reopen', where, withReason)),
    offer('submit', refuseWholeMove('submit', where, submitFacts(part.leaves))),
    offer('withdraw', refuseWholeMove('withdraw', where, withReason)),
  ];
}

/** Whether the unit's part may be opened: by whoever keeps it, while there is time to claim, with a plan of the year. */
export function refuseOpening(where: Where): AssessmentProblem | NotPermitted | undefined {
  const { part, actor, today } = where;
  const refusal =
    refuseAction(actor, 'assessment.open') ??
    refuseMove('declare', {
      stage: part.stage,
      role: actor.role,
      today,
      clock: part.clock,
      facts: { claimed_by_unit: true, is_open: true, points_known: true, proved_or_explained: true },
    });
  if (refusal) return refusal;
  return part.plan ? undefined : { kind: 'no_plan' };
}

const problems = { ...commonProblems, ...assessmentProblems } as unknown as Record<string, Problem<never>>;

/** What a refusal says in both languages. */
export function sayRefusal(refusal: AssessmentProblem | NotPermitted | { kind: 'stale_version' }) {
  const { kind, vi, en } = describeRefusal(refusal, problems).body.problem;
  return { kind, vi, en };
}

function offer(move: string, refusal: AssessmentProblem | NotPermitted | undefined): OfferedMove {
  return { move, refusal: refusal ? sayRefusal(refusal) : null };
}
