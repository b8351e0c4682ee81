import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import type { ResponsibilityOverview, TaskResponsibility } from '#core/responsibility/responsibility-list.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let own: Department;
let other: Department;
/** Cookies by who they are. */
const as: Record<string, string> = {};
/** Late because of others too, late and open, and finished in time. */
let story: Task;
let open: Task;
let timely: Task;

const at = (day: string) => {
  test.clock.now = new Date(`${day}T03:00:00Z`);
};
const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem?.kind;
const post = (path: string, json: unknown, who: string) => test.ask(path, { json, cookie: as[who]! });
const taskOf = async (id: string) =>
  ((await test.ask(`/api/tasks/${id}`, { cookie: as.focal! })).body as { task: Task }).task;
const list = async (who: string, query = '') =>
  (await test.ask(`/api/responsibility${query}`, { cookie: as[who]! })).body as ResponsibilityOverview;
const lineOf = async (id: string, who = 'focal', query = '') =>
  (await list(who, query)).lines.find(({ taskId }) => taskId === id)!;
async function step(task: Task, path: string, json: object, who: string): Promise<void> {
  const { version } = await taskOf(task.id);
  const { status, body } = await post(`/api/tasks/${task.id}/${path}`, { ...json, version }, who);
  if (status !== 200) throw new Error(`${path} was answered ${status} ${kindOf(body)}`);
}
const done = { status: 'done', percent: 100 };

beforeAll(async () => {
  test = await createTestApp();
  at('2026-03-02');
  as.focal = await test.setUp();
  await confirmPlan(test, as.focal);
  await test.database.asSuperuser("update plan set confirmed_at = '2026-03-02T03:00:00Z'");
  const departments = (await test.ask('/api/departments', { cookie: as.focal })).body as Department[];
  [own, other] = departments
    .filter(({ kind }) => kind !== 'group')
    .sort((one, next) => next.tasks - one.tasks) as [Department, Department];
  as.officer = await test.join(as.focal, 'officer', own.id);
  as.stranger = await test.join(as.focal, 'officer', other.id);
  as.keeper = await test.join(as.focal, 'focal');
  as.leader = await test.join(as.focal, 'leader');
  as.viewer = await test.join(as.focal, 'viewer');
  const tasks = (await test.ask('/api/tasks', { cookie: as.focal })).body as Task[];
  const ofOwn = tasks.filter(
    ({ owners, deadline }) =>
      ['window', 'before'].includes(deadline.kind) &&
      owners.length > 0 &&
      owners.every(({ departmentId }) => departmentId === own.id),
  );
  [story, open, timely] = ofOwn as [Task, Task, Task];
  const deadline = { words: 'trước ngày 30/6/2026', kind: 'before', to: '2026-06-30' };
  for (const { id, text, owners, criteria, version } of tasks) {
    const isOfStory = [story, open, timely].some((each) => each.id === id);
    const links = {
      ownerIds: owners.map((each) => each.departmentId),
      criterionIds: criteria.map((each) => each.id),
    };
    const kept = isOfStory ? deadline : { words: 'thường xuyên, liên tục', kind: 'recurring' };
    const json = { text, deadline: kept, ...links, version };
    await test.ask(`/api/tasks/${id}`, { method: 'PATCH', json, cookie: as.focal });
  }
});
afterAll(() => test.close());

it('is empty while nobody is late, and says since when', async () => {
  at('2026-06-30');
  const overview = await list('viewer');
  expect(overview).toMatchObject({ asOf: '2026-06-30', since: '2026-03-02', lines: [], departments: [] });
  expect(overview.completion).toMatch(/^đã hoàn thành \d+\/\d+ nhiệm vụ, đạt tỷ lệ \d+/u);
});

