import { v7 as uuidv7 } from 'uuid';
import { proposeCrosswalk } from '#core/criteria/crosswalk-proposal.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listFreshScores } from '#server/scoring/fresh-scores.ts';
import { applyCrosswalk } from './apply-crosswalk.ts';
import { findWorkedPlan } from './carried-work.ts';
import { addCrosswalk, findAnyPlan, findCrosswalk, listSetLeaves } from './crosswalk-store.ts';

/** Works out the points of a plan about to be replaced once more: they are its result for good. */
export async function settleResult(tx: Tx, unitId: string, planId: string, today: string): Promise<void> {
  await listFreshScores(tx, (await findAnyPlan(tx, unitId, planId))!, today);
}

/**
 * Proposes how the criteria of a replaced plan go on in the next, for a person to look at and apply.
 * Where every leaf is the same nothing is left to decide: the work goes over at once.
 */
export async function replaceSet(
  tx: Tx,
  actor: EventActor,
  { formerId, nextId, today }: { formerId: string; nextId: string; today: string },
): Promise<void> {
  const { unitId, personName } = actor;
  const from = await findWorkedPlan(tx, (await findAnyPlan(tx, unitId, formerId))!);
  const to = (await findAnyPlan(tx, unitId, nextId))!;
  const entries = proposeCrosswalk(await listSetLeaves(tx, from), await listSetLeaves(tx, to));
  const id = uuidv7();
  await addCrosswalk(tx, unitId, {
    id,
    fromPlanId: from.id,
    toPlanId: to.id,
    entries,
    createdBy: personName,
  });
  const changed = entries.filter(({ changes }) => changes.length > 0).length;
  await recordEvent(tx, actor, {
    noun: 'crosswalk',
    subjectId: id,
    verb: 'proposed',
    after: { from: from.id, to: to.id, lines: entries.length, changed },
  });
  if (changed === 0) await applyCrosswalk(tx, actor, (await findCrosswalk(tx, unitId, { id }))!, today);
}
