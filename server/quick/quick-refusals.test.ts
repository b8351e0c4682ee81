import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress, Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let tasks: Task[];

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
const FORM = 'application/x-www-form-urlencoded';

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-06-10T03:05:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
  tasks = (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
});
afterAll(() => test.close());

type Kept = { task: Task; progress: Progress[] };
const keptOf = async (id: string) => (await test.ask(`/api/tasks/${id}`, { cookie: focal })).body as Kept;
/** A task nobody has answered yet; each call another one. */
const nextTask = () => tasks.pop()!;
async function send(
  address: string,
  fields: Record<string, string> | string,
  { headers = OWN_PAGE as Record<string, string>, cookie = focal, type = FORM } = {},
) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  const sent = { method: 'POST', headers: { ...headers, cookie, 'content-type': type }, body };
  const answer = await test.app.request(`/quick/${address}`, sent);
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
}

describe('a form that did not come from our own page', () => {
  const host = 'ho-sen.example';
  it.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another site of the same domain', { 'sec-fetch-site': 'same-site', origin: `http://${host}`, host }],
    ['of another origin', { origin: 'https://elsewhere.example', host }],
    ['of our host at another port', { origin: `http://${host}:8080`, host }],
    ['of a page that hides where it is', { origin: 'null', host }],
    ['of a browser that says nothing', {}],
    ['opened by hand, without an origin', { 'sec-fetch-site': 'none' }],
    ['that brings the header of the application', { 'x-parindex': '1' }],
  ])('is refused and keeps nothing: %s', async (_, headers) => {
    const [task] = tasks as [Task];
    const { status, page } = await send(task.id, { say: 'done', version: '1' }, { headers });
    expect([status, page.includes('không đến từ trang này')]).toEqual([403, true]);
    expect((await keptOf(task.id)).progress).toEqual([]);
  });

  it.each([
    ['says its origin', { origin: `http://${host}`, host }],
    ['says its origin behind a proxy with https', { origin: `https://${host}`, host }],
    ['says its site', { 'sec-fetch-site': 'same-origin' }],
    ['was loaded again by hand', { 'sec-fetch-site': 'none', origin: `http://${host}`, host }],
  ])('is told from one that did, which %s', async (_, headers) => {
    const task = nextTask();
    const fields = { say: 'nothing_new', version: String(task.version) };
    expect((await send(task.id, fields, { headers })).status).toBe(200);
  });
});

describe('what was typed', () => {
  const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
  const ESCAPED = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=';

  it('is shown as text, in the task, the note and what was not kept', async () => {
    const task = nextTask();
    await test.ask(`/api/tasks/${task.id}`, {
      method: 'PATCH',
      json: {
        text: `Việc ${HOSTILE}`,
        deadline: task.deadline,
        ownerIds: [],
        criterionIds: [],
        version: task.version,
      },
      cookie: focal,
    });
    const version = String(task.version + 1);
    const saved = await send(task.id, { say: 'nothing_new', note: HOSTILE, version });
    const refused = await send(task.id, {
      say: 'stuck',
      text: HOSTILE,
      holder: HOSTILE,
      name: HOSTILE,
      departmentId: HOSTILE,
      answerBy: HOSTILE,
      version: HOSTILE,
    });
    const shown = await test.ask(`/quick/${task.id}`, { cookie: focal });
    expect([saved.status, refused.status, shown.status]).toEqual([200, 400, 200]);
    for (const page of [saved.page, refused.page, String(shown.body)]) {
      expect(page).toContain(`Việc ${ESCAPED}`);
      expect(page.match(/<script/gu)).toHaveLength(1);
      expect(page).not.toContain('<img');
    }
    expect(saved.page).toContain(`“${ESCAPED}`);
  });

  it.each([
    ['a percent beyond all', { percent: '101' }, 'không được lớn hơn 100'],
    ['a percent that is none', { say: 'in_progress', otherPercent: 'một nửa' }, 'Tỷ lệ hoàn thành'],
    ['no percent', { say: 'in_progress', otherPercent: '' }, 'Tỷ lệ hoàn thành'],
    ['half a percent', { say: 'in_progress', otherPercent: '33.5' }, 'Tỷ lệ hoàn thành'],
    ['no version', { say: 'done', version: '' }, 'Phiên bản'],
    ['a version beyond counting', { say: 'done', version: '99999999999' }, 'số quá lớn'],
    ['a state nobody knows', { say: 'undo', wasStatus: 'lost', percent: '1' }, 'Trạng thái'],
    ['an obstacle without words', { say: 'stuck', holder: 'approver' }, 'Nội dung'],
    [
      'an obstacle nobody is to clear',
      { say: 'stuck', text: 'Chờ', holder: 'coordinator' },
      'Hãy nêu rõ đơn vị',
    ],
    [
      'an upper level without a name',
      { say: 'stuck', text: 'Chờ', holder: 'upper_level' },
      'cơ quan cấp trên',
    ],
    [
      'a department of nowhere',
      {
        say: 'stuck',
        text: 'Chờ',
        holder: 'coordinator',
        departmentId: '0192f0c1-2345-7abc-8def-0123456789ab',
      },
      'không còn trong danh sách',
    ],
    [
      'words for a day',
      { say: 'stuck', text: 'Chờ', holder: 'approver', answerBy: 'thứ hai' },
      'Ngày cần trả lời',
    ],
    [
      'a day no calendar has',
      { say: 'stuck', text: 'Chờ', holder: 'approver', answerBy: '2026-02-30' },
      '2026-02-30',
    ],
  ])('is refused with its reason, and stays on the page: %s', async (_, fields, why) => {
    const [task] = tasks as [Task];
    const note = 'Ghi chú còn nguyên';
    const { status, page } = await send(task.id, { version: String(task.version), note, ...fields });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(page).toContain('Chưa ghi nhận</h2>');
    expect(page).toContain(note);
    expect(page).toContain(why);
    expect((await keptOf(task.id)).task.version).toBe(task.version);
  });

  it.each([
    ['5 MB', `say=done&version=1&note=${'a'.repeat(5 * 1024 * 1024)}`, FORM, 413],
    ['a note too long for its field', `say=done&version=1&note=${'a'.repeat(6000)}`, FORM, 400],
    ['JSON', '{"say":"done","version":"1"}', 'application/json', 415],
    ['a form of the kind for files', 'x', 'multipart/form-data; boundary=x', 415],
    ['an answer nobody knows', 'say=drop&version=1', FORM, 400],
    ['a NUL', 'say=done&version=1&note=%00', FORM, 400],
    ['half a letter', 'say=done&version=1&note=%ff', FORM, 200],
  ])('is answered by a page, not by an error: %s', async (_, body, type, expected) => {
    const [task] = tasks as [Task];
    const { status, headers } = await send(task.id, body, { type });
    expect(headers.get('content-type')).toContain('text/html');
    expect(status).toBe(expected);
    expect((await keptOf(task.id)).progress).toHaveLength(expected === 200 ? 1 : 0);
  });
});

