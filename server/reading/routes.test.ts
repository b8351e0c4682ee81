import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { EventEntry, Plan } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import type { Draft } from '#core/reading/draft.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let cookie: string;

beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.setUp();
});
afterAll(() => test.close());

type Problem = { problem: { kind: string; vi: string; en: string } };
const kindOf = (body: unknown) => (body as Problem).problem.kind;
const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text = demoPlanText()): Promise<Draft> {
  const { status, body } = await test.ask('/api/readings', { json: { text }, cookie });
  expect(status).toBe(200);
  return body as Draft;
}

describe('reading a plan', () => {
  it('keeps what was read from a file, with its findings and the blocks it came from', async () => {
    const { status, body } = await test.ask('/api/readings', {
      bytes: bytes(demoPlanText()),
      headers: { 'x-file-name': encodeURIComponent('kế hoạch.txt') },
      cookie,
    });
    const draft = body as Draft;
    expect([status, draft.fileName, draft.status, draft.version]).toEqual([200, 'kế hoạch.txt', 'open', 1]);
    expect(draft.reading.criteria.length).toBeGreaterThan(10);
    expect(draft.blocks.length).toBeGreaterThan(10);
    const open = (await test.ask('/api/readings', { cookie })).body as { id: string }[];
    expect(open.map(({ id }) => id)).toContain(draft.id);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'rỗng.txt', 400, 'empty'],
    ['a name that lies about its content', bytes('không phải Word'), 'kế hoạch.docx', 415, 'wrong_type'],
    ['a format nobody reads', bytes('x'), 'ảnh.png', 415, 'unsupported'],
  ])('refuses %s with a sentence and keeps nothing', async (_, content, name, status, kind) => {
    const count = async () => ((await test.ask('/api/readings', { cookie })).body as unknown[]).length;
    const before = await count();
    const headers = { 'x-file-name': encodeURIComponent(name) };
    const refused = await test.ask('/api/readings', { bytes: content, headers, cookie });
    expect([refused.status, kindOf(refused.body)]).toEqual([status, kind]);
    expect(await count()).toBe(before);
  });

  it('applies the whole list of corrections and checks again; a stale version is refused', async () => {
    const draft = await read();
    const row = draft.reading.criteria.find((each) => each.isLeaf)!;
    const corrections = [{ target: 'criterion', subject: row.code, property: 'title', value: 'Tên đã sửa' }];
    const put = (version: number) =>
      test.ask(`/api/readings/${draft.id}`, { method: 'PUT', json: { corrections, version }, cookie });
    const corrected = (await put(1)).body as Draft;
    expect(corrected.version).toBe(2);
    expect(corrected.reading.criteria.find(({ code }) => code === row.code)?.title).toBe('Tên đã sửa');
    const again = (await test.ask(`/api/readings/${draft.id}`, { cookie })).body as Draft;
    expect(again.reading).toEqual(corrected.reading);
    const stale = await put(1);
    expect([stale.status, kindOf(stale.body)]).toEqual([409, 'stale_version']);
  });

  it('refuses a correction of what is not there, and keeps the former ones', async () => {
    const draft = await read();
    const corrections = [{ target: 'criterion', subject: 'LXX.9', property: 'title', value: 'x' }];
    const json = { corrections, version: 1 };
    const refused = await test.ask(`/api/readings/${draft.id}`, { method: 'PUT', json, cookie });
    expect([refused.status, kindOf(refused.body)]).toEqual([422, 'unknown_subject']);
    expect(((await test.ask(`/api/readings/${draft.id}`, { cookie })).body as Draft).version).toBe(1);
  });
});

describe('confirming', () => {
  const confirm = (id: string, version = 1) =>
    test.ask(`/api/readings/${id}/confirm`, { json: { version }, cookie });

  it.each([
    ['a text without criteria', 'KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n- Giữ vững kết quả.', 'no_criteria'],
    [
      'an annex without a year',
      'STT\tNội dung tiêu chí\tĐiểm tối đa\nI\tLĩnh vực một\t2\n1\tTiêu chí\t2\n',
      'no_year',
    ],
  ])('refuses %s', async (_, text, kind) => {
    const draft = await read(text);
    const refused = await confirm(draft.id);
    expect([refused.status, kindOf(refused.body)]).toEqual([422, kind]);
    expect((await test.ask('/api/plan', { cookie })).status).toBe(404);
  });

  it('makes one plan of two confirmations at once, and refuses a second later', async () => {
    const draft = await read();
    const answers = await Promise.all([confirm(draft.id), confirm(draft.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await confirm(draft.id, 2);
    expect([again.status, kindOf(again.body)]).toEqual([409, 'reading_closed']);
    const plan = (await test.ask('/api/plan', { cookie })).body as Plan;
    const { criteria } = draft.reading;
    expect(plan).toMatchObject({
      year: draft.reading.document.year,
      fields: criteria.filter(({ level }) => level === 1).length,
      leaves: criteria.filter(({ isLeaf }) => isLeaf).length,
      version: 1,
    });
    const rows = (await test.ask('/api/criteria', { cookie })).body as AnnexRow[];
    expect(rows.map(({ code }) => code)).toEqual(criteria.map(({ code }) => code));
    const names = (owners: { name: string }[]) => owners.map(({ name }) => name).sort();
    expect(rows.map(({ owners }) => names(owners))).toEqual(criteria.map(({ units }) => names(units)));
  });

  it('continues tasks whose words stayed when the plan is read again, and says which', async () => {
    const [task] = (await test.ask('/api/tasks', { cookie })).body as [Task];
    const json = { status: 'in_progress', percent: 40, note: 'Đã gửi dự thảo', version: 1 };
    await test.ask(`/api/tasks/${task.id}/progress`, { json, cookie });
    const former = (await test.ask('/api/plan', { cookie })).body as Plan;
    const draft = await read();
    expect((await confirm(draft.id)).status).toBe(200);
    const tasks = (await test.ask('/api/tasks', { cookie })).body as Task[];
    const continued = tasks.find(({ key }) => key === task.key)!;
    expect(continued).toMatchObject({ status: 'in_progress', percent: 40, lastNote: 'Đã gửi dự thảo' });
    expect(continued.id).not.toBe(task.id);
    const plan = (await test.ask('/api/plan', { cookie })).body as Plan;
    expect(plan.id).not.toBe(former.id);
    const events = (await test.ask(`/api/events?noun=plan&subject=${plan.id}`, { cookie }))
      .body as EventEntry[];
    expect(events[0]).toMatchObject({
      verb: 'confirmed',
      before: { planId: former.id },
      after: { continuedTasks: [task.key] },
    });
    const states = await test.database.asSuperuser('select status from plan order by confirmed_at');
    expect(states.map(({ status }) => status)).toEqual(['replaced', 'live']);
  });

  it('makes no department twice', async () => {
    const departments = (await test.ask('/api/departments', { cookie })).body as { name: string }[];
    const names = departments.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(2);
  });

  it('discards a reading once', async () => {
    const draft = await read();
    const discard = () => test.ask(`/api/readings/${draft.id}`, { method: 'DELETE', cookie });
    expect((await discard()).status).toBe(204);
    expect((await discard()).status).toBe(409);
    expect(kindOf((await confirm(draft.id, 2)).body)).toBe('reading_closed');
  });

  it('is for keepers only', async () => {
    const viewer = await test.join(cookie, 'viewer');
    const refused = await test.ask('/api/readings', { json: { text: 'x' }, cookie: viewer });
    expect([refused.status, kindOf(refused.body)]).toEqual([403, 'not_permitted']);
  });
});
