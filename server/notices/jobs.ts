import { inUnit } from '#server/db/in-unit.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import type { Deps } from '#server/deps.ts';
import type { Queue } from '#server/jobs/queue.ts';
import { deliverUnit } from './deliver.ts';
import { hasOpenDeliveries } from './delivery-store.ts';
import { makeDigests } from './make-digests.ts';
import { openMailer } from './send-mail.ts';

const MAKE = 'notices.make';
const DELIVER = 'notices.deliver';
const EVERY_MINUTE = '* * * * *';

type NoticeDeps = Pick<Deps, 'database' | 'now' | 'outside' | 'log'>;

/**
 * Starts the two kinds of work behind notices: every minute the digests of units whose time has come are
 * made, and for each unit with something waiting a job sends it. Stopping waits for the mail in hand.
 */
export async function startNotices(deps: NoticeDeps, queue: Queue): Promise<{ stop(): void }> {
  const mailer = deps.outside.mail ? openMailer(deps.outside.mail) : undefined;
  let isStopping = false;
  const isStopped = () => isStopping;
  await queue.work(
    DELIVER,
    { retries: 8, firstDelaySeconds: 2, mostDelaySeconds: 60 },
    async ({ unitId }) => {
      if (unitId !== undefined) await deliverUnit(unitId, { deps, mailer, isStopped });
    },
  );
  await queue.work(MAKE, { retries: 2, firstDelaySeconds: 10, mostDelaySeconds: 60 }, async () => {
    for (const unitId of await unitsWithWork(deps, isStopped)) await queue.send(DELIVER, { unitId }, unitId);
  });
  await queue.repeat(MAKE, EVERY_MINUTE);
  // What a stop of the server held up need not wait for the next minute.
  await queue.send(MAKE, {}, 'start');
  return {
    stop() {
      isStopping = true;
      mailer?.close();
    },
  };
}

/** Makes the digests that are due, and tells which units have something to send. */
export async function unitsWithWork(deps: NoticeDeps, isStopped = () => false): Promise<string[]> {
  const { kysely } = deps.database;
  const units = await kysely.selectFrom('unit').select(['id', 'ended_on']).orderBy('id').execute();
  const withWork: string[] = [];
  for (const { id: unitId, ended_on } of units) {
    if (isStopped()) break;
    const now = deps.now();
    // One unit whose digests cannot be made must not keep the others from theirs.
    const isWaiting = await inUnit(kysely, { unitId, role: 'system' }, async (tx) => {
      // Nobody is reminded of the work of a unit that is no more.
      if (ended_on === null) {
        await makeDigests(tx, unitId, {
          now,
          calendar: await findWorkCalendar(tx, unitId),
          ways: { isMailOpen: deps.outside.mail !== undefined },
        });
      }
      return hasOpenDeliveries(tx, unitId, now);
    }).catch((error: unknown) => {
      deps.log.error({ err: error, unitId }, 'the digests of a unit could not be made');
      return false;
    });
    if (isWaiting) withWork.push(unitId);
  }
  return withWork;
}
