import type { z } from 'zod';
import type {
  acceptInputSchema,
  declareInputSchema,
  withReasonSchema,
} from '#core/assessments/assessment-page.ts';
import {
  acceptFacts,
  declareFacts,
  refuseReview,
  returnFacts,
  takeBackFacts,
} from '#core/assessments/claim-facts.ts';
import type { NotPermitted } from '#core/people/permissions.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { SignedInActor } from '#server/http/route.ts';
import type { FoundLeaf, OpenedPart } from './find-assessment.ts';
import type { AssessmentProblem } from './problems.ts';
import { refuseLeafMove } from './refuse-claim-move.ts';
import { addMove, type NewMove, saveClaim } from './store.ts';

export type LeafProblem = AssessmentProblem | NotPermitted | { kind: 'stale_version' };
type Where = { part: OpenedPart; actor: SignedInActor; today: string; now: Date };

const STALE = { kind: 'stale_version' } as const;

/** Declares a leaf with everything it rests on now; refused when that is not what the person saw. */
export async function declareLeaf(
  tx: Tx,
  where: Where,
  leaf: FoundLeaf,
  { version, judged }: z.infer<typeof declareInputSchema>,
): Promise<LeafProblem | undefined> {
  const refusal = refuseLeafMove('declare', where, leaf, declareFacts(leaf));
  if (refusal) return refusal;
  const { content, fingerprint } = leaf.current;
  if (judged !== fingerprint) return STALE;
  const { actor, now } = where;
  const isSaved = await saveClaim(
    tx,
    of(where),
    { code: leaf.code, version },
    {
      state: 'declared',
      content,
      fingerprint,
      selfPoints: content.points,
      reviewPoints: null,
      returnReason: '',
      declared: { by: actor.userId, name: actor.personName, at: now.toISOString() },
      reviewedBy: null,
    },
  );
  if (!isSaved) return STALE;
  await keep(tx, where, 'declared', {
    code: leaf.code,
    move: 'declare',
    points: content.points,
    fingerprint,
  });
  return undefined;
}

/** Takes back a leaf that was not reviewed yet. */
export async function takeBackLeaf(
  tx: Tx,
  where: Where,
  leaf: FoundLeaf,
  { version }: { version: number },
): Promise<LeafProblem | undefined> {
  const refusal = refuseLeafMove('take_back', where, leaf, takeBackFacts(leaf));
  if (refusal) return refusal;
  const isSaved = await saveClaim(
    tx,
    of(where),
    { code: leaf.code, version },
    {
      state: 'open',
      content: null,
      fingerprint: null,
      selfPoints: null,
      reviewPoints: null,
      declared: null,
      reviewedBy: null,
    },
  );
  if (!isSaved) return STALE;
  await keep(tx, where, 'taken_back', { code: leaf.code, move: 'take_back' });
  return undefined;
}

/** Accepts a leaf as declared, or with fewer points and the reasons for exactly the difference. */
export async function acceptLeaf(
  tx: Tx,
  where: Where,
  leaf: FoundLeaf,
  { version, judged, points, reasons }: z.infer<typeof acceptInputSchema>,
): Promise<LeafProblem | undefined> {
  const review = { points: points ?? leaf.selfPoints ?? 0, reasons };
  const facts = acceptFacts(leaf, { by: where.actor.userId, judged, review });
  const refusal = refuseLeafMove('accept', where, leaf, facts);
  if (refusal) {
    const isSum = refusal.kind === 'need_unmet' && refusal.need === 'sum_matches';
    const precise = isSum ? refuseReview(leaf, review) : undefined;
    return precise && precise.kind !== 'source_needed' ? precise : refusal;
  }
  const isSaved = await saveClaim(
    tx,
    of(where),
    { code: leaf.code, version },
    {
      state: 'accepted',
      reviewPoints: review.points,
      reviewReasons: reasons,
      reviewedBy: where.actor.userId,
    },
  );
  if (!isSaved) return STALE;
  await keep(tx, where, 'accepted', {
    code: leaf.code,
    move: 'accept',
    points: review.points,
    reasons,
    fingerprint: judged,
  });
  return undefined;
}

/** Returns a leaf to be declared anew, with the reason. */
export async function returnLeaf(
  tx: Tx,
  where: Where,
  leaf: FoundLeaf,
  { version, reason }: z.infer<typeof withReasonSchema>,
): Promise<LeafProblem | undefined> {
  const refusal = refuseLeafMove('return', where, leaf, returnFacts(leaf, reason));
  if (refusal) return refusal;
  const isSaved = await saveClaim(
    tx,
    of(where),
    { code: leaf.code, version },
    {
      state: 'returned',
      reviewPoints: null,
      returnReason: reason,
      reviewedBy: where.actor.userId,
    },
  );
  if (!isSaved) return STALE;
  await keep(tx, where, 'returned', { code: leaf.code, move: 'return', reason });
  return undefined;
}

function of({ part, actor }: Where) {
  return { unitId: actor.unitId, assessmentId: part.assessment.id };
}

async function keep(
  tx: Tx,
  where: Where,
  verb: 'declared' | 'taken_back' | 'accepted' | 'returned',
  move: NewMove,
): Promise<void> {
  await addMove(tx, of(where), where.actor, move);
  const { code, points = null, reason = '' } = move;
  const after = { code, ...(points === null ? {} : { points }), ...(reason === '' ? {} : { reason }) };
  await recordEvent(tx, where.actor, {
    noun: 'assessment',
    subjectId: where.part.assessment.id,
    verb,
    after,
  });
}
