import { sql } from 'kysely';
import type { Plan } from '#core/plans/plan.ts';
import { planNumber } from '#core/reading/confirm-reading.ts';
import type { DocumentHeader } from '#core/reading/plan-reading.ts';
import type { Tx } from './in-unit.ts';

/** The plan a unit works by, as far as other rows hang on it. */
export type LivePlan = {
  unitId: string;
  id: string;
  setId: string;
  year: number;
  version: number;
  document: DocumentHeader;
};

/** The unit's live plan of the latest year, or of the given one; undefined before such a plan is confirmed. */
export async function findLivePlan(tx: Tx, unitId: string, year?: number): Promise<LivePlan | undefined> {
  const row = await tx
    .selectFrom('plan')
    .select(['unit_id', 'id', 'set_id', 'year', 'version', 'document'])
    .where('unit_id', '=', unitId)
    .where('status', '=', 'live')
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      unitId: row.unit_id,
      id: row.id,
      setId: row.set_id,
      year: row.year,
      version: row.version,
      document: row.document,
    }
  );
}

/** The live plan with its sums and counts: sums are those of the fields, counts those of the tree. */
export async function findPlan(tx: Tx, unitId: string): Promise<Plan | undefined> {
  const row = await tx
    .selectFrom('plan')
    .innerJoin('criterion', (join) =>
      join.onRef('criterion.unit_id', '=', 'plan.unit_id').onRef('criterion.set_id', '=', 'plan.set_id'),
    )
    .innerJoin('target', (join) =>
      join
        .onRef('target.unit_id', '=', 'plan.unit_id')
        .onRef('target.plan_id', '=', 'plan.id')
        .onRef('target.criterion_id', '=', 'criterion.id'),
    )
    .leftJoin('reading', (join) =>
      join.onRef('reading.unit_id', '=', 'plan.unit_id').onRef('reading.id', '=', 'plan.reading_id'),
    )
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.unit_id', '=', 'plan.unit_id')
        .onRef('membership.user_id', '=', 'plan.confirmed_by'),
    )
    .where('plan.unit_id', '=', unitId)
    .where('plan.status', '=', 'live')
    .groupBy(['plan.unit_id', 'plan.id', 'reading.file_name', 'membership.person_name'])
    .orderBy('plan.year', 'desc')
    .limit(1)
    .select(({ fn }) => [
      'plan.id',
      'plan.year',
      'plan.title',
      'plan.document',
      'plan.goals',
      'plan.version',
      'plan.confirmed_at',
      'plan.confirmed_by',
      'reading.file_name',
      'membership.person_name',
      ofFields('criterion.max_points').as('max_points'),
      ofFields('target.last_points').as('last_points'),
      ofFields('target.target_points').as('target_points'),
      fn.countAll<number>().filterWhere('criterion.level', '=', 1).as('fields'),
      fn.countAll<number>().filterWhere('criterion.level', '=', 2).as('criteria'),
      fn.countAll<number>().filterWhere('criterion.level', '=', 3).as('components'),
      fn.countAll<number>().filterWhere('criterion.is_leaf', '=', true).as('leaves'),
    ])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      year: row.year,
      title: row.title,
      number: planNumber(row.document),
      confirmedAt: row.confirmed_at,
      confirmedBy: row.person_name ?? row.confirmed_by,
      fileName: row.file_name,
      goals: row.goals.map(({ kind, text }) => ({ kind, text })),
      maxPoints: row.max_points,
      lastPoints: row.last_points,
      targetPoints: row.target_points,
      fields: row.fields,
      criteria: row.criteria,
      components: row.components,
      leaves: row.leaves,
      version: row.version,
    }
  );
}

function ofFields(column: string) {
  return sql<number>`coalesce(sum(${sql.ref(column)}) filter (where criterion.level = 1), 0)::int`;
}

/**
 * Counts one more change of a plan's annex or tasks, and keeps other changes of it waiting until this
 * transaction ends: to be called before its rows are read. False when the plan is no longer live, or
 * no longer of the expected version.
 */
export async function claimPlan(
  tx: Tx,
  plan: Pick<LivePlan, 'unitId' | 'id'>,
  expectedVersion?: number,
): Promise<boolean> {
  const claimed = await tx
    .updateTable('plan')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', plan.id)
    .where('status', '=', 'live')
    .$if(expectedVersion !== undefined, (query) => query.where('version', '=', expectedVersion!))
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}
