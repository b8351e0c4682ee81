import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Task } from '#core/plans/task.ts';
import { type MailSink, openMailSink } from '#server/notices/mail-sink.ts';
import { countStates, giveMail } from '#server/notices/test-people.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

const PEOPLE = 60;
const MONDAY_MORNING = '2026-11-23T00:30:00Z';

let test: TestApp;
let sink: MailSink;
let unitId: string;
let sender: ChildProcess | undefined;

beforeAll(async () => {
  sink = await openMailSink();
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  const cookie = await test.setUp();
  await confirmPlan(test, cookie);
  const tasks = (await test.ask('/api/tasks', { cookie })).body as Task[];
  const late = tasks.find(({ timeliness, owners }) => timeliness === 'overdue' && owners.length > 0);
  const departmentId = late?.owners.find(({ role }) => role === 'lead')?.departmentId;
  const [unit] = await test.database.asSuperuser<{ id: string }>('select id from unit');
  unitId = unit!.id;
  const mailByUser = new Map<string, string>();
  for (let number = 0; number < PEOPLE; number += 1) {
    await test.database.asSuperuser(
      `insert into membership (unit_id, user_id, role, department_id, person_name) values ($1, $2, 'officer', $3, $4)`,
      [unitId, `officer-${number}`, departmentId, `Cán bộ thứ ${number}`],
    );
    mailByUser.set(`officer-${number}`, `officer-${number}@phuong.example`);
  }
  await giveMail(test.database, unitId, mailByUser);
});
afterAll(async () => {
  sender?.kill('SIGKILL');
  await sink.stop();
  await test.close();
});

async function startSender(): Promise<ChildProcess> {
  const given = { connection: test.database.connection, mailUrl: sink.url, startsAt: MONDAY_MORNING };
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'notice-sender.ts'), JSON.stringify(given)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout!, 'data');
  return child;
}

it('kill -9 in the middle of the Monday mail: nobody gets it twice, and who may have missed it is named', async () => {
  const kills = [7, 23];
  for (const after of kills) {
    let isAimed = false;
    sender = await startSender();
    const ended = once(sender, 'exit');
    // Killed while a mail is on its way: before the hand-over, in the midst of it, or just after.
    sink.onData = () => {
      if (sink.received.length < after || isAimed) return;
      isAimed = true;
      setImmediate(() => sender?.kill('SIGKILL'));
    };
    await ended;
    sink.onData = () => undefined;
  }
  sender = await startSender();
  await vi.waitUntil(
    async () => {
      const states = await countStates(test.database, unitId);
      return states.queued === undefined && states.handed === undefined && (states.sent ?? 0) > 0;
    },
    { timeout: 120_000, interval: 500 },
  );

  const readers = sink.received.map(({ to }) => to);
  expect(new Set(readers).size, 'nobody gets it twice').toBe(readers.length);
  const states = await countStates(test.database, unitId);
  expect((states.sent ?? 0) + (states.unsure ?? 0)).toBe(PEOPLE);
  const sent = await test.database.asSuperuser<{ address: string }>(
    "select address from delivery where state = 'sent'",
  );
  const got = new Set(readers);
  expect(
    sent.filter(({ address }) => !got.has(address)),
    'never called sent when it was not',
  ).toEqual([]);
  // At most the one mail in hand at each kill is unsure; everybody else has it, exactly once.
  expect(states.unsure ?? 0).toBeLessThanOrEqual(kills.length);
  expect(readers.length).toBeGreaterThanOrEqual(PEOPLE - (states.unsure ?? 0));
}, 240_000);
