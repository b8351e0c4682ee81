import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { PointChanges } from '#core/criteria/correct-row.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

export type TitledDepartment = { id: string; name: string };

/** Where the plan document says a criterion; null when the reading did not know. */
export async function findPlace(tx: Tx, plan: LivePlan, criterionId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('target')
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', criterionId)
    .select('place')
    .executeTakeFirst();
  return row?.place ?? null;
}

/** The named departments that are still there, in the order asked for. */
export async function listDepartments(
  tx: Tx,
  unitId: string,
  ids: readonly string[],
): Promise<TitledDepartment[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .select(['id', 'name'])
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Counts a correction of one row. False when somebody else corrected it since that version was read. */
export async function claimRow(
  tx: Tx,
  plan: LivePlan,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const claimed = await tx
    .updateTable('target')
    .set({ version: version + 1 })
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** Keeps the points of a row: the maximum with the set, score and target with the plan. */
export async function savePoints(tx: Tx, plan: LivePlan, id: string, changes: PointChanges): Promise<void> {
  const { maxPoints, lastPoints, targetPoints } = changes;
  if (maxPoints !== undefined && maxPoints !== null) {
    await tx
      .updateTable('criterion')
      .set({ max_points: maxPoints })
      .where('unit_id', '=', plan.unitId)
      .where('id', '=', id)
      .execute();
  }
  if (lastPoints === undefined && targetPoints === undefined) return;
  await tx
    .updateTable('target')
    .set({
      ...(lastPoints === undefined ? {} : { last_points: lastPoints }),
      ...(targetPoints === undefined ? {} : { target_points: targetPoints }),
    })
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', id)
    .execute();
}

export async function saveTitle(tx: Tx, plan: LivePlan, id: string, title: string): Promise<void> {
  await tx
    .updateTable('criterion')
    .set({ title })
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', id)
    .execute();
}

/** Puts other departments in charge of a row; who stays keeps the role the plan gave. */
export async function saveOwners(
  tx: Tx,
  plan: LivePlan,
  row: AnnexRow,
  departments: readonly TitledDepartment[],
): Promise<void> {
  const roleById = new Map(
    row.owners
      .filter((owner) => owner.inheritedFrom === null)
      .map((owner) => [owner.departmentId, owner.role]),
  );
  await tx
    .deleteFrom('criterion_owner')
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', row.id)
    .execute();
  if (departments.length > 0) {
    await tx
      .insertInto('criterion_owner')
      .values(
        departments.map(({ id }, position) => ({
          unit_id: plan.unitId,
          plan_id: plan.id,
          criterion_id: row.id,
          department_id: id,
          role: roleById.get(id) ?? 'lead',
          position,
        })),
      )
      .execute();
  }
  await tx
    .updateTable('target')
    .set({ owner_words: departments.map(({ name }) => name).join('; ') })
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', row.id)
    .execute();
}
