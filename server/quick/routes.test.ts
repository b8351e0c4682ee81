import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { FollowUp } from '#core/plans/follow-up.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Progress, Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let officer: string;
let other: string;
let viewer: string;
let own: Department;
let helping: Department;

const UNKNOWN = '0192f0c1-2345-7abc-8def-0123456789ab';
const OWN_PAGE = { origin: 'http://ho-sen.example', host: 'ho-sen.example' };

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-06-10T03:05:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
  const departments = (await test.ask('/api/departments', { cookie: focal })).body as Department[];
  [own, helping] = departments
    .filter((each) => each.kind !== 'group')
    .sort((one, another) => another.tasks - one.tasks) as [Department, Department];
  officer = await test.join(focal, 'officer', own.id);
  other = await test.join(focal, 'officer', helping.id);
  viewer = await test.join(focal, 'viewer');
});
afterAll(() => test.close());

type Kept = { task: Task; progress: Progress[]; events: EventEntry[] };
const keptOf = async (id: string) => (await test.ask(`/api/tasks/${id}`, { cookie: focal })).body as Kept;
const open = async (address: string, cookie?: string) => {
  const answer = await test.ask(`/quick/${address}`, cookie ? { cookie } : {});
  return { ...answer, page: String(answer.body) };
};
type Sent = { cookie?: string; headers?: Record<string, string> };
async function send(address: string, fields: Record<string, string>, { cookie, headers }: Sent = {}) {
  const answer = await test.app.request(`/quick/${address}`, {
    method: 'POST',
    headers: { cookie: cookie ?? officer, ...(headers ?? OWN_PAGE) },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, page: await answer.text(), headers: answer.headers };
}
/** A task only the officer's department answers for, not begun; the same one until it is answered. */
async function ownTask(): Promise<Task> {
  const tasks = (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
  const waiting = tasks.filter(
    (task) =>
      task.status === 'not_started' &&
      task.lastUpdateAt === null &&
      task.owners.length > 0 &&
      task.owners.every((owner) => owner.departmentId === own.id),
  );
  const found = waiting.find(({ occurrence }) => occurrence === null) ?? waiting[0];
  if (!found) throw new Error('the plan has no such task');
  return found;
}
const versionOf = ({ version }: Task) => ({ version: String(version) });

describe('the page a reminder opens', () => {
  it('shows the item, and saves nothing whatever answer its link names', async () => {
    const task = await ownTask();
    const before = await keptOf(task.id);
    for (const say of ['done', 'in_progress', 'nothing_new', 'stuck', 'undo', '<script>']) {
      const { status, page } = await open(`${task.id}?say=${encodeURIComponent(say)}&version=1`, officer);
      expect(status).toBe(200);
      expect(page).toContain(task.key);
      expect(page).not.toContain('<script>"');
    }
    expect(await keptOf(task.id)).toEqual(before);
  });

  it.each([
    ['done', '<button class="first" name="say" value="done">'],
    ['in_progress', '<fieldset class="group first">'],
    ['nothing_new', '<button class="first" name="say" value="nothing_new">'],
    ['stuck', '<details class="first" open>'],
  ])('puts the answer of the link first: %s', async (say, first) => {
    const { page } = await open(`${(await ownTask()).id}?say=${say}`, officer);
    expect(page).toContain(first);
  });

  it('is one answer: its style and script stand in it, named by its own content policy', async () => {
    const { headers, page } = await open((await ownTask()).id, officer);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*style-src 'sha256-.*script-src 'sha256-/u);
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/ style="| on[a-z]+="|<script src|<link rel="stylesheet/u);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('speaks the language of its address, else the one chosen in the application, else Vietnamese', async () => {
    const { id } = await ownTask();
    expect((await open(id, officer)).page).toContain('<html lang="vi">');
    expect((await open(`${id}?lang=en`, officer)).page).toContain('Nothing new');
    const chosen = `${officer}; parindex.language=en`;
    expect((await open(id, chosen)).page).toContain('<html lang="en">');
    expect((await open(`${id}?lang=vi`, chosen)).page).toContain('<html lang="vi">');
  });

  it('leads a stranger to the door and back, and keeps which answer the link named', async () => {
    const { status, headers } = await open(`${UNKNOWN}?say=done`);
    const back = encodeURIComponent(`/quick/${UNKNOWN}?say=done`);
    expect([status, headers.get('location')]).toEqual([303, `/sign-in?return=${back}`]);
  });

  it.each([
    ['an id nobody has', UNKNOWN],
    ['no id at all', 'x'],
    ['a script for an id', '%3Cscript%3E'],
  ])('is not found, in both languages, for %s', async (_, address) => {
    const { status, page } = await open(address, officer);
    expect([status, page.includes('Không tìm thấy'), page.includes('was not found')]).toEqual([
      404,
      true,
      true,
    ]);
    expect(page).not.toContain('<script>"');
    expect((await send(address, { say: 'done', version: '1' })).status).toBe(404);
  });

  it.each([
    ['a viewer', () => viewer, 'Vai trò của bạn'],
    ['an officer of another department', () => other, 'không thuộc đơn vị của bạn'],
  ])('is to read only for %s, who is told why', async (_, cookie, why) => {
    const task = await ownTask();
    const { status, page } = await open(`${task.id}?say=done`, cookie());
    expect([status, page.includes(why), page.includes('<form'), page.includes('<button')]).toEqual([
      200,
      true,
      false,
      false,
    ]);
    const sent = await send(task.id, { say: 'done', ...versionOf(task) }, { cookie: cookie() });
    expect([sent.status, sent.page.includes(why)]).toEqual([403, true]);
    expect((await keptOf(task.id)).task.version).toBe(task.version);
  });
});

describe('an answer', () => {
  it.each([
    ['done', { say: 'done' }, { status: 'done', percent: 100 }, 'Đã xong'],
    ['a percent of a button', { percent: '50' }, { status: 'in_progress', percent: 50 }, 'Đang làm 50'],
    [
      'a percent typed, by Enter or its button',
      { say: 'in_progress', otherPercent: ' 35 ' },
      { status: 'in_progress', percent: 35 },
      'Đang làm 35',
    ],
    ['nothing new', { say: 'nothing_new' }, { status: 'not_started', percent: 0 }, 'Không có gì mới'],
  ])('is kept and told at once, with a note: %s', async (_, fields, kept, told) => {
    const task = await ownTask();
    const note = 'Đã trình\r\nlãnh đạo';
    const { status, page } = await send(task.id, { ...fields, note, ...versionOf(task) });
    expect(status).toBe(200);
    expect(page).toContain('Đã ghi nhận</h1>');
    expect(page).toContain(told);
    expect(page).toContain('lúc 10:05 ngày 10/06/2026');
    const { task: after, progress, events } = await keptOf(task.id);
    expect(after).toMatchObject({ ...kept, version: task.version + 1, lastNote: 'Đã trình\nlãnh đạo' });
    expect(progress).toHaveLength(1);
    expect(events[0]?.verb).toBe(told === 'Không có gì mới' ? 'nothing_new' : 'progressed');
  });

  it('that is stuck goes to whoever must act, with a clock, as on the full page', async () => {
    const task = await ownTask();
    const fields = {
      say: 'stuck',
      text: 'Chờ hướng dẫn <i>mới</i>',
      holder: 'upper_level',
      name: 'Sở Nội vụ',
      departmentId: helping.id,
      answerBy: '20/6/2026',
      ...versionOf(task),
    };
    const { page } = await send(task.id, fields);
    expect(page).toContain('Cơ quan cấp trên, Sở Nội vụ, cần trả lời chậm nhất ngày 20/06/2026');
    const followUp = (await test.ask(`/api/tasks/${task.id}/follow-up`, { cookie: focal })).body as FollowUp;
    expect(followUp.obstacles).toMatchObject([
      {
        holder: 'upper_level',
        departmentId: null,
        name: 'Sở Nội vụ',
        answerBy: '2026-06-20',
        status: 'open',
      },
    ]);
    expect((await keptOf(task.id)).task).toMatchObject({ status: 'stuck', holder: { name: 'Sở Nội vụ' } });
  });

  it('can be taken back, which is one more line of the history', async () => {
    const task = await ownTask();
    const { page } = await send(task.id, { say: 'done', ...versionOf(task) });
    expect(page).toContain('value="undo"');
    const back = { say: 'undo', wasStatus: 'not_started', percent: '0', version: String(task.version + 1) };
    expect((await send(task.id, back)).page).toContain('Đã trở lại như trước: Chưa bắt đầu');
    const { task: after, progress } = await keptOf(task.id);
    expect([after.status, after.finishedOn, progress.length]).toEqual(['not_started', null, 2]);
  });

  it('names up to five late or due items next, but none that was answered today', async () => {
    test.clock.now = new Date('2026-12-30T03:00:00Z');
    await test.database.asSuperuser("update task set last_update_at = '2026-12-01T00:00:00Z'");
    const task = await ownTaskAgain();
    const { page } = await send(task.id, { say: 'nothing_new', ...versionOf(task) });
    const links = [...page.matchAll(/<li><a href="\/quick\/([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(5);
    expect(links).not.toContain(task.id);
    test.clock.now = new Date('2026-06-10T03:05:00Z');
    await test.database.asSuperuser('update task set last_update_at = null');
  });

  async function ownTaskAgain(): Promise<Task> {
    const tasks = (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
    return tasks.find(({ status, owners }) => status !== 'done' && owners[0]?.departmentId === own.id)!;
  }
});

describe('steady work', () => {
  it('is answered for the month the page stood at, and taken back for that month', async () => {
    const tasks = (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
    const steady = tasks.find(({ occurrence }) => occurrence !== null && !occurrence.isMarked)!;
    const { key, name } = steady.occurrence!;
    const { page } = await open(steady.id, focal);
    expect(page).toContain(name);
    expect(page).toContain(`name="occurrence" value="${key}"`);
    const answered = { say: 'done', occurrence: key, ...versionOf(steady) };
    expect((await send(steady.id, answered, { cookie: focal })).status).toBe(200);
    const { task: after } = await keptOf(steady.id);
    expect(after.occurrence).toMatchObject({ lastMarked: key });
    expect(after.occurrence?.key).not.toBe(key);
    const back = {
      say: 'undo',
      wasStatus: steady.status,
      percent: '0',
      occurrence: key,
      ...versionOf(after),
    };
    expect((await send(steady.id, back, { cookie: focal })).status).toBe(200);
    expect((await keptOf(steady.id)).task.occurrence).toMatchObject({ key, isMarked: false });
  });
});