describe('after a custody story', () => {
  beforeAll(async () => {
    at('2026-06-20');
    await step(timely, 'progress', done, 'officer');
    await step(story, 'custody', { holder: 'approver' }, 'officer');
    at('2026-06-29');
    await step(story, 'custody', { holder: 'upper_level', name: 'Sở Nội vụ' }, 'leader');
    at('2026-07-03');
    await step(story, 'custody', { holder: 'owner' }, 'leader');
    at('2026-07-06');
    await step(story, 'custody', { holder: 'approver' }, 'officer');
    at('2026-07-08');
    await step(story, 'progress', done, 'leader');
    at('2026-07-20');
    const document = { number: '125/SNV-CCHC', issuer: 'Sở Nội vụ', issuedOn: '2026-07-01' };
    await step(open, 'extensions', { ...document, dueOn: '2026-07-10' }, 'leader');
  });

  it('shares the days out by who held the work, the last day to whoever finished it', async () => {
    const line = await lineOf(story.id);
    expect(line).toMatchObject({
      leadName: own.name,
      dueOn: '2026-06-30',
      finishedOn: '2026-07-08',
      daysLate: 8,
      workingDaysLate: 6,
      explanation: null,
      decision: null,
      version: 0,
    });
    expect(line.shares).toEqual([
      { holder: 'owner', name: null, days: 3 },
      { holder: 'approver', name: null, days: 3 },
      { holder: 'upper_level', name: 'Sở Nội vụ', days: 2 },
    ]);
    const working = await lineOf(story.id, 'focal', '?basis=working');
    expect(working.shares.map(({ holder, days }) => [holder, days])).toEqual([
      ['approver', 3],
      ['upper_level', 2],
      ['owner', 1],
    ]);
  });

  it('counts open work up to today, from the day an extension gave', async () => {
    expect(await lineOf(open.id)).toMatchObject({
      originalDueOn: '2026-06-30',
      dueOn: '2026-07-10',
      extension: '125/SNV-CCHC ngày 01/07/2026, Sở Nội vụ',
      finishedOn: null,
      daysLate: 10,
    });
    const { departments, counts } = await list('focal');
    expect(departments).toEqual([
      { name: own.name, items: 2, daysLate: 18, workingDaysLate: 12, heldByOwner: 13, heldByOthers: 5 },
    ]);
    expect(counts.byState).toMatchObject({ done_on_time: 1, done_late: 1, overdue: 1, done_not_met: 0 });
  });

  it.each([
    ['the focal officer sees every line', 'keeper', '', 2],
    ['a leader too', 'leader', '', 2],
    ['a viewer too', 'viewer', '', 2],
    ["an officer sees the own department's", 'officer', '', 2],
    ['and no other', 'stranger', '', 0],
    ['also when asked by filter', 'stranger', 'own', 0],
    ['a filter keeps one department', 'leader', 'other', 0],
    ['and finds its lines', 'leader', 'own', 2],
  ])('%s', async (_, who, filter, lines) => {
    const department = { own: own.id, other: other.id }[filter];
    const found = await list(who, department ? `?department=${department}` : '');
    expect(found.lines).toHaveLength(lines);
    const path = `/api/tasks/${story.id}/responsibility`;
    const { body } = await test.ask(path, { cookie: as[who]! });
    expect((body as TaskResponsibility).lines).toHaveLength(who === 'stranger' ? 0 : 1);
  });

  const because = { text: 'Chờ Sở Nội vụ hướng dẫn' };
  const accepted = { isAccepted: true, reason: '' };
  it.each([
    ['a viewer explains nothing', 'explanation', 'viewer', 'story', because, 0, 'not_permitted'],
    ['nor does a leader', 'explanation', 'leader', 'story', because, 0, 'not_permitted'],
    ['nor another department', 'explanation', 'stranger', 'story', because, 0, 'not_permitted'],
    ['an explanation needs words', 'explanation', 'officer', 'story', { text: ' ' }, 0, 'text_needed'],
    ['of what was in time there is none', 'explanation', 'officer', 'timely', because, 0, 'not_late'],
    [
      'nor of another month',
      'explanation',
      'officer',
      'story',
      { ...because, occurrence: '2026-05' },
      0,
      'not_late',
    ],
    ['the department explains its own', 'explanation', 'officer', 'story', because, 0, undefined],
    ['an old page is refused', 'explanation', 'officer', 'story', because, 0, 'stale_version'],
    ['the focal officer may write it anew', 'explanation', 'keeper', 'story', because, 1, undefined],
    ['an officer decides nothing', 'decision', 'officer', 'story', accepted, 2, 'not_permitted'],
    ['nor does the focal officer', 'decision', 'keeper', 'story', accepted, 2, 'not_permitted'],
    [
      'a decision is on the words it was read with',
      'decision',
      'leader',
      'story',
      accepted,
      1,
      'stale_version',
    ],
    [
      'not accepting needs a reason',
      'decision',
      'leader',
      'story',
      { isAccepted: false },
      2,
      'reason_needed',
    ],
    ['without an explanation too', 'decision', 'leader', 'open', accepted, 0, 'reason_needed'],
    ['of what was in time nothing is decided', 'decision', 'leader', 'timely', accepted, 0, 'not_late'],
    ['a leader accepts', 'decision', 'leader', 'story', accepted, 2, undefined],
    ['then the explanation stays', 'explanation', 'officer', 'story', because, 3, 'explanation_decided'],
    [
      'a leader may decide again',
      'decision',
      'leader',
      'story',
      { isAccepted: false, reason: 'Đã được hướng dẫn từ tháng 5' },
      3,
      undefined,
    ],
    ['an administrator may do both', 'explanation', 'focal', 'open', because, 0, undefined],
    ['but decides on no own words', 'decision', 'focal', 'open', accepted, 1, 'own_explanation'],
  ] as const)('%s', async (_, word, who, which, json, version, refusal) => {
    const { id } = { story, open, timely }[which];
    const { status, body } = await post(`/api/tasks/${id}/${word}`, { ...json, version }, who);
    expect(kindOf(body)).toBe(refusal);
    if (refusal === undefined)
      expect([status, (body as ResponsibilityLine).version]).toEqual([200, version + 1]);
  });

  it('keeps every word in the log, and the last ones on the line', async () => {
    expect(await lineOf(story.id)).toMatchObject({
      explanation: { text: because.text },
      decision: { isAccepted: false, reason: 'Đã được hướng dẫn từ tháng 5' },
    });
    const path = `/api/events?noun=task&subject=${story.id}`;
    const events = (await test.ask(path, { cookie: as.viewer! })).body as EventEntry[];
    const said = events.filter(({ verb }) => verb === 'explained' || verb === 'decided');
    expect(said.map(({ verb }) => verb)).toEqual(['decided', 'decided', 'explained', 'explained']);
    expect(said[0]).toMatchObject({
      before: { isAccepted: true },
      after: { isAccepted: false, explanation: because.text },
    });
  });

  it.each(['xlsx', 'docx'] as const)('comes as a file that reads back: %s', async (format) => {
    const answer = await test.app.request(`/api/responsibility.${format}`, {
      headers: { cookie: as.leader! },
    });
    const name = decodeURIComponent(answer.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '');
    expect(name).toBe(`Danh sách trách nhiệm - phường Hồ Sen - 20-07-2026.${format}`);
    const source = await readDocument(new Uint8Array(await answer.arrayBuffer()), name);
    if (!('blocks' in source)) throw new Error(source.kind);
    const words = JSON.stringify(source.blocks);
    const rows = source.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const cells = rows.map((row) => row.cells.map(({ text }) => text.replaceAll(/\s+/gu, ' ')));
    const [line] = cells.filter((row) => row.some((text) => text === story.text));
    expect(line).toEqual(
      expect.arrayContaining([
        own.name,
        '30/06/2026',
        '08/07/2026',
        '8 (6 ngày làm việc)',
        'Đơn vị chủ trì: 3 ngày Lãnh đạo phê duyệt: 3 ngày Cơ quan cấp trên (Sở Nội vụ): 2 ngày',
      ]),
    );
    expect(words).toContain('Gia hạn: 10/07/2026 (125/SNV-CCHC ngày 01/07/2026, Sở Nội vụ)');
    if (format === 'docx')
      for (const part of ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HỒ SEN', 'DANH SÁCH', 'CHỦ TỊCH', 'Lưu: VT'])
        expect(words).toContain(part);
  });

  it('says on an officer’s paper that it is one department’s part', async () => {
    const answer = await test.app.request('/api/responsibility.docx', { headers: { cookie: as.officer! } });
    const source = await readDocument(new Uint8Array(await answer.arrayBuffer()), 'x.docx');
    expect(JSON.stringify(source)).toContain(`Phần của ${own.name}. Số liệu đến ngày 20/07/2026`);
  });
});

describe('a verdict', () => {
  const judge = async (json: object, who: string, task = timely) => {
    const { version } = await taskOf(task.id);
    return post(`/api/tasks/${task.id}/verdict`, { version, ...json }, who);
  };
  const notMet = { verdict: 'not_met', reason: 'Thiếu biên bản kiểm tra' };

  it.each([
    ['is not an officer’s to give', 'officer', { verdict: 'met' }, 'not_permitted'],
    ['says in what the result falls short', 'keeper', { verdict: 'not_met' }, 'verdict_reason_needed'],
    ['is refused to an old page', 'leader', { ...notMet, version: 1 }, 'stale_version'],
  ])('%s', async (_, who, json, refusal) => {
    expect(kindOf((await judge(json, who)).body)).toBe(refusal);
  });

  it('is on finished work only', async () => {
    expect(kindOf((await judge({ verdict: 'met' }, 'leader', open)).body)).toBe('task_unfinished');
  });

  it('changes the state reports count the task in, and goes when the task is opened again', async () => {
    expect((await judge(notMet, 'leader')).body).toMatchObject({
      verdict: 'not_met',
      reportingState: 'done_not_met',
    });
    const path = `/api/tasks/${timely.id}/responsibility`;
    const { judgement } = (await test.ask(path, { cookie: as.stranger! })).body as TaskResponsibility;
    expect(judgement).toMatchObject({ verdict: 'not_met', reason: notMet.reason });
    expect((await list('leader')).completion).toMatch(/; 1 đã thực hiện nhưng chưa đạt$/u);
    await step(timely, 'progress', { status: 'in_progress', percent: 90 }, 'officer');
    expect(await taskOf(timely.id)).toMatchObject({ verdict: null, reportingState: 'overdue' });
    await step(timely, 'progress', done, 'officer');
    expect((await judge({ verdict: 'met' }, 'keeper')).body).toMatchObject({ reportingState: 'done_late' });
    expect((await judge({ verdict: null }, 'keeper')).body).toMatchObject({ verdict: null });
  });
});

const byText = (one: { text: string }, other: { text: string }) => one.text.localeCompare(other.text);

it('outlives a plan that is read again: every late task and what was said of it stay', async () => {
  const before = await list('leader');
  await confirmPlan(test, as.focal!);
  const after = await list('leader');
  const told = ({ lines }: ResponsibilityOverview) =>
    lines
      .filter(({ text }) => text === story.text || text === open.text)
      .map(({ text, finishedOn, shares, extension, explanation, decision, version }) => ({
        text,
        // Whose hands it went through; the days are those of the document again.
        hands: shares.map(({ holder, name }) => ({ holder, name })),
        finishedOn,
        extension,
        explanation,
        decision,
        version,
      }));
  expect(told(before)).toHaveLength(2);
  expect(told(after).toSorted(byText)).toEqual(told(before).toSorted(byText));
});
