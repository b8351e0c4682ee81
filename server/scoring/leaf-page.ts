import type { LeafScore, ScoreMove } from '#core/scoring/leaf-score.ts';
import { listEvents } from '#server/db/event-rows.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { listRegisters } from '#server/registers/known-registers.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { type LeafRule, listRuleVersions } from './leaf-rules.ts';
import { EMPTY_ENTRY, listEntries, listScores } from './store.ts';

const MOVES_SHOWN = 100;

/** Everything behind the points of one leaf: its rule and versions, its measure, what was typed, how it moved. */
export async function describeLeaf(
  tx: Tx,
  plan: LivePlan,
  leaf: LeafRule,
  { today, mayReadRestricted }: { today: string; mayReadRestricted: boolean },
): Promise<LeafScore> {
  const kept = (await listScores(tx, plan)).get(leaf.criterionId);
  const evaluation =
    kept?.evaluation ??
    (await asSystem(tx, () => evaluatePlan(tx, plan, today, { codes: [leaf.code] }))).evaluationById.get(
      leaf.criterionId,
    )!;
  const { criterionId, title, maxPoints: _max, source: _source, ...rule } = leaf;
  const used = new Set(leaf.rule.quantities.map(({ register }) => register));
  const registers = (await listRegisters(tx, plan.unitId)).filter(({ key }) => used.has(key));
  return {
    code: leaf.code,
    criterionId,
    title,
    evaluation,
    rule,
    versions: await listRuleVersions(tx, plan, leaf),
    entry: (await listEntries(tx, plan)).get(criterionId) ?? EMPTY_ENTRY,
    registers: registers.map(({ key, number, title: name, isRestricted }) => ({
      key,
      number,
      title: name,
      mayRead: mayReadRestricted || !isRestricted,
    })),
    moves: await listMoves(tx, plan, criterionId),
  };
}

async function listMoves(tx: Tx, plan: LivePlan, criterionId: string): Promise<ScoreMove[]> {
  const wanted = { unitId: plan.unitId, noun: 'score', subject: criterionId, limit: MOVES_SHOWN };
  const events = await listEvents(tx, wanted);
  return events.map(({ at, actorName, before, after }) => {
    const now = after as { points: number | null; cause: ScoreMove['cause'] };
    return {
      at,
      actorName,
      before: (before as { points: number | null }).points,
      after: now.points,
      cause: now.cause,
    };
  });
}
