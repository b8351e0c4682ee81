import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { giveName } from './disk-writes.ts';
import { type KeptFiles, keyOf, listKept } from './kept-files.ts';

/**
 * Files below a folder. Keeping is our own: flydrive's move copies the bytes and does not wait for the
 * disk, ours gives the same bytes a second name and waits.
 */
export function openDiskFiles(folder: string): KeptFiles {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    keep: (unitId, sha256, path) => giveName(path, join(folder, keyOf(unitId, sha256))),
    async read(unitId, sha256, range) {
      const path = join(folder, keyOf(unitId, sha256));
      // Opened first, so that a file that is missing fails here and not in the middle of an answer.
      await (await open(path)).close();
      const stream = createReadStream(path, {
        highWaterMark: 256 * 1024,
        ...(range ? { start: range.from, end: range.to } : {}),
      });
      return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
    },
    remove: (unitId, sha256) => disk.delete(keyOf(unitId, sha256)),
    list: () => listKept(disk),
  };
}
