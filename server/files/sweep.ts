import { type Kysely, sql } from 'kysely';
import { inUnit, type Tx } from '#server/db/in-unit.ts';
import type { Schema } from '#server/db/schema.ts';
import type { Deps } from '#server/deps.ts';
import type { FileStore } from './file-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

type Sweeping = { stop(): Promise<void> };

/**
 * Holds off the sweep of kept files while one is being kept, so that bytes found abandoned are not
 * removed at the moment when somebody gives the same file again.
 */
export async function holdOffSweep(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`files ${unitId}`}, 0))`.execute(tx);
}

/**
 * Gives back the room of a unit's uploads: those nobody went on with for a day, with their rows; parts
 * whose upload is gone or has become evidence. Returns how many parts and rows went.
 */
export async function sweepUploads(tx: Tx, files: FileStore, unitId: string, now: Date): Promise<number> {
  // Listed before the rows are read: a part is written only after its row was committed.
  const parts = (await files.uploads.list()).filter((part) => part.unitId === unitId);
  const old = await tx
    .deleteFrom('upload')
    .where('unit_id', '=', unitId)
    .where('updated_at', '<', new Date(now.getTime() - DAY_MS).toISOString())
    .returning('id')
    .execute();
  const rows = await tx
    .selectFrom('upload')
    .select(['id', 'status'])
    .where('unit_id', '=', unitId)
    .where('status', '!=', 'used')
    .execute();
  const wanted = new Set(rows.map(({ id }) => id));
  const abandoned = parts.filter(({ uploadId }) => !wanted.has(uploadId));
  for (const { uploadId } of abandoned) await files.uploads.drop(unitId, uploadId);
  return abandoned.length + old.length;
}

/** Removes kept files no evidence refers to, once they are a day old. Returns how many went. */
export async function sweepKept(
  database: Kysely<Schema>,
  files: FileStore,
  now: Date,
  isStopped: () => boolean = () => false,
): Promise<number> {
  // A bucket may hold files of another installation: only units of this database are looked at.
  const units = new Set((await database.selectFrom('unit').select('id').execute()).map(({ id }) => id));
  const hashesByUnit = new Map<string, string[]>();
  let removed = 0;
  const settle = async (unitId: string) => {
    const hashes = hashesByUnit.get(unitId) ?? [];
    hashesByUnit.delete(unitId);
    removed += await removeUnreferred(database, files, unitId, hashes);
  };
  for await (const { unitId, sha256, changedAt } of files.list()) {
    if (isStopped()) return removed;
    if (!units.has(unitId) || now.getTime() - changedAt.getTime() < DAY_MS) continue;
    const hashes = hashesByUnit.get(unitId) ?? [];
    hashes.push(sha256);
    hashesByUnit.set(unitId, hashes);
    if (hashes.length >= BATCH) await settle(unitId);
  }
  for (const unitId of [...hashesByUnit.keys()]) await settle(unitId);
  return removed;
}

async function removeUnreferred(
  database: Kysely<Schema>,
  files: FileStore,
  unitId: string,
  hashes: string[],
): Promise<number> {
  return inUnit(database, { unitId, role: 'system' }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${unitId}`}, 0))`.execute(tx);
    const referred = await tx
      .selectFrom('evidence')
      .select('sha256')
      .distinct()
      .where('unit_id', '=', unitId)
      .where('sha256', 'in', hashes)
      .execute();
    const kept = new Set(referred.map(({ sha256 }) => sha256));
    const unreferred = hashes.filter((sha256) => !kept.has(sha256));
    for (const sha256 of unreferred) {
      await tx.deleteFrom('stored_file').where('unit_id', '=', unitId).where('sha256', '=', sha256).execute();
      await files.remove(unitId, sha256);
    }
    return unreferred.length;
  });
}

/**
 * Sweeps everything now, beside the requests; from then on uploads every hour, since a part whose file
 * was kept in S3 takes room until then, and kept files once a day.
 */
export function sweepRegularly({
  database,
  files,
  log,
  now,
}: Pick<Deps, 'database' | 'files' | 'log' | 'now'>): Sweeping {
  let isStopping = false;
  let hours = 0;
  const sweep = async () => {
    const units = await database.kysely.selectFrom('unit').select('id').execute();
    for (const { id: unitId } of units) {
      if (isStopping) return;
      await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
        sweepUploads(tx, files, unitId, now()),
      );
    }
    hours += 1;
    if (hours % 24 !== 1) return;
    const removed = await sweepKept(database.kysely, files, now(), () => isStopping);
    if (removed > 0) log.info({ removed }, 'removed files no evidence refers to');
  };
  const run = () => sweep().catch((error: unknown) => log.error({ err: error }, 'sweep of files failed'));
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, DAY_MS / 24);
  timer.unref();
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
