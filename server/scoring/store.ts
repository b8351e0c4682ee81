import type { Evaluation } from '#core/scoring/evaluation.ts';
import type { LeafEntry, LeafEntryInput } from '#core/scoring/leaf-score.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

/** What nobody has typed anything into yet. */
export const EMPTY_ENTRY: LeafEntry = {
  quantities: {},
  points: null,
  isNotApplicable: false,
  reason: '',
  version: 0,
  changedBy: null,
  changedAt: null,
};

/** Typed entries of a plan's leaves, by the id of the criterion. */
export async function listEntries(tx: Tx, plan: LivePlan): Promise<Map<string, LeafEntry>> {
  const rows = await tx
    .selectFrom('leaf_entry')
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .selectAll()
    .execute();
  return new Map(
    rows.map((row) => [
      row.criterion_id,
      {
        quantities: row.quantities,
        points: row.points,
        isNotApplicable: row.is_not_applicable,
        reason: row.reason,
        version: row.version,
        changedBy: row.changed_by,
        changedAt: row.changed_at,
      },
    ]),
  );
}

/** Keeps what was typed for a leaf. False when somebody else typed since that version was read. */
export async function saveEntry(
  tx: Tx,
  plan: LivePlan,
  criterionId: string,
  { version, ...input }: LeafEntryInput,
  changedBy: string,
): Promise<boolean> {
  const values = {
    quantities: JSON.stringify(input.quantities),
    points: input.points,
    is_not_applicable: input.isNotApplicable,
    reason: input.reason,
    changed_by: changedBy,
  };
  if (version === 0) {
    const added = await tx
      .insertInto('leaf_entry')
      .values({ unit_id: plan.unitId, plan_id: plan.id, criterion_id: criterionId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const saved = await tx
    .updateTable('leaf_entry')
    .set((eb) => ({ ...values, version: version + 1, changed_at: eb.fn<string>('now') }))
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .where('criterion_id', '=', criterionId)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export type KeptScore = { evaluation: Evaluation; asOf: string };

/** The points of a plan's leaves as they were last worked out, by the id of the criterion. */
export async function listScores(tx: Tx, plan: LivePlan): Promise<Map<string, KeptScore>> {
  const rows = await tx
    .selectFrom('leaf_score')
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .select(['criterion_id', 'evaluation', 'as_of'])
    .execute();
  return new Map(rows.map((row) => [row.criterion_id, { evaluation: row.evaluation, asOf: row.as_of }]));
}

/** Keeps evaluations by the id of their criterion, in place of the former ones. */
export async function saveScores(
  tx: Tx,
  plan: LivePlan,
  evaluationById: ReadonlyMap<string, Evaluation>,
  asOf: string,
): Promise<void> {
  if (evaluationById.size === 0) return;
  await tx
    .insertInto('leaf_score')
    .values(
      [...evaluationById].map(([criterionId, evaluation]) => ({
        unit_id: plan.unitId,
        plan_id: plan.id,
        criterion_id: criterionId,
        points: evaluation.status === 'scored' ? evaluation.points : null,
        evaluation: JSON.stringify(evaluation),
        as_of: asOf,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'plan_id', 'criterion_id']).doUpdateSet((eb) => ({
        points: eb.ref('excluded.points'),
        evaluation: eb.ref('excluded.evaluation'),
        as_of: eb.ref('excluded.as_of'),
        computed_at: eb.fn<string>('now'),
      })),
    )
    .execute();
}
