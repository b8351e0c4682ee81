import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let keeper: string;
let contributor: string;
let own: Department;

beforeAll(async () => {
  test = await createTestApp();
  keeper = await test.setUp();
  await confirmPlan(test, keeper);
  const departments = (await test.ask('/api/departments', { cookie: keeper })).body as Department[];
  own = departments
    .filter(({ kind }) => kind !== 'group')
    .reduce((most, each) => (each.tasks > most.tasks ? each : most));
  contributor = await test.join(keeper, 'contributor', own.id);
});
afterAll(() => test.close());

describe('a contributor', () => {
  it('sees the tasks the own department answers for, and no other', async () => {
    const all = (await test.ask('/api/tasks', { cookie: keeper })).body as Task[];
    const seen = (await test.ask('/api/tasks', { cookie: contributor })).body as Task[];
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(all.length);
    const other = all.find(({ id }) => !seen.some((each) => each.id === id)) as Task;
    for (const path of ['', '/follow-up']) {
      expect((await test.ask(`/api/tasks/${seen[0]?.id}${path}`, { cookie: contributor })).status).toBe(200);
      expect((await test.ask(`/api/tasks/${other.id}${path}`, { cookie: contributor })).status).toBe(404);
    }
  });

  it('says how one of them stands', async () => {
    const [task] = (await test.ask('/api/tasks', { cookie: contributor })).body as Task[];
    const json = {
      status: 'in_progress',
      percent: 40,
      note: '',
      isNothingNew: false,
      version: task?.version,
    };
    const answer = await test.ask(`/api/tasks/${task?.id}/progress`, { json, cookie: contributor });
    expect(answer.status).toBe(200);
  });

  it.each(['/api/plan', '/api/criteria', '/api/gaps', '/api/registers', '/api/members'])(
    'is closed out of %s',
    async (path) => {
      expect((await test.ask(path, { cookie: contributor })).status).toBe(403);
    },
  );
});
