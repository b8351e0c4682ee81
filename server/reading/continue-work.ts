import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#server/db/in-unit.ts';

/** What a task that continues a former one takes over besides its status: its day, its hands, its verdict. */
export const CONTINUED_COLUMNS = [
  'last_update_at',
  'due_by_document',
  'finished_on',
  'holder',
  'holder_department_id',
  'holder_name',
  'held_since',
  'answer_by',
  'verdict',
  'verdict_by',
  'verdict_at',
  'verdict_reason',
] as const;

/** The former tasks of a unit that are continued, and how their rows are told to belong to the new ones. */
type Continuing = {
  unitId: string;
  former: string[];
  moved<Row extends { task_id: string }>(row: Row): Row;
};

/**
 * Gives continued tasks everything kept about the former ones, in its order: progress, documents,
 * hand-overs, steps, obstacles, explanations and decisions. The former rows stay as they are.
 */
export async function copyWork(
  tx: Tx,
  unitId: string,
  idByFormer: ReadonlyMap<string, string>,
): Promise<void> {
  const former = [...idByFormer.keys()];
  if (former.length === 0) return;
  const moved: Continuing['moved'] = (row) => ({ ...row, task_id: idByFormer.get(row.task_id)! });
  const continuing = { unitId, former, moved };
  await copyRows(tx, 'progress', continuing);
  await copyRows(tx, 'task_document', continuing);
  await copyRows(tx, 'custody_move', continuing);
  await copyRows(tx, 'task_step', continuing);
  await copyObstacles(tx, continuing);
  await copySaid(tx, continuing);
}

/** Copies the rows of one table that belong to the former tasks, each under an id of its own. */
async function copyRows(
  tx: Tx,
  table: 'progress' | 'task_document' | 'custody_move' | 'task_step',
  { unitId, former, moved }: Continuing,
): Promise<void> {
  const rows = await tx
    .selectFrom(table)
    .where('unit_id', '=', unitId)
    .where('task_id', 'in', former)
    .orderBy('id')
    .selectAll()
    .execute();
  const copies = rows.map((row) => ({ ...moved(row), id: uuidv7() }));
  if (copies.length > 0) await tx.insertInto(table).values(copies).execute();
}

async function copyObstacles(tx: Tx, { unitId, former, moved }: Continuing): Promise<void> {
  const rows = await tx
    .selectFrom('obstacle')
    .where('unit_id', '=', unitId)
    .where('task_id', 'in', former)
    .orderBy('id')
    .selectAll()
    .execute();
  if (rows.length === 0) return;
  const idByObstacle = new Map(rows.map(({ id }) => [id, uuidv7()]));
  const copies = rows.map((row) => ({ ...moved(row), id: idByObstacle.get(row.id)! }));
  await tx.insertInto('obstacle').values(copies).execute();
  const entries = await tx
    .selectFrom('obstacle_entry')
    .where('unit_id', '=', unitId)
    .where('obstacle_id', 'in', [...idByObstacle.keys()])
    .orderBy('id')
    .selectAll()
    .execute();
  await tx
    .insertInto('obstacle_entry')
    .values(entries.map((row) => ({ ...row, id: uuidv7(), obstacle_id: idByObstacle.get(row.obstacle_id)! })))
    .execute();
}

async function copySaid(tx: Tx, { unitId, former, moved }: Continuing): Promise<void> {
  const explanations = await tx
    .selectFrom('explanation')
    .where('unit_id', '=', unitId)
    .where('task_id', 'in', former)
    .selectAll()
    .execute();
  if (explanations.length > 0)
    await tx
      .insertInto('explanation')
      .values(explanations.map((row) => moved(row)))
      .execute();
  const decisions = await tx
    .selectFrom('responsibility_decision')
    .where('unit_id', '=', unitId)
    .where('task_id', 'in', former)
    .selectAll()
    .execute();
  if (decisions.length > 0)
    await tx
      .insertInto('responsibility_decision')
      .values(decisions.map((row) => moved(row)))
      .execute();
}
