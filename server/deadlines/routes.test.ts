import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDeadline } from '#core/deadlines/read-deadline.ts';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { isWorkingDay } from '#core/deadlines/working-days.ts';
import type { Department } from '#core/people/department.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Progress, Task } from '#core/plans/task.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let officer: string;
let viewer: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-03-10T03:00:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
  const [department] = (await test.ask('/api/departments', { cookie: focal })).body as Department[];
  officer = await test.join(focal, 'officer', department!.id);
  viewer = await test.join(focal, 'viewer');
});
afterAll(() => test.close());

const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
const read = async (cookie = focal) =>
  (await test.ask('/api/work-calendar', { cookie })).body as WorkCalendarSettings;
const keep = (json: WorkCalendarSettings, cookie = focal) =>
  test.ask('/api/work-calendar', { method: 'PUT', json, cookie });
const day = (on: string, isOff = true) => ({ day: on, isOff, name: 'Nghỉ theo thông báo của Thành phố' });

describe('the work calendar', () => {
  it('is the usual one before anything is kept, for everyone to read', async () => {
    expect(await read(viewer)).toMatchObject({
      weeklyDaysOff: [6, 7],
      beforeDay: 'inclusive',
      reports: { quarter_1: { cutOffDay: 14, dueDay: 20, isDueNextMonth: false } },
      days: [],
      version: 0,
    });
  });

  it.each([
    ['an officer', () => officer],
    ['a viewer', () => viewer],
  ])('is not written by %s', async (_, cookie) => {
    const answer = await keep(await read(), cookie());
    expect(answer.status).toBe(403);
    expect(kindOf(answer.body)).toBe('not_permitted');
  });

  it.each([
    ['a day the calendar does not have', { days: [day('2026-02-30')] }, 'day_unknown'],
    ['the same day twice', { days: [day('2026-06-01'), day('2026-06-01', false)] }, 'day_twice'],
    ['a week without work', { weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] }, 'no_working_day'],
  ])('refuses %s', async (_, change, kind) => {
    const answer = await keep({ ...(await read()), ...change });
    expect(kindOf(answer.body)).toBe(kind);
  });

  it('is not begun at a version it never had, after which no other would follow', async () => {
    const answer = await keep({ ...(await read()), version: 2_147_483_646 });
    expect(kindOf(answer.body)).toBe('stale_version');
    expect((await read()).version).toBe(0);
  });

  it('keeps days, weekly days off and the reading of "trước ngày", and says so in the log', async () => {
    const before = await read();
    const kept = await keep({
      ...before,
      weeklyDaysOff: [7],
      beforeDay: 'strict',
      days: [day('2026-11-24', false), day('2026-06-01')],
    });
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({
      weeklyDaysOff: [7],
      beforeDay: 'strict',
      days: [{ day: '2026-06-01', isOff: true }, { day: '2026-11-24' }],
      version: 1,
    });
    const events = (await test.ask('/api/events?noun=work_calendar', { cookie: focal })).body as EventEntry[];
    expect(events[0]).toMatchObject({
      verb: 'edited',
      before: { weeklyDaysOff: [6, 7], beforeDay: 'inclusive', days: [] },
      after: { weeklyDaysOff: [7], beforeDay: 'strict' },
    });
    const [unit] = await test.database.asSuperuser<{ id: string }>('select id from unit');
    const unitId = unit!.id;
    const calendar = await inUnit(test.database.kysely, { unitId, role: 'system' }, (tx) =>
      findWorkCalendar(tx, unitId),
    );
    expect(
      ['2026-06-01', '2026-11-24', '2026-03-14', '2026-02-18'].map((each) => isWorkingDay(calendar, each)),
    ).toEqual([false, true, true, false]);
  });

  it('refuses a change of what somebody else has changed since', async () => {
    const now = await read();
    expect((await keep({ ...now, days: [] })).status).toBe(200);
    expect(kindOf((await keep({ ...now, days: [] })).body)).toBe('stale_version');
  });
});

