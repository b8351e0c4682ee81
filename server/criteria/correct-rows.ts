import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { type PointChanges, refusePoints, rollUpChanges } from '#core/criteria/correct-row.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import type { CriteriaRefusal } from './problems.ts';
import { saveOwners, savePoints, saveTitle, type TitledDepartment } from './store.ts';

/** What one row becomes; what is left out stays. */
export type RowCorrection = PointChanges & { title?: string; departments?: readonly TitledDepartment[] };

/**
 * Corrects rows of the live plan together: refuses all or keeps all, adds the parents up again, and
 * writes an event for every row that changed, the parents included. A value that is already there is
 * no change.
 */
export async function correctRows(
  tx: Tx,
  actor: EventActor,
  plan: LivePlan,
  rows: readonly AnnexRow[],
  correctionsById: ReadonlyMap<string, RowCorrection>,
): Promise<CriteriaRefusal | undefined> {
  const corrected = rows.flatMap((row) => {
    const correction = correctionsById.get(row.id);
    return correction ? [{ row, correction }] : [];
  });
  for (const { row, correction } of corrected) {
    const refusal = refusePoints(row, pointsIn(correction));
    if (refusal) return refusal;
    if (correction.title?.trim() === '') return { kind: 'title_needed', field: 'title', id: row.code };
  }
  const pointsById = new Map<string, PointChanges>();
  for (const { row, correction } of corrected) {
    const points = changedPoints(row, correction);
    if (Object.keys(points).length > 0) pointsById.set(row.id, points);
    await saveRow(tx, actor, plan, row, correction, points);
  }
  for (const { id, before, after } of rollUpChanges(rows, pointsById)) {
    await savePoints(tx, plan, id, after);
    await recordEvent(tx, actor, { noun: 'criterion', subjectId: id, verb: 'added_up', before, after });
  }
  return undefined;
}

async function saveRow(
  tx: Tx,
  actor: EventActor,
  plan: LivePlan,
  row: AnnexRow,
  { title, departments }: RowCorrection,
  points: PointChanges,
): Promise<void> {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const property of Object.keys(points) as (keyof PointChanges)[]) {
    before[property] = row[property];
    after[property] = points[property];
  }
  if (Object.keys(points).length > 0) await savePoints(tx, plan, row.id, points);
  if (title !== undefined && title !== row.title) {
    before.title = row.title;
    after.title = title;
    await saveTitle(tx, plan, row.id, title);
  }
  const own = row.owners.filter((owner) => owner.inheritedFrom === null).map((owner) => owner.name);
  const names = departments?.map(({ name }) => name);
  if (departments && names && names.join('\n') !== own.join('\n')) {
    before.owners = own;
    after.owners = names;
    await saveOwners(tx, plan, row, departments);
  }
  if (Object.keys(after).length === 0) return;
  await recordEvent(tx, actor, { noun: 'criterion', subjectId: row.id, verb: 'corrected', before, after });
}

function pointsIn({ maxPoints, lastPoints, targetPoints }: RowCorrection): PointChanges {
  return {
    ...(maxPoints === undefined ? {} : { maxPoints }),
    ...(lastPoints === undefined ? {} : { lastPoints }),
    ...(targetPoints === undefined ? {} : { targetPoints }),
  };
}

function changedPoints(row: AnnexRow, correction: RowCorrection): PointChanges {
  return Object.fromEntries(
    Object.entries(pointsIn(correction)).filter(
      ([property, points]) => points !== row[property as keyof PointChanges],
    ),
  );
}
