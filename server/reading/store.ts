import { v7 as uuidv7 } from 'uuid';
import type { SourceDocument } from '#core/reading/blocks.ts';
import type { NamedDepartment } from '#core/reading/place-departments.ts';
import type { Correction, PlanReading } from '#core/reading/plan-reading.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** A reading as it is kept: what was read untouched, what a person put right since. */
export type KeptReading = {
  id: string;
  fileName: string;
  status: 'open' | 'confirmed' | 'discarded';
  createdAt: string;
  blocks: SourceDocument['blocks'];
  reading: PlanReading;
  corrections: Correction[];
  version: number;
};

export type NewReading = {
  unitId: string;
  userId: string;
  fileName: string;
  sha256: string;
  size: number;
  blocks: SourceDocument['blocks'];
  reading: PlanReading;
};

/** Keeps what was read from a file, open for correction. Returns its id. */
export async function saveReading(tx: Tx, reading: NewReading): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('reading')
    .values({
      unit_id: reading.unitId,
      id,
      file_name: reading.fileName,
      sha256: reading.sha256,
      size: reading.size,
      blocks: JSON.stringify(reading.blocks),
      reading: JSON.stringify(reading.reading),
      created_by: reading.userId,
    })
    .execute();
  return id;
}

/** The readings that wait for a person's word, newest first. */
export async function listOpenReadings(tx: Tx, unitId: string) {
  const rows = await tx
    .selectFrom('reading')
    .where('unit_id', '=', unitId)
    .where('status', '=', 'open')
    .orderBy('id', 'desc')
    .select(['id', 'file_name', 'created_at', 'status'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    createdAt: row.created_at,
    status: row.status,
  }));
}

/** One reading; `isLocked` keeps others from changing it until the transaction ends. */
export async function findReading(
  tx: Tx,
  unitId: string,
  id: string,
  { isLocked = false } = {},
): Promise<KeptReading | undefined> {
  const row = await tx
    .selectFrom('reading')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .selectAll()
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      status: row.status,
      createdAt: row.created_at,
      blocks: row.blocks,
      reading: row.reading,
      corrections: row.corrections,
      version: row.version,
    }
  );
}

export async function saveCorrections(
  tx: Tx,
  unitId: string,
  id: string,
  corrections: readonly Correction[],
): Promise<void> {
  await tx
    .updateTable('reading')
    .set((eb) => ({
      corrections: JSON.stringify(corrections),
      version: eb('version', '+', 1),
      updated_at: eb.fn<string>('now'),
    }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

/** Closes a reading for good: confirmed, its plan is live; discarded, nothing came of it. */
export async function closeReading(
  tx: Tx,
  unitId: string,
  id: string,
  status: 'confirmed' | 'discarded',
): Promise<void> {
  await tx
    .updateTable('reading')
    .set((eb) => ({ status, version: eb('version', '+', 1), updated_at: eb.fn<string>('now') }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

export type KnownDepartment = NamedDepartment & { isEnded: boolean };

/** All departments of the unit with their spellings, those that ended too, so that none is made twice. */
export async function listKnownDepartments(tx: Tx, unitId: string): Promise<KnownDepartment[]> {
  const rows = await tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .orderBy('name')
    .select(['id', 'name', 'spellings', 'ended_at'])
    .execute();
  return rows.map(({ ended_at, ...department }) => ({ ...department, isEnded: ended_at !== null }));
}
