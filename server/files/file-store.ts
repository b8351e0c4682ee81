import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#server/settings.ts';
import { openDiskFiles } from './disk-files.ts';
import type { ByteRange, StoredObject } from './kept-files.ts';
import { openUploadParts, type UploadParts } from './upload-parts.ts';

/** The database next door must be able to write when uploads have filled the disk. In bytes. */
const RESERVE = 512 * 1024 * 1024;

export type FileStore = {
  /**
   * Makes a received upload a stored file by its hash, durably, never copied through memory. On disk it
   * is a second name of the same bytes. The part stays until the sweep, so that the transaction that
   * keeps it may still fail and be tried again. Called by keepReceivedFile of the evidence.
   */
  keep(unitId: string, uploadId: string, sha256: string): Promise<void>;
  /** A stream of a kept file, optionally of a byte range. Refuses nothing: the caller has checked the record. */
  read(unitId: string, sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  remove(unitId: string, sha256: string): Promise<void>;
  /** Every kept file of every unit, for the sweep. */
  list(): AsyncIterable<StoredObject>;
  /** The folder uploads lie in, and kept files unless they go to S3. */
  folder: string;
  /** How many bytes may still be written there, a reserve for everything else left out. */
  findRoom(): Promise<number>;
  uploads: UploadParts;
};

/** Opens the files of a data folder: uploads always there, kept files there or in S3 when it is set. */
export async function openFileStore({
  dataFolder,
  s3,
}: Pick<Settings, 'dataFolder' | 's3'>): Promise<FileStore> {
  const uploads = openUploadParts(join(dataFolder, 'uploads'));
  // The AWS library is large: who keeps files on disk never loads it.
  const kept = s3 ? (await import('./s3-files.ts')).openS3Files(s3) : openDiskFiles(dataFolder);
  return {
    keep: (unitId, uploadId, sha256) => kept.keep(unitId, sha256, uploads.pathOf(unitId, uploadId)),
    read: kept.read,
    remove: kept.remove,
    list: kept.list,
    folder: dataFolder,
    async findRoom() {
      const { bavail, bsize } = await statfs(dataFolder);
      return bavail * bsize - RESERVE;
    },
    uploads,
  };
}
