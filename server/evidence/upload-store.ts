import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ReceivedFile, UploadState } from '#core/evidence/evidence.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';

export type Owner = { unitId: string; userId: string };

/** An upload that is not evidence yet. Sizes in bytes; `findings` once it was received whole and let in. */
export type KeptUpload = UploadState & { findings: ReceivedFile | null };

/** How many uploads a person has under way, and what those of the unit still have to bring, in bytes. */
export async function sumUploads(
  tx: Tx,
  { unitId, userId }: Owner,
): Promise<{ ownCount: number; bytesToCome: number }> {
  // One beginning after the other, so that two of them cannot both take the last place.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads ${unitId}`}, 0))`.execute(tx);
  const { own, due } = await asSystem(tx, () =>
    tx
      .selectFrom('upload')
      .where('unit_id', '=', unitId)
      .where('status', 'in', ['open', 'received'])
      .select([
        sql<string>`count(*) filter (where created_by = ${userId})`.as('own'),
        sql<string>`coalesce(sum(size - received), 0)`.as('due'),
      ])
      .executeTakeFirstOrThrow(),
  );
  return { ownCount: Number(own), bytesToCome: Number(due) };
}

export async function beginUpload(
  tx: Tx,
  { unitId, userId }: Owner,
  { fileName, size }: { fileName: string; size: number },
  now: Date,
): Promise<UploadState> {
  const id = uuidv7();
  await tx
    .insertInto('upload')
    .values({
      unit_id: unitId,
      id,
      file_name: fileName,
      size,
      created_by: userId,
      updated_at: now.toISOString(),
    })
    .execute();
  return { id, fileName, size, received: 0 };
}

/** The person's own upload; another's is not there. Locked until the transaction ends when asked. */
export async function findUpload(
  tx: Tx,
  { unitId, userId }: Owner,
  id: string,
  { isLocked = false } = {},
): Promise<KeptUpload | undefined> {
  const row = await tx
    .selectFrom('upload')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('created_by', '=', userId)
    .where('status', 'in', ['open', 'received'])
    .select(['file_name', 'size', 'received', 'findings'])
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      id,
      fileName: row.file_name,
      size: Number(row.size),
      received: Number(row.received),
      findings: row.findings,
    }
  );
}

export async function saveReceived(
  tx: Tx,
  unitId: string,
  { id, received }: Pick<UploadState, 'id' | 'received'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ received, updated_at: now.toISOString() })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

/** Keeps what was found in an upload that is whole: from now on it may become evidence. */
export async function saveFindings(tx: Tx, unitId: string, findings: ReceivedFile, now: Date): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ status: 'received', findings: JSON.stringify(findings), updated_at: now.toISOString() })
    .where('unit_id', '=', unitId)
    .where('id', '=', findings.uploadId)
    .execute();
}

export async function dropUpload(tx: Tx, unitId: string, id: string): Promise<void> {
  await tx.deleteFrom('upload').where('unit_id', '=', unitId).where('id', '=', id).execute();
}
