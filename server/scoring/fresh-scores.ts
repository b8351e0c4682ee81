import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { lockScores, rescore } from './rescore.ts';
import { type KeptScore, listScores } from './store.ts';

/**
 * The kept points of a plan's leaves, worked out again when a new day has begun since: what falls due
 * and what is late changes with the day, without anyone writing. Nobody did that, so the log names
 * the system.
 */
export async function listFreshScores(
  tx: Tx,
  plan: LivePlan,
  today: string,
): Promise<Map<string, KeptScore>> {
  const kept = await listScores(tx, plan);
  if (isFresh(kept, today)) return kept;
  await lockScores(tx, plan.unitId);
  if (isFresh(await listScores(tx, plan), today)) return listScores(tx, plan);
  const system: EventActor = { userId: 'system', unitId: plan.unitId, personName: 'Hệ thống' };
  const kind = kept.size === 0 ? 'plan' : 'day';
  await rescore(tx, system, plan, { today, cause: { kind, what: kind === 'day' ? today : '', reason: '' } });
  return listScores(tx, plan);
}

function isFresh(kept: ReadonlyMap<string, KeptScore>, today: string): boolean {
  return kept.size > 0 && [...kept.values()].every(({ asOf }) => asOf >= today);
}
