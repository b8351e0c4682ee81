import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#server/db/test-database.ts';
import { openQueue, type Queue } from './queue.ts';

const RULES = { retries: 5, firstDelaySeconds: 1, mostDelaySeconds: 2 };
const log = pino({ level: 'silent' });

let database: TestDatabase;
let queues: Queue[];
beforeAll(async () => {
  database = await createTestDatabase();
  queues = [await openQueue(database.connection, log), await openQueue(database.connection, log)];
});
afterAll(async () => {
  for (const queue of queues) await queue.close();
  await database.close();
});

it('gives each job to one of two processes, once', async () => {
  const done: string[] = [];
  for (const queue of queues)
    await queue.work('letters', RULES, async ({ id = '' }) => {
      done.push(id);
    });
  const ids = Array.from({ length: 6 }, (_, index) => `letter-${index}`);
  for (const id of ids) await queues[0]?.send('letters', { id }, id);
  await vi.waitUntil(() => done.length >= ids.length, { timeout: 15_000 });
  await pause(500);
  expect(done.toSorted()).toEqual(ids);
}, 30_000);

it('keeps one job of a key in line, and tries a failing one again', async () => {
  let tries = 0;
  await queues[0]?.work('stubborn', RULES, async () => {
    tries += 1;
    if (tries < 3) throw new Error('not yet');
  });
  await queues[0]?.send('stubborn', {}, 'one');
  await queues[1]?.send('stubborn', {}, 'one');
  await vi.waitUntil(() => tries === 3, { timeout: 20_000 });
  await pause(2500);
  expect(tries).toBe(3);
}, 30_000);

it('repeats by the clock of Viet Nam', async () => {
  await queues[0]?.work('morning', RULES, async () => undefined);
  await queues[0]?.repeat('morning', '30 7 * * 1');
  const kept = await database.asSuperuser<{ cron: string; timezone: string }>(
    "select cron, timezone from pgboss.schedule where name = 'morning'",
  );
  expect(kept).toEqual([{ cron: '30 7 * * 1', timezone: 'Asia/Ho_Chi_Minh' }]);
});
