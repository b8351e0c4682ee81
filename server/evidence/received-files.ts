import { sql } from 'kysely';
import type { DocumentMetadata, Likeness, ReceivedFile } from '#core/evidence/evidence.ts';
import { findLikeness, plainNumber } from '#core/evidence/find-likeness.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { FileStore } from '#server/files/file-store.ts';
import { holdOffSweep } from '#server/files/sweep.ts';

type Owner = { unitId: string; userId: string };

/** What of the newest evidence the person may see looks like the same document, to know before adding it. */
export async function listAlike(
  tx: Tx,
  actor: Actor,
  received: { sha256: string; metadata: DocumentMetadata },
): Promise<Likeness[]> {
  const number = plainNumber(received.metadata.codeNumber);
  const { rows } = await sql<{ id: string; title: string; sha256: string; metadata: DocumentMetadata }>`
    select id, title, sha256, metadata from evidence
    where unit_id = ${actor.unitId} and kind = 'document' and removed_at is null and replaced_by_id is null
      and (sha256 = ${received.sha256}
        or (${number} <> '' and ltrim(metadata ->> 'codeNumber', '0') = ltrim(${number}, '0')))
    order by sha256 = ${received.sha256} desc, id desc limit 200`.execute(tx);
  return findLikeness(received, rows);
}

/** An upload of the person that is whole and not used yet, held until the transaction ends. */
export async function claimUpload(
  tx: Tx,
  { unitId, userId }: Owner,
  uploadId: string,
): Promise<ReceivedFile | undefined> {
  const row = await tx
    .selectFrom('upload')
    .where('unit_id', '=', unitId)
    .where('id', '=', uploadId)
    .where('created_by', '=', userId)
    .where('status', '=', 'received')
    .select('findings')
    .forUpdate()
    .executeTakeFirst();
  return row?.findings ?? undefined;
}

/**
 * Keeps the bytes of a claimed upload and their row. The bytes are durable before the record that refers
 * to them can commit; should it not commit, the sweep removes them and the upload may be tried again.
 */
export async function keepReceivedFile(
  tx: Tx,
  { unitId, userId }: Owner,
  files: FileStore,
  { uploadId, file }: Pick<ReceivedFile, 'uploadId' | 'file'>,
): Promise<void> {
  await holdOffSweep(tx, unitId);
  await files.keep(unitId, uploadId, file.sha256);
  await tx
    .insertInto('stored_file')
    .values({
      unit_id: unitId,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      created_by: userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .updateTable('upload')
    .set({ status: 'used' })
    .where('unit_id', '=', unitId)
    .where('id', '=', uploadId)
    .execute();
}
