import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until what a file or a folder holds lies on the disk, so that a power cut cannot undo it. */
export async function syncToDisk(path: string): Promise<void> {
  const opened = await open(path, constants.O_RDONLY);
  // Windows knows no flush of a folder and keeps the order of its own log.
  await opened.sync().catch((error: NodeJS.ErrnoException) => {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes(error.code ?? '')) throw error;
  });
  await opened.close();
}

/** Makes a folder with all above it, and their names durable. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let folder = dirname(path); folder.length >= dirname(first).length; folder = dirname(folder)) {
    await syncToDisk(folder);
    if (folder === dirname(folder)) return;
  }
}

/**
 * Gives a whole file a second name, at once or not at all. A name that is there already stays: it is
 * the same content. Where the file system knows no second names, a copy takes the name when it is whole.
 */
export async function giveName(source: string, target: string): Promise<void> {
  await makeFolder(dirname(target));
  const failed = await link(source, target).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error,
  );
  if (failed && failed.code !== 'EEXIST') {
    if (!['EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(failed.code ?? ''))
      throw failed;
    const unfinished = `${target}.part`;
    await rm(unfinished, { force: true });
    await copyFile(source, unfinished);
    await syncToDisk(unfinished);
    await rename(unfinished, target);
  }
  await syncToDisk(dirname(target));
}
