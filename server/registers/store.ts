import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Register, RegisterRow, Snapshot, Values } from '#core/registers/register.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type RowStats = { rows: number; lastChangedAt: string | null };

/** How many rows each register has in a year, and when one of them last changed. */
export async function listRowStats(tx: Tx, unitId: string, year: number): Promise<Map<string, RowStats>> {
  const rows = await tx
    .selectFrom('register_row')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .groupBy('register_key')
    .select(({ fn }) => [
      'register_key',
      fn.countAll<number>().filterWhere('removed_at', 'is', null).as('rows'),
      fn.max('updated_at').as('last'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.register_key, { rows: row.rows, lastChangedAt: row.last }]));
}

/** Which rows: those of a year, or those of the given ids, removed ones too. */
type RowsWanted = { year: number } | { ids: readonly string[] };
export type KeptRow = RegisterRow & { isRemoved: boolean };

/** Rows of one register in the order of their days, each with the number of pieces of evidence on it. */
export async function listRows(tx: Tx, unitId: string, key: string, wanted: RowsWanted): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('register_row as r')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('evidence_link')
          .innerJoin('evidence', (join) =>
            join
              .onRef('evidence.unit_id', '=', 'evidence_link.unit_id')
              .onRef('evidence.id', '=', 'evidence_link.evidence_id'),
          )
          .where('evidence_link.unit_id', '=', unitId)
          .where('evidence_link.target', '=', 'register_row')
          .where('evidence.removed_at', 'is', null)
          .groupBy('evidence_link.target_id')
          .select(({ fn }) => ['evidence_link.target_id', fn.countAll<number>().as('proofs')])
          .as('proof'),
      (join) => join.onRef('proof.target_id', '=', 'r.id'),
    )
    .where('r.unit_id', '=', unitId)
    .where('r.register_key', '=', key)
    .$if('year' in wanted, (query) =>
      query.where('r.year', '=', 'year' in wanted ? wanted.year : 0).where('r.removed_at', 'is', null),
    )
    .$if('ids' in wanted, (query) =>
      query.where(sql<boolean>`r.id = any(${'ids' in wanted ? wanted.ids : []}::uuid[])`),
    )
    .orderBy('r.happened_on')
    .orderBy('r.id')
    .selectAll('r')
    .select('proof.proofs')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    registerKey: row.register_key,
    year: row.year,
    happenedOn: row.happened_on,
    departmentId: row.department_id,
    values: row.values,
    proofs: row.proofs ?? 0,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    isRemoved: row.removed_at !== null,
  }));
}

export type RowToSave = {
  id: string;
  version: number;
  year: number;
  happenedOn: string | null;
  departmentId: string | null;
  values: Values;
};
type Place = { unitId: string; key: string; by: string };

/** Adds rows by one statement, whatever their number. */
export async function addRows(tx: Tx, { unitId, key, by }: Place, rows: readonly RowToSave[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into register_row
      (unit_id, id, register_key, year, happened_on, department_id, "values", created_by, updated_by)
    select ${unitId}::uuid, n.id, ${key}, n.year, n."happenedOn", n."departmentId", n."values", ${by}, ${by}
    from ${rowSet(rows)}`.execute(tx);
}

/** Rewrites rows of the versions they were read at, and brings removed ones back; false when one has changed since. */
export async function saveRows(
  tx: Tx,
  { unitId, key, by }: Place,
  rows: readonly RowToSave[],
): Promise<boolean> {
  if (rows.length === 0) return true;
  const { numAffectedRows } = await sql`
    update register_row r
    set year = n.year, happened_on = n."happenedOn", department_id = n."departmentId", "values" = n."values",
      version = r.version + 1, updated_by = ${by}, updated_at = now(), removed_at = null
    from ${rowSet(rows)}
    where r.unit_id = ${unitId} and r.register_key = ${key} and r.id = n.id and r.version = n.version`.execute(
    tx,
  );
  return numAffectedRows === BigInt(rows.length);
}

/** Takes rows out of the register; they stay in the database, as the log needs them. */
export async function removeRows(
  tx: Tx,
  { unitId, key, by }: Place,
  rows: readonly { id: string; version: number }[],
): Promise<boolean> {
  if (rows.length === 0) return true;
  const { numAffectedRows } = await sql`
    update register_row r set removed_at = now(), version = r.version + 1, updated_by = ${by}, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, version int)
    where r.unit_id = ${unitId} and r.register_key = ${key} and r.id = n.id and r.version = n.version
      and r.removed_at is null`.execute(tx);
  return numAffectedRows === BigInt(rows.length);
}

function rowSet(rows: readonly RowToSave[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as n (id uuid, version int, year int, "happenedOn" date, "departmentId" uuid, "values" jsonb)`;
}

export async function listSnapshots(tx: Tx, unitId: string, key: string, year?: number): Promise<Snapshot[]> {
  const rows = await tx
    .selectFrom('register_snapshot')
    .where('unit_id', '=', unitId)
    .where('register_key', '=', key)
    .$if(year !== undefined, (query) => query.where('year', '=', year!))
    .orderBy('id', 'desc')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    registerKey: row.register_key,
    period: row.period,
    rows: row.rows,
    quantities: row.quantities,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
  }));
}

export async function addSnapshot(
  tx: Tx,
  { unitId, key, by }: Place,
  { period, rows, quantities }: Pick<Snapshot, 'period' | 'rows' | 'quantities'>,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('register_snapshot')
    .values({
      unit_id: unitId,
      id,
      register_key: key,
      year: Number(period.slice(0, 4)),
      period,
      rows,
      quantities: JSON.stringify(quantities),
      taken_by: by,
    })
    .execute();
  return id;
}

export async function addRegister(tx: Tx, { unitId, key, by }: Place, definition: Register): Promise<void> {
  await tx
    .insertInto('register')
    .values({ unit_id: unitId, key, definition: JSON.stringify(definition), created_by: by })
    .execute();
}

/** Changes a register of the unit's own, or ends it; false when it is not there. */
export async function saveRegister(
  tx: Tx,
  { unitId, key }: Pick<Place, 'unitId' | 'key'>,
  change: { definition: Register } | { endedAt: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable('register')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...('definition' in change
        ? { definition: JSON.stringify(change.definition) }
        : { ended_at: change.endedAt.toISOString() }),
    }))
    .where('unit_id', '=', unitId)
    .where('key', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function listDepartmentNames(tx: Tx, unitId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .select(['id', 'name'])
    .execute();
}

export async function findUnitName(tx: Tx, unitId: string): Promise<string> {
  return (await tx.selectFrom('unit').where('id', '=', unitId).select('name').executeTakeFirst())?.name ?? '';
}
