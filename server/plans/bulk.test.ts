import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let cookie: string;
let department: Department;

beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.setUp();
  await confirmPlan(test, cookie);
  const departments = (await test.ask('/api/departments', { cookie })).body as Department[];
  department = departments.find(({ kind }) => kind !== 'group') as Department;
});
afterAll(() => test.close());

const tasks = async () => (await test.ask('/api/tasks', { cookie })).body as Task[];
const named = (chosen: readonly Task[]) => chosen.map(({ id, version }) => ({ id, version }));
const bulk = (chosen: readonly Task[], change: unknown, by = cookie) =>
  test.ask('/api/tasks/bulk', { json: { tasks: named(chosen), change }, cookie: by });

it('gives several tasks another lead and another deadline at once, each with its own event', async () => {
  const chosen = (await tasks()).slice(0, 3);
  const deadline = { words: 'trước 30/9/2026', kind: 'before', to: '2026-09-30' };
  const { status, body } = await bulk(chosen, { leadId: department.id, deadline });
  expect(status).toBe(200);
  for (const task of body as Task[]) {
    expect(task.owners.filter(({ role }) => role === 'lead').map(({ name }) => name)).toEqual([
      department.name,
    ]);
    expect(task.dueTo).toBe('2026-09-30');
    const events = (await test.ask(`/api/events?noun=task&subject=${task.id}`, { cookie }))
      .body as EventEntry[];
    expect(events[0]?.verb).toBe('edited');
  }
  expect((body as Task[]).map(({ id }) => id)).toEqual(chosen.map(({ id }) => id));
});

it('adds a criterion and a coordinating department and keeps what was there', async () => {
  const [task] = (await tasks()).filter(({ criteria }) => criteria.length === 1) as [Task];
  const [criterion] = (await test.ask('/api/criteria', { cookie })).body as [{ id: string }];
  const { body } = await bulk([task], { criterionId: criterion.id, coordinatorId: department.id });
  const [after] = body as [Task];
  expect(after.criteria.map(({ id }) => id)).toEqual(
    expect.arrayContaining([criterion.id, ...task.criteria.map(({ id }) => id)]),
  );
  expect(after.owners.map(({ departmentId }) => departmentId)).toContain(department.id);
});

it('changes none when one of them is not as it was', async () => {
  const chosen = (await tasks()).slice(0, 3);
  const stale = chosen.map((task, index) => ({ ...task, version: task.version - (index === 2 ? 1 : 0) }));
  expect((await bulk(stale, { leadId: department.id })).status).toBe(409);
  expect((await tasks()).slice(0, 3)).toEqual(chosen);
});

it.each([
  ['a department that is not there', { leadId: '0192f0c1-2345-7abc-8def-0123456789ab' }, 422],
  ['a criterion that is not there', { criterionId: '0192f0c1-2345-7abc-8def-0123456789ab' }, 422],
  ['a day that is not in the calendar', { deadline: { words: '', kind: 'before', to: '2026-02-30' } }, 400],
])('refuses %s and changes nothing', async (_, change, status) => {
  const chosen = (await tasks()).slice(0, 2);
  expect((await bulk(chosen, change)).status).toBe(status);
  expect((await tasks()).slice(0, 2)).toEqual(chosen);
});

it('is not for officers', async () => {
  const officer = await test.join(cookie, 'officer', department.id);
  const chosen = (await tasks()).slice(0, 1);
  expect((await bulk(chosen, { leadId: department.id }, officer)).status).toBe(403);
});
