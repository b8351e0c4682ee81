import { v7 as uuidv7 } from 'uuid';
import {
  type ConfirmationRefusal,
  continuedTasks,
  departmentsNamed,
  refuseConfirmation,
} from '#core/reading/confirm-reading.ts';
import { type CorrectionRefusal, correctReading } from '#core/reading/correct-reading.ts';
import { departmentFinder, planDepartments } from '#core/reading/place-departments.ts';
import type { PlanReading } from '#core/reading/plan-reading.ts';
import { replaceSet, settleResult } from '#server/criteria/replace-set.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import {
  findFormerPlan,
  markReplaced,
  saveDepartments,
  savePlan,
  saveSpellings,
  saveTasks,
} from './plan-store.ts';
import { closeReading, type KeptReading, listKnownDepartments } from './store.ts';

/** A reading with its corrections, or the one that no longer fits. */
export function correctedReading({ reading, corrections }: KeptReading): PlanReading | CorrectionRefusal {
  return corrections.length === 0 ? reading : correctReading(reading, corrections);
}

/**
 * Makes the live plan of its year out of a reading, in the transaction given: departments, criteria,
 * targets, tasks and their owners. A former plan of the year is kept as replaced, with the points it
 * had; tasks with the same key and words continue where they stand, and how its criteria go on is
 * proposed. Refuses a reading whose tree would not stand.
 */
export async function keepReading(
  tx: Tx,
  actor: EventActor,
  kept: KeptReading,
  today: string,
): Promise<ConfirmationRefusal | CorrectionRefusal | undefined> {
  const reading = correctedReading(kept);
  if ('kind' in reading) return reading;
  const refusal = refuseConfirmation(reading);
  if (refusal) return refusal;
  const { unitId, userId } = actor;
  const departmentIdOf = await placeDepartments(tx, actor, reading);
  await lockScores(tx, unitId);
  const former = await findFormerPlan(tx, unitId, reading.document.year!);
  if (former) {
    await settleResult(tx, unitId, former.id, today);
    await markReplaced(tx, unitId, former.id);
  }
  const keeping = { unitId, reading, departmentIdOf };
  const saved = await savePlan(tx, keeping, { readingId: kept.id, userId });
  const continued = continuedTasks(former?.tasks ?? [], reading.tasks);
  await saveTasks(tx, keeping, { ...saved, today }, continued);
  await closeReading(tx, unitId, kept.id, 'confirmed');
  await recordEvent(tx, actor, {
    noun: 'reading',
    subjectId: kept.id,
    verb: 'confirmed',
    after: { fileName: kept.fileName, corrections: kept.corrections },
  });
  if (former)
    await recordEvent(tx, actor, {
      noun: 'plan',
      subjectId: former.id,
      verb: 'replaced',
      after: { replacedBy: saved.planId },
    });
  await recordEvent(tx, actor, {
    noun: 'plan',
    subjectId: saved.planId,
    verb: 'confirmed',
    ...(former ? { before: { planId: former.id } } : {}),
    after: {
      year: reading.document.year,
      fileName: kept.fileName,
      criteria: reading.criteria.length,
      tasks: reading.tasks.length,
      continuedTasks: [...continued.keys()],
    },
  });
  if (former) await replaceSet(tx, actor, { formerId: former.id, nextId: saved.planId, today });
  return undefined;
}

/** Makes the departments the document brings and notes new spellings of known ones. */
async function placeDepartments(
  tx: Tx,
  actor: EventActor,
  reading: PlanReading,
): Promise<(name: string) => string | undefined> {
  const known = await listKnownDepartments(tx, actor.unitId);
  const plan = planDepartments(known, departmentsNamed(reading));
  const created = plan.created.map((naming) => ({ id: uuidv7(), ...naming }));
  await saveDepartments(tx, actor.unitId, created);
  for (const { id, name, spellings } of created) {
    const after = { name, spellings };
    await recordEvent(tx, actor, { noun: 'department', subjectId: id, verb: 'created', after });
  }
  const respelled = new Map(plan.respelled.map(({ department, spellings }) => [department.id, spellings]));
  const findKnown = departmentFinder(known);
  const named = new Set(departmentsNamed(reading).map(({ name }) => findKnown(name)?.id));
  for (const department of known) {
    const added = respelled.get(department.id) ?? [];
    const isBack = department.isEnded && named.has(department.id);
    if (added.length === 0 && !isBack) continue;
    const spellings = [...department.spellings, ...added];
    await saveSpellings(tx, actor.unitId, { id: department.id, spellings });
    await recordEvent(tx, actor, {
      noun: 'department',
      subjectId: department.id,
      verb: isBack ? 'reopened' : 'changed',
      before: { spellings: department.spellings },
      after: { spellings },
    });
  }
  const find = departmentFinder([...known, ...created]);
  return (name) => find(name)?.id;
}
