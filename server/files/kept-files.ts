import type { Disk } from 'flydrive';
import { validate } from 'uuid';

/** Both ends count: { from: 0, to: 0 } is the first byte. */
export type ByteRange = { from: number; to: number };

export type StoredObject = { unitId: string; sha256: string; changedAt: Date };

/** Whole files of each unit by the SHA-256 of their content, on disk or in S3. */
export type KeptFiles = {
  /** Keeps the file at a path. A file that is there already stays as it is: it has the same content. */
  keep(unitId: string, sha256: string, path: string): Promise<void>;
  read(unitId: string, sha256: string, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  remove(unitId: string, sha256: string): Promise<void>;
  list(): AsyncIterable<StoredObject>;
};

/** All kept files lie below this. */
export const ROOT = 'files';

/** "files/<unit>/<first two of the hash>/<hash>". Anything but a unit's id and a hash throws. */
export function keyOf(unitId: string, sha256: string): string {
  if (!validate(unitId) || !/^[0-9a-f]{64}$/u.test(sha256))
    throw new Error('a kept file is named by a unit and a SHA-256');
  return `${ROOT}/${unitId}/${sha256.slice(0, 2)}/${sha256}`;
}

/** The unit and hash of a key; undefined for anything else that lies there. */
export function readKey(key: string): { unitId: string; sha256: string } | undefined {
  const [, unitId, sha256] = /^files\/([^/]+)\/[0-9a-f]{2}\/([0-9a-f]{64})$/u.exec(key) ?? [];
  return unitId && sha256 && validate(unitId) ? { unitId, sha256 } : undefined;
}

/** Every kept file of a disk, page by page. */
export async function* listKept(disk: Disk): AsyncIterable<StoredObject> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(ROOT, {
      recursive: true,
      ...(paginationToken ? { paginationToken } : {}),
    });
    for (const object of page.objects) {
      const found = object.isFile ? readKey(object.key) : undefined;
      if (!found || !object.isFile) continue;
      yield { ...found, changedAt: (await object.getMetaData()).lastModified };
    }
    paginationToken = page.paginationToken;
  } while (paginationToken);
}
