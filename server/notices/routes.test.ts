import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact, MemberContact, Webhook } from '#core/notices/contact.ts';
import type { Notice } from '#core/notices/notice.ts';
import { USUAL_SETTINGS } from '#core/notices/notice-settings.ts';
import type { Department } from '#core/people/department.ts';
import type { Me, Member } from '#core/people/member.ts';
import type { Obstacle } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { unitsWithWork } from './jobs.ts';

let test: TestApp;
let keeper: string;
let officer: string;
let viewer: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  Object.assign(test.deps.outside, {
    mail: { url: 'smtp://127.0.0.1:1', from: 'cchc@phuong.example' },
    address: 'https://cchc.phuong.example',
  });
  keeper = await test.setUp();
  await confirmPlan(test, keeper);
  const departments = (await test.ask('/api/departments', { cookie: keeper })).body as Department[];
  officer = await test.join(keeper, 'officer', departments.find(({ overdueTasks }) => overdueTasks > 0)!.id);
  viewer = await test.join(keeper, 'viewer');
  test.clock.now = new Date('2026-11-23T01:00:00Z');
  await unitsWithWork(test.deps);
});
afterAll(() => test.close());

const put = (path: string, json: unknown, cookie: string) => test.ask(path, { method: 'PUT', json, cookie });
const myContact = async (cookie: string) => (await test.ask('/api/contact', { cookie })).body as Contact;

describe('the bell', () => {
  it('tells an owner what the digest says, until it is read', async () => {
    const inbox = (await test.ask('/api/notices', { cookie: officer })).body as {
      unread: number;
      notices: { id: string; content: { kind: string } }[];
    };
    expect(inbox.unread).toBe(1);
    expect(inbox.notices[0]?.content.kind).toBe('digest');
    const read = await test.ask('/api/notices/read', {
      json: { upTo: inbox.notices[0]?.id },
      cookie: officer,
    });
    expect(read.body).toMatchObject({ unread: 0 });
  });

  it('tells a viewer nothing', async () => {
    expect((await test.ask('/api/notices', { cookie: viewer })).body).toEqual({ unread: 0, notices: [] });
  });

  it('cannot be read for somebody else', async () => {
    const { body } = await test.ask('/api/notices', { cookie: officer });
    const [mine] = (body as { notices: { id: string }[] }).notices;
    const other = await test.ask('/api/notices/read', { json: { upTo: mine?.id }, cookie: viewer });
    expect(other.body).toEqual({ unread: 0, notices: [] });
  });
});

describe('an obstacle', () => {
  it('is told at once to whoever must act, and its answer to the department in charge', async () => {
    const leader = await test.join(keeper, 'leader');
    const tasks = (await test.ask('/api/tasks', { cookie: officer })).body as Task[];
    const { departmentId } = (await test.ask('/api/me', { cookie: officer })).body as Me;
    const task = tasks.find(
      ({ owners, status }) => status !== 'done' && owners.some((each) => each.departmentId === departmentId),
    );
    const json = { text: 'Chờ duyệt kinh phí', holder: 'approver', version: task?.version };
    const raised = await test.ask(`/api/tasks/${task?.id}/obstacles`, { json, cookie: officer });
    const { id, version } = raised.body as Obstacle;
    expect(await lastTold(leader)).toMatchObject({ kind: 'obstacle_raised', text: 'Chờ duyệt kinh phí' });
    const answer = { verb: 'answered', text: 'Đã duyệt', version };
    await test.ask(`/api/obstacles/${id}/entries`, { json: answer, cookie: leader });
    expect(await lastTold(officer)).toMatchObject({ kind: 'obstacle_answered', text: 'Đã duyệt' });
    expect(await lastTold(leader)).toMatchObject({ kind: 'obstacle_raised' });
  });

  async function lastTold(cookie: string) {
    const { body } = await test.ask('/api/notices', { cookie });
    return (body as { notices: Notice[] }).notices[0]?.content;
  }
});

