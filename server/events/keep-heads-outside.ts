import { join } from 'node:path';
import { inUnit } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { appendHeads, HEAD_FILE, type OutsideHead, readHeads } from './head-file.ts';
import { findHash, findHead } from './read-chain.ts';

const MINUTE_MS = 60_000;

type HeadDeps = Pick<Deps, 'database' | 'log' | 'now'>;

/** Where the log of every unit stands now; units without a line are left out. */
export async function listHeads({
  database,
  now,
}: HeadDeps): Promise<(OutsideHead & { unitName: string })[]> {
  const { kysely } = database;
  const units = await kysely.selectFrom('unit').select(['id', 'name']).orderBy('id').execute();
  const heads: (OutsideHead & { unitName: string })[] = [];
  for (const { id: unitId, name: unitName } of units) {
    const head = await inUnit(kysely, { unitId, role: 'system' }, (tx) => findHead(tx, unitId));
    if (head && head.seq > 0) heads.push({ unitId, ...head, at: now().toISOString(), unitName });
  }
  return heads;
}

/**
 * Writes the heads that moved to the head file of a data folder, and says in the server's log when a line that
 * was written there before is gone from the database or is another now. Returns how many were written.
 */
export async function keepMovedHeads(
  deps: HeadDeps,
  path: string,
  lastByUnit: Map<string, OutsideHead>,
): Promise<number> {
  const moved: OutsideHead[] = [];
  for (const { unitName: _unitName, ...head } of await listHeads(deps)) {
    const last = lastByUnit.get(head.unitId);
    if (last?.seq === head.seq && last.hash === head.hash) continue;
    if (last && !(await stillHolds(deps, last)))
      deps.log.error(
        { unitId: last.unitId, seq: last.seq },
        'the log of a unit no longer holds what was written outside the database: run "parindex verify"',
      );
    moved.push(head);
  }
  if (moved.length > 0) await appendHeads(path, moved);
  for (const head of moved) lastByUnit.set(head.unitId, head);
  return moved.length;
}

async function stillHolds({ database }: HeadDeps, { unitId, seq, hash }: OutsideHead): Promise<boolean> {
  return (
    (await inUnit(database.kysely, { unitId, role: 'system' }, (tx) => findHash(tx, unitId, seq))) === hash
  );
}

/** Writes moved heads now, every minute, and once more at the end, so that a stopped server leaves none behind. */
export function keepHeadsOutside(deps: HeadDeps, dataFolder: string): { stop(): Promise<void> } {
  const path = join(dataFolder, HEAD_FILE);
  const lastByUnit = new Map<string, OutsideHead>();
  const recall = async () => {
    for (const head of (await readHeads(path))?.heads ?? []) lastByUnit.set(head.unitId, head);
  };
  const run = () =>
    keepMovedHeads(deps, path, lastByUnit).then(
      () => undefined,
      (error: unknown) => deps.log.error({ err: error }, 'the heads of the log could not be written'),
    );
  let running: Promise<void> = recall().then(run);
  const timer = setInterval(() => {
    running = running.then(run);
  }, MINUTE_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running.then(run);
    },
  };
}