const allTasks = async () => (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
const find = async (id: string) =>
  (await test.ask(`/api/tasks/${id}`, { cookie: focal })).body as { task: Task; progress: Progress[] };
const answer = async (id: string, input: object) => {
  const { version } = (await find(id)).task;
  return test.ask(`/api/tasks/${id}/progress`, { json: { percent: 0, ...input, version }, cookie: focal });
};
/** A task of the plan with this deadline, as it stands on a day. */
async function taskWith(words: string, key: string): Promise<string> {
  const task = (await allTasks()).find((each) => each.key === key)!;
  const { id, text, owners, criteria, version } = task;
  const json = {
    text,
    deadline: readDeadline(words, { year: 2026 }),
    ownerIds: owners.map(({ departmentId }) => departmentId),
    criterionIds: criteria.map((criterion) => criterion.id),
    version,
  };
  const saved = await test.ask(`/api/tasks/${id}`, { method: 'PATCH', json, cookie: focal });
  expect(saved.status).toBe(200);
  return id;
}
const at = (today: string) => {
  test.clock.now = new Date(`${today}T03:00:00Z`);
};

describe('recurring work', () => {
  let keys: string[];
  beforeAll(async () => {
    keys = (await allTasks()).map(({ key }) => key);
  });

  it('stands at one quarter after the other, each marked by its own "done"', async () => {
    at('2026-03-10');
    const id = await taskWith('chậm nhất ngày 25 tháng cuối quý', keys[0]!);
    expect((await find(id)).task).toMatchObject({
      occurrence: { key: '2026-Q1', name: 'quý I', to: '2026-03-25', isMarked: false },
      dueTo: '2026-03-25',
      timeliness: 'recurring',
      daysLeft: 15,
    });
    at('2026-03-20');
    expect((await find(id)).task.timeliness).toBe('due_soon');
    at('2026-03-26');
    expect((await find(id)).task).toMatchObject({ timeliness: 'overdue', daysLeft: -1 });
    const done = await answer(id, { status: 'done', note: 'Đã gửi báo cáo' });
    expect(done.body).toMatchObject({
      status: 'in_progress',
      percent: 25,
      finishedOn: null,
      occurrence: { key: '2026-Q2', isMarked: false, lastMarked: '2026-Q1' },
      timeliness: 'recurring',
    });
    expect((await find(id)).progress[0]).toMatchObject({ status: 'done', occurrence: '2026-Q1' });
  });

  it('opens an occurrence again by another answer on it', async () => {
    const id = (await allTasks()).find(({ key }) => key === keys[0])!.id;
    const opened = await answer(id, { status: 'in_progress', occurrence: '2026-Q1' });
    expect(opened.body).toMatchObject({ percent: 0, occurrence: { key: '2026-Q1' }, timeliness: 'overdue' });
    const unknown = await answer(id, { status: 'done', occurrence: '2026-05' });
    expect(kindOf(unknown.body)).toBe('occurrence_unknown');
  });

  it('is done once all its occurrences are, on the day the last was', async () => {
    const id = (await allTasks()).find(({ key }) => key === keys[0])!.id;
    at('2026-12-20');
    for (const quarter of ['2026-Q1', '2026-Q2', '2026-Q3'])
      await answer(id, { status: 'done', occurrence: quarter });
    expect((await answer(id, { status: 'done' })).body).toMatchObject({
      status: 'done',
      percent: 100,
      finishedOn: '2026-12-20',
      timeliness: 'done',
      occurrence: { key: '2026-Q4', isMarked: true },
    });
  });

  it('asks after steady work once a month, and "nothing new" is an answer', async () => {
    at('2026-04-10');
    const id = await taskWith('thường xuyên, liên tục', keys[1]!);
    expect((await find(id)).task.occurrence).toMatchObject({ key: '2026-04', name: 'tháng 4' });
    at('2026-06-15');
    expect((await find(id)).task).toMatchObject({ timeliness: 'overdue', occurrence: { key: '2026-04' } });
    const answered = await answer(id, { status: 'in_progress', isNothingNew: true });
    expect(answered.body).toMatchObject({ occurrence: { key: '2026-07' }, timeliness: 'recurring' });
  });

  it('is answered from a reminder for its occurrence, and taken back for that one', async () => {
    at('2026-06-16');
    const id = await taskWith('hằng quý', keys[3]!);
    const send = async (fields: Record<string, string>) => {
      const answered = await test.app.request(`/quick/${id}`, {
        method: 'POST',
        headers: { cookie: focal, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ version: String((await find(id)).task.version), ...fields }),
      });
      return answered.text();
    };
    const asked = await test.ask(`/quick/${id}`, { cookie: focal });
    expect(String(asked.body)).toContain('Đã xong quý II');
    expect(await send({ say: 'done' })).toContain('name="occurrence" value="2026-Q2"');
    expect((await find(id)).task.occurrence?.key).toBe('2026-Q3');
    await send({ say: 'undo', wasStatus: 'not_started', percent: '0', occurrence: '2026-Q2' });
    expect((await find(id)).task).toMatchObject({ status: 'not_started', occurrence: { key: '2026-Q2' } });
  });

  it('follows the report days the unit set', async () => {
    at('2026-04-10');
    const id = await taskWith('theo tiến độ báo cáo định kỳ', keys[2]!);
    expect((await find(id)).task).toMatchObject({ dueTo: '2026-06-20' });
    const now = await read();
    const half_year = { cutOffDay: 10, dueDay: 5, isDueNextMonth: true };
    await keep({ ...now, reports: { ...now.reports, half_year } });
    expect((await find(id)).task).toMatchObject({
      dueTo: '2026-07-05',
      occurrence: { key: 'report-2026-half_year', name: 'báo cáo 6 tháng' },
    });
  });

  it('cannot be extended: each occurrence has its own day', async () => {
    const { id, version } = (await allTasks()).find(({ key }) => key === keys[2])!;
    const json = {
      number: '12/QĐ',
      issuer: 'Sở Nội vụ',
      issuedOn: '2026-04-01',
      subject: '',
      dueOn: '2026-12-01',
      version,
    };
    const extended = await test.ask(`/api/tasks/${id}/extensions`, { json, cookie: focal });
    expect(kindOf(extended.body)).toBe('nothing_to_extend');
  });
});
