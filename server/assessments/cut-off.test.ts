import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AssessmentPage } from '#core/assessments/assessment-page.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { verifyChain } from '#server/events/verify-chain.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { makeCampaign } from './test-campaign.ts';

/** The database cuts the connection off in the middle of handing in, as when the server is killed. */
let test: TestApp;
let focal: string;
let leader: string;
let unitId: string;
let base: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-12-01T02:00:00Z');
  const administrator = await test.setUp();
  await confirmPlan(test, administrator);
  focal = await test.join(administrator, 'focal');
  leader = await test.join(administrator, 'leader');
  [unitId] = (await test.database.asSuperuser<{ id: string }>('select id from unit')).map(({ id }) => id) as [
    string,
  ];
  const leaves = Array.from({ length: 20 }, (_, at) => ({ code: `T.${at}`, maxPoints: 100 }));
  base = `/api/assessment/${(await makeCampaign(test, [unitId], leaves)).id}`;
  await test.ask(`${base}/open`, { json: {}, cookie: focal });
  for (const [verb, cookie] of [
    ['declare', focal],
    ['accept', administrator],
  ] as const) {
    const leaves = (await page()).rows.map((row) => ({ ...row, judged: row.fingerprint }));
    await test.ask(`${base}/${verb}`, { json: { leaves }, cookie });
  }
  for (const [verb, cookie] of [
    ['put-forward', focal],
    ['approve', leader],
  ] as const)
    expect((await move(verb, cookie)).status, verb).toBe(200);
});
afterAll(() => test.close());

const page = async () => (await test.ask('/api/assessment', { cookie: focal })).body as AssessmentPage;
async function move(verb: string, cookie: string) {
  const { version } = (await page()).assessment!;
  return test.ask(`${base}/${verb}`, { json: { version }, cookie });
}
const count = async (table: string) =>
  (await test.database.asSuperuser<{ count: number }>(`select count(*)::integer from ${table}`))[0]!.count;
const verify = () =>
  inUnit(test.database.kysely, { unitId, role: 'system' }, (tx) => verifyChain(tx, unitId, []));

/** The connection that waits for the head of the log: all it had to write but the seal is written. */
async function findWaiting(): Promise<number> {
  for (;;) {
    const [waiting] = await test.database.asSuperuser<{ pid: number }>(
      `select pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))
       and exists (select from pg_locks held where held.pid = pg_locks.pid and held.relation = 'submitted_leaf'::regclass
         and held.mode = 'RowExclusiveLock')`,
    );
    if (waiting) return waiting.pid;
  }
}

it('a submission that is cut off leaves nothing half-written, a whole log, and can be made again', async () => {
  const { lines } = await verify();
  await test.database.asSuperuser('begin');
  await test.database.asSuperuser('select from event_head where unit_id = $1 for update', [unitId]);
  const cut = move('submit', leader);
  await test.database.asSuperuser('select pg_terminate_backend($1)', [await findWaiting()]);
  await test.database.asSuperuser('rollback');
  expect((await cut).status).toBeGreaterThanOrEqual(500);

  expect([await count('submission'), await count('submitted_leaf')]).toEqual([0, 0]);
  expect((await page()).assessment?.stage).toBe('approved');
  expect(await verify()).toMatchObject({ lines, faults: [] });

  expect((await move('submit', leader)).status).toBe(200);
  expect([await count('submission'), await count('submitted_leaf')]).toEqual([1, 20]);
  const after = await verify();
  expect(after.faults).toEqual([]);
  expect(after.lines).toBeGreaterThan(lines);
});

it('goes on after the database has cut off every connection', async () => {
  const cut = await test.database.asSuperuser(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  expect(cut.length).toBeGreaterThan(1);
  await expect.poll(async () => (await test.ask('/api/assessment', { cookie: focal })).status).toBe(200);
});
