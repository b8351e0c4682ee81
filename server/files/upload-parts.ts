import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { validate } from 'uuid';
import { makeFolder, syncToDisk } from './disk-writes.ts';

/** Bytes of uploads on this machine's disk, before they are kept. Sizes and positions in bytes. */
export type UploadParts = {
  /** Writes at a position, over what may stand there from a write that was never acknowledged. Returns the end. */
  append(unitId: string, uploadId: string, from: number, bytes: Uint8Array): Promise<number>;
  /** How many bytes lie there; 0 when there are none. */
  sizeOf(unitId: string, uploadId: string): Promise<number>;
  pathOf(unitId: string, uploadId: string): string;
  drop(unitId: string, uploadId: string): Promise<void>;
  list(): Promise<{ unitId: string; uploadId: string; changedAt: Date }[]>;
};

export function openUploadParts(folder: string): UploadParts {
  const folderOf = (unitId: string) => join(folder, plainId(unitId));
  const pathOf = (unitId: string, uploadId: string) => join(folderOf(unitId), plainId(uploadId));
  const sizeOf = async (unitId: string, uploadId: string) =>
    (await stat(pathOf(unitId, uploadId)).catch(refuseAllButMissing))?.size ?? 0;
  return {
    pathOf,
    sizeOf,
    async append(unitId, uploadId, from, bytes) {
      const path = pathOf(unitId, uploadId);
      const isNew = (await stat(path).catch(refuseAllButMissing)) === undefined;
      if (isNew) await makeFolder(folderOf(unitId));
      const part = await open(path, isNew ? 'w' : 'r+', 0o600);
      try {
        for (let written = 0; written < bytes.byteLength; ) {
          const { bytesWritten } = await part.write(
            bytes,
            written,
            bytes.byteLength - written,
            from + written,
          );
          written += bytesWritten;
        }
        await part.datasync();
      } finally {
        await part.close();
      }
      if (isNew) await syncToDisk(folderOf(unitId));
      return from + bytes.byteLength;
    },
    drop: (unitId, uploadId) => rm(pathOf(unitId, uploadId), { force: true }),
    async list() {
      const parts = [];
      for (const unitId of await namesIn(folder)) {
        for (const uploadId of await namesIn(join(folder, unitId))) {
          const found = await stat(pathOf(unitId, uploadId)).catch(refuseAllButMissing);
          if (found) parts.push({ unitId, uploadId, changedAt: found.mtime });
        }
      }
      return parts;
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(refuseAllButMissing)) ?? [];
  return names.filter((name) => validate(name));
}

function plainId(id: string): string {
  if (!validate(id)) throw new Error('a part of an upload is named by UUIDs');
  return id;
}

function refuseAllButMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
