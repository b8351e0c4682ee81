import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#core/people/member.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { deliverUnit } from './deliver.ts';
import { unitsWithWork } from './jobs.ts';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { openMailer } from './send-mail.ts';
import { countStates, giveMail } from './test-people.ts';

const MONDAY_MORNING = new Date('2026-11-23T00:30:00Z');
const MINUTE_MS = 60_000;

let test: TestApp;
let sink: MailSink;
let unitId: string;
let officers: number;
let mailer: ReturnType<typeof openMailer>;

beforeAll(async () => {
  sink = await openMailSink();
});
afterAll(() => sink.stop());

/** A unit with a live plan, an officer in up to four departments with late work, a leader and a viewer, each with an address. */
beforeEach(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  const cookie = await test.setUp();
  await confirmPlan(test, cookie);
  const tasks = (await test.ask('/api/tasks', { cookie })).body as Task[];
  const late = tasks.filter(({ timeliness }) => timeliness === 'overdue');
  const leads = late.flatMap(({ owners }) => owners.filter(({ role }) => role === 'lead'));
  const departmentIds = [...new Set(leads.map(({ departmentId }) => departmentId))].slice(0, 4);
  for (const id of departmentIds) await test.join(cookie, 'officer', id);
  officers = departmentIds.length;
  await test.join(cookie, 'leader');
  await test.join(cookie, 'viewer');
  const members = (await test.ask('/api/members', { cookie })).body as Member[];
  const [unit] = await test.database.asSuperuser<{ id: string }>('select id from unit');
  unitId = unit!.id;
  await giveMail(
    test.database,
    unitId,
    new Map(members.map(({ userId, username }) => [userId, `${username}@phuong.example`])),
  );
  sink.received.length = 0;
  sink.refused.clear();
  const mail = { url: sink.url, from: 'cchc@phuong.example' };
  Object.assign(test.deps.outside, { mail, address: 'https://cchc.phuong.example' });
  mailer = openMailer(mail);
  return async () => {
    mailer.close();
    await test.close();
  };
});

/** One turn of the clock: digests that are due are made, what waits is sent. */
async function turn(at: Date): Promise<void> {
  test.clock.now = at;
  const units = await unitsWithWork(test.deps);
  for (const each of units) await deliverUnit(each, { deps: test.deps, mailer, isStopped: () => false });
}

const later = (minutes: number) => new Date(MONDAY_MORNING.getTime() + minutes * MINUTE_MS);

describe('Monday morning', () => {
  it('brings every owner one mail with their own items, and viewers nothing', async () => {
    await turn(later(-1));
    expect(sink.received).toEqual([]);
    await turn(MONDAY_MORNING);
    await turn(later(1));
    const readers = sink.received.map(({ to }) => to);
    expect(new Set(readers).size).toBe(readers.length);
    expect(readers.filter((to) => to.startsWith('officer')).length).toBe(officers);
    expect(readers.filter((to) => to.startsWith('viewer'))).toEqual([]);
    const [mail] = sink.received.filter(({ to }) => to.startsWith('officer'));
    expect(mail?.subject).toMatch(/^Việc tuần này: \d+ việc/u);
    expect(mail?.html).toMatch(/https:\/\/cchc\.phuong\.example\/quick\/[\w-]+\?say=done/u);
    expect(mail?.text).toContain('Kính gửi ông/bà Người thứ');
    expect(await countStates(test.database, unitId)).toEqual({ sent: readers.length });
  });

  it('brings nothing on a Sunday, and on Monday evening nothing until the next morning', async () => {
    await turn(new Date('2026-11-22T03:00:00Z'));
    await turn(new Date('2026-11-23T11:30:00Z'));
    expect(sink.received).toEqual([]);
  });

  it('a mail server that is down for an hour delays every mail and loses or doubles none', async () => {
    await sink.stop();
    for (let minute = 0; minute < 60; minute += 1) await turn(later(minute));
    const waiting = await countStates(test.database, unitId);
    expect(Object.keys(waiting)).toEqual(['queued']);
    await sink.start();
    for (let minute = 60; minute < 90; minute += 1) await turn(later(minute));
    const readers = sink.received.map(({ to }) => to);
    expect(new Set(readers).size).toBe(readers.length);
    expect(await countStates(test.database, unitId)).toEqual({ sent: waiting.queued });
  });

  it('mail that would still wait at night waits until the next working morning', async () => {
    await sink.stop();
    await turn(MONDAY_MORNING);
    await sink.start();
    await turn(new Date('2026-11-23T12:00:00Z'));
    expect(sink.received).toEqual([]);
  });

  it('a mailbox the server does not know is noted as failed, never as sent, and holds up nobody', async () => {
    sink.refused.add(`leader.${officers + 1}@phuong.example`);
    await turn(MONDAY_MORNING);
    const states = await countStates(test.database, unitId);
    expect(states.failed).toBe(1);
    expect(states.sent).toBe(sink.received.length);
  });

  it('what waits for a person who has left meanwhile does not go out', async () => {
    await sink.stop();
    await turn(MONDAY_MORNING);
    await sink.start();
    await test.database.asSuperuser("update membership set ended_at = now() where role = 'officer'");
    await turn(later(60));
    expect(sink.received.filter(({ to }) => to.startsWith('officer'))).toEqual([]);
    expect(await countStates(test.database, unitId)).toEqual({
      sent: sink.received.length,
      failed: officers,
    });
  });

  it('what waited for a day is given up with a reason', async () => {
    await sink.stop();
    await turn(MONDAY_MORNING);
    await sink.start();
    await turn(new Date('2026-11-25T03:00:00Z'));
    const reasons = await test.database.asSuperuser<{ reason: string }>(
      "select distinct reason from delivery where state = 'failed'",
    );
    expect(reasons).toEqual([{ reason: 'TOO_LATE' }]);
  });
});
