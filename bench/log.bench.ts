import { v7 as uuidv7 } from 'uuid';
import { type NewEvent, recordEvents, recordUntold } from '#server/db/events.ts';
import { inUnit, type Tx } from '#server/db/in-unit.ts';
import { listChainLines } from '#server/events/read-chain.ts';
import { verifyChain } from '#server/events/verify-chain.ts';
import { openWard } from './open-ward.ts';
import type { BenchResult } from './run.ts';
import { median } from './timing.ts';

const WRITES = 200;
const TOGETHER = 20;
const LINES = 20_000;
const PART = 2000;

/**
 * What the chain costs: a small logged write with and without its seal, by one person and by twenty at once in
 * one unit, who wait for each other's seals; and how fast a log is worked out again, against reading it alone.
 */
export async function bench(): Promise<BenchResult> {
  const ward = await openWard();
  const { kysely } = ward.database;
  const unitId = uuidv7();
  const actor = { unitId, userId: 'dau.moi', personName: 'Cán bộ đầu mối' };
  await ward.database.asSuperuser(
    "insert into unit (id, path, kind, name) values ($1, 'log', 'ward', 'phường Hồ Sen')",
    [unitId],
  );
  const eventOf = (at: number): NewEvent => ({
    noun: 'task',
    subjectId: `${at}`,
    verb: 'progressed',
    before: { status: 'not_started', percent: 0 },
    after: { status: 'in_progress', percent: at % 100, note: 'Đang lấy ý kiến các đơn vị.' },
  });
  const within = <T>(work: (tx: Tx) => Promise<T>) => inUnit(kysely, { unitId, role: 'system' }, work);
  const sealed = (at: number) => within((tx) => recordUntold(tx, actor, eventOf(at)));
  const bare = (at: number) =>
    within(async (tx) => {
      const { noun, subjectId, verb, before, after } = eventOf(at);
      await tx
        .insertInto('event')
        .values({
          unit_id: unitId,
          id: uuidv7(),
          actor_id: actor.userId,
          actor_name: actor.personName,
          noun,
          subject_id: subjectId,
          verb,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
        })
        .execute();
    });

  const times = { sealed: [] as number[], bare: [] as number[] };
  for (let at = 0; at < WRITES; at += 1) {
    times.bare.push(await millisecondsOf(() => bare(at)));
    times.sealed.push(await millisecondsOf(() => sealed(at)));
  }
  const [one, oneBare] = [median(times.sealed), median(times.bare)];
  const many = (write: (at: number) => Promise<unknown>) =>
    millisecondsOf(() =>
      Promise.all(
        Array.from({ length: TOGETHER }, async (_, writer) => {
          for (let at = 0; at < WRITES / TOGETHER; at += 1) await write(writer * WRITES + at);
        }),
      ),
    );
  const [all, allBare] = [await many(sealed), await many(bare)];

  for (let from = 0; from < LINES; from += PART) {
    const events = Array.from({ length: PART }, (_, at) => eventOf(from + at));
    await within((tx) => recordEvents(tx, actor, events, { noun: 'task', subjectId: 'x' }));
  }
  const reading = await millisecondsOf(() =>
    within(async (tx) => {
      for (let after = 0; ; ) {
        const lines = await listChainLines(tx, unitId, { after });
        if (lines.length === 0) return;
        after = lines.at(-1)!.seq;
      }
    }),
  );
  const lines: number[] = [];
  const verifying = await millisecondsOf(async () => {
    lines.push((await within((tx) => verifyChain(tx, unitId, []))).lines);
  });
  await ward.close();
  return {
    name: 'The chained log (ratio to the same without the chain)',
    rows: [
      { what: 'a small logged write, median', value: one, unit: 'ms', ratio: one / oneBare },
      {
        what: `a logged write with ${TOGETHER} at once in one unit, mean`,
        value: all / WRITES,
        unit: 'ms',
        ratio: all / allBare,
      },
      {
        what: 'verify',
        value: Math.round(lines[0]! / (verifying / 1000)),
        unit: 'lines/s',
        ratio: verifying / reading,
      },
    ],
  };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
