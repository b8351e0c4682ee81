import type { MovedPoints } from '#core/registers/register.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import type { ScoreMove } from '#core/scoring/leaf-score.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { type EvaluatedPlan, evaluatePlan } from './evaluate-plan.ts';
import { type KeptScore, listScores, saveScores } from './store.ts';

export type ScoreCause = ScoreMove['cause'];
export type Rescored = { moved: MovedPoints[]; totalBefore: number | null; totalAfter: number | null };

/**
 * Keeps two changes of what a unit's points come from apart: the second waits here until the first
 * has committed, so that it measures what is really there. To be called before anything is read.
 */
export async function lockScores(tx: Tx, unitId: string): Promise<void> {
  await tx
    .selectFrom('plan')
    .where('unit_id', '=', unitId)
    .where('status', '=', 'live')
    .orderBy('id')
    .select('id')
    .forNoKeyUpdate()
    .execute();
}

/**
 * Works the leaves out again that a change touched, keeps them, and writes for each whose points
 * moved who or what moved them; it is the product that does so, since points also rest on rows the actor may
 * not read. With `registers` or `codes` only what these touch, else everything.
 */
export async function rescore(
  tx: Tx,
  actor: EventActor,
  plan: LivePlan,
  {
    today,
    cause,
    registers,
    codes,
  }: {
    today: string;
    cause: ScoreCause;
    registers?: readonly string[] | undefined;
    codes?: readonly string[] | undefined;
  },
): Promise<Rescored> {
  return asSystem(tx, async () => {
    const kept = await listScores(tx, plan);
    const evaluated = await evaluatePlan(tx, plan, today, { registers, codes });
    const compared = compareScores(kept, evaluated);
    await saveScores(tx, plan, evaluated.evaluationById, today);
    for (const { code, before, after } of compared.moved) {
      await recordEvent(tx, actor, {
        noun: 'score',
        subjectId: evaluated.leafByCode.get(code)!.criterionId,
        verb: 'moved',
        before: { points: before },
        after: { points: after, cause },
      });
    }
    return compared;
  });
}

/** Which leaves move from what is kept to what was worked out, and the unit's total before and after. */
export function compareScores(
  kept: ReadonlyMap<string, KeptScore>,
  { leafByCode, evaluationById }: EvaluatedPlan,
): Rescored {
  const moved: MovedPoints[] = [];
  let totalBefore: number | null = null;
  let totalAfter: number | null = null;
  for (const { criterionId, code, title } of leafByCode.values()) {
    const before = pointsOf(kept.get(criterionId)?.evaluation);
    const now = evaluationById.get(criterionId);
    const after = now ? pointsOf(now) : before;
    if (before !== null) totalBefore = (totalBefore ?? 0) + before;
    if (after !== null) totalAfter = (totalAfter ?? 0) + after;
    if (before !== after) moved.push({ code, title, before, after });
  }
  return { moved, totalBefore, totalAfter };
}

function pointsOf(evaluation: Evaluation | undefined): number | null {
  return evaluation?.status === 'scored' ? evaluation.points : null;
}