describe('an answer given twice', () => {
  it('shows the newer state and what was typed when somebody else was faster', async () => {
    const task = nextTask();
    const leader = await test.join(focal, 'leader');
    const json = { status: 'in_progress', percent: 60, note: 'Lãnh đạo đã ghi', version: task.version };
    await test.ask(`/api/tasks/${task.id}/progress`, { json, cookie: leader });
    const typed = { percent: '60', note: 'Phần của tôi', version: String(task.version) };
    const { status, page } = await send(task.id, typed);
    expect(status).toBe(409);
    expect(page).toContain('vừa được cập nhật ở nơi khác');
    expect(page).toContain('Lãnh đạo đã ghi');
    expect(page).toContain('Phần của tôi</textarea>');
    expect(page).toContain(`name="version" value="${task.version + 1}"`);
    expect((await keptOf(task.id)).progress).toHaveLength(1);
  });

  it.each([
    ['done', { say: 'done', note: ' Đã trình ' }],
    ['a percent', { percent: '75' }],
    ['nothing new', { say: 'nothing_new' }],
    ['stuck', { say: 'stuck', text: 'Chờ ý kiến', holder: 'approver' }],
  ])('is kept once and told as kept when it is the same: %s', async (_, fields) => {
    const task = nextTask();
    const sent = { ...fields, version: String(task.version) };
    const first = await send(task.id, sent);
    const again = await send(task.id, sent);
    for (const { status, page } of [first, again]) {
      expect([status, page.includes('Đã ghi nhận</h1>')]).toEqual([200, true]);
    }
    expect((await keptOf(task.id)).progress).toHaveLength(1);
  });

  it('is kept once when both arrive together', async () => {
    const task = nextTask();
    const sent = { say: 'done', version: String(task.version) };
    const both = await Promise.all([send(task.id, sent), send(task.id, sent)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await keptOf(task.id)).progress).toHaveLength(1);
  });
});

describe("another unit's task", () => {
  it('is not found, neither to read nor to answer', async () => {
    const task = nextTask();
    const stranger = await test.join(focal, 'focal');
    const unit = '0192f0c1-2345-7abc-8def-0123456789ab';
    await test.database.asSuperuser(
      "insert into unit (id, path, kind, name) values ($1, 'x', 'ward', 'phường Hồ Súng')",
      [unit],
    );
    await test.database.asSuperuser("update membership set unit_id = $1 where role = 'focal'", [unit]);
    expect((await test.ask(`/quick/${task.id}`, { cookie: stranger })).status).toBe(404);
    const sent = await send(task.id, { say: 'done', version: String(task.version) }, { cookie: stranger });
    expect(sent.status).toBe(404);
    expect(sent.page).not.toContain(task.text);
  });
});