describe('how a person is reached', () => {
  const refused: [string, unknown, number][] = [
    ['words that are no address', { mail: 'không phải thư' }, 400],
    ['two addresses', { mail: 'a@b.vn, c@d.vn' }, 400],
    ['an address with a line break', { mail: 'a@b.vn\r\nBcc: c@d.vn' }, 400],
    ['a version that is gone', { mail: 'a@b.vn', version: 7 }, 409],
  ];
  it.each(refused)('%s is refused', async (_, input, status) => {
    const json = { isMailOn: true, isPushOn: true, version: 0, ...(input as object) };
    expect((await put('/api/contact', json, officer)).status).toBe(status);
  });

  it('is set by the person, and by those who keep the notices without undoing the rest', async () => {
    const json = { mail: 'Can.Bo@phuong.example', isMailOn: false, isPushOn: true, version: 0 };
    expect((await put('/api/contact', json, officer)).body).toMatchObject({
      mail: 'can.bo@phuong.example',
      isMailOn: false,
      version: 1,
    });
    const members = (await test.ask('/api/members', { cookie: keeper })).body as Member[];
    const { userId } = members.find(({ username }) => username === 'officer.1')!;
    const set = { mail: 'can.bo@phuong.example', isHead: true, version: 1 };
    const contacts = (await put(`/api/contacts/${userId}`, set, keeper)).body as MemberContact[];
    expect(contacts.find((each) => each.userId === userId)).toMatchObject({ isHead: true, isMailOn: false });
    expect(await myContact(officer)).toMatchObject({ mail: 'can.bo@phuong.example', isMailOn: false });
  });

  it('refuses a push subscription that would post to somebody’s own network', async () => {
    const json = { endpoint: 'https://10.0.0.7/push', keys: { p256dh: 'x', auth: 'y' } };
    const { status, body } = await test.ask('/api/push-subscriptions', { json, cookie: officer });
    expect([status, (body as { problem: { kind: string } }).problem.kind]).toEqual([
      422,
      'push_service_unknown',
    ]);
  });

  it('has nowhere to send a test to before an address is given', async () => {
    expect((await test.ask('/api/contact/test', { method: 'POST', cookie: viewer })).status).toBe(409);
  });
});

describe('the calendar of a person', () => {
  it('opens by its secret alone, until a new one is made or it ends', async () => {
    const made = async () =>
      new URL(
        ((await test.ask('/api/calendar-feed', { method: 'POST', cookie: officer })).body as { link: string })
          .link,
      );
    const first = await made();
    const opened = await test.ask(first.pathname);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('content-type')).toContain('text/calendar');
    expect(opened.body).toContain('BEGIN:VEVENT');
    const second = await made();
    expect((await test.ask(first.pathname)).status).toBe(404);
    expect((await test.ask(second.pathname)).status).toBe(200);
    await test.ask('/api/calendar-feed', { method: 'DELETE', cookie: officer });
    expect((await test.ask(second.pathname)).status).toBe(404);
    expect((await test.ask('/calendar/%00.ics')).status).not.toBe(500);
  });
});

describe('those who keep the notices', () => {
  it('set the rules, and nobody else does', async () => {
    const kept = { settings: { ...USUAL_SETTINGS, sendAt: '08:00' }, version: 0 };
    expect((await put('/api/notice-settings', kept, officer)).status).toBe(403);
    expect((await put('/api/notice-settings', kept, keeper)).body).toEqual({ ...kept, version: 1 });
    expect((await put('/api/notice-settings', kept, keeper)).status).toBe(409);
    const crossed = { settings: { ...USUAL_SETTINGS, sendAt: '19:00' }, version: 1 };
    expect((await put('/api/notice-settings', crossed, keeper)).status).toBe(422);
  });

  it('see what became of every message, and send again what failed but nothing else', async () => {
    const address = { mail: 'kiem.thu@phuong.example', isMailOn: true, isPushOn: true, version: 0 };
    await put('/api/contact', address, keeper);
    expect((await test.ask('/api/contact/test', { method: 'POST', cookie: keeper })).status).toBe(204);
    const flood = await Promise.all(
      Array.from({ length: 5 }, () => test.ask('/api/contact/test', { method: 'POST', cookie: keeper })),
    );
    expect(flood.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429]);
    const { body } = await test.ask('/api/deliveries', { cookie: keeper });
    const { deliveries, counts } = body as { deliveries: { id: string; state: string }[]; counts: object };
    expect(counts).toMatchObject({ queued: 1 });
    const again = `/api/deliveries/${deliveries[0]?.id}/again`;
    expect((await test.ask(again, { method: 'POST', cookie: keeper })).status).toBe(409);
    await test.database.asSuperuser("update delivery set state = 'unsure'");
    expect((await test.ask(again, { method: 'POST', cookie: officer })).status).toBe(403);
    expect((await test.ask(again, { method: 'POST', cookie: keeper })).status).toBe(200);
  });

  it('add webhooks outside the own network only, and see their secret once', async () => {
    const inside = { name: 'Trong mạng', url: 'http://127.0.0.1:8080/' };
    expect((await test.ask('/api/webhooks', { json: inside, cookie: keeper })).status).toBe(422);
    const json = { name: 'Cầu nối Zalo', url: 'https://bridge.example.com/hook' };
    expect((await test.ask('/api/webhooks', { json, cookie: officer })).status).toBe(403);
    const added = (await test.ask('/api/webhooks', { json, cookie: keeper })).body as {
      webhook: Webhook;
      secret: string;
    };
    expect(added.secret).toMatch(/^whsec_/u);
    const listed = await test.ask('/api/webhooks', { cookie: keeper });
    expect(JSON.stringify(listed.body)).not.toContain(added.secret);
    const removed = await test.ask(`/api/webhooks/${added.webhook.id}`, { method: 'DELETE', cookie: keeper });
    expect(removed.status).toBe(204);
  });
});
