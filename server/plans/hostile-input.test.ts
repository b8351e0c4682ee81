import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deadline } from '#core/deadlines/deadline.ts';
import type { FollowUp, Obstacle } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-06-10T03:00:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
});
afterAll(() => test.close());

const tasks = async () => (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;

describe('a deadline sent by hand', () => {
  const recurring = (recurrence: string): Deadline => ({ words: 'x', kind: 'recurring', recurrence });
  it.each<[string, Deadline]>([
    ['a rule that comes every second', recurring('FREQ=SECONDLY')],
    ['a rule with an end of its own', recurring('FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=99991231')],
    ['a weekday nobody knows', recurring('FREQ=MONTHLY;BYDAY=ZZ')],
    ['a weekday far beyond its month', recurring('FREQ=MONTHLY;BYDAY=999999999MO')],
    ['a month nobody knows', recurring('FREQ=MONTHLY;BYMONTH=13')],
    ['a second rule on another line', recurring('FREQ=MONTHLY;BYMONTHDAY=1\nRRULE:FREQ=DAILY')],
    ['a day the server would count to for minutes', { words: 'x', kind: 'before', to: '9999-12-31' }],
    ['a day counted from for minutes', { words: 'x', kind: 'before', to: '0001-01-01' }],
    [
      'more windows than words can name',
      { words: 'x', kind: 'several', windows: Array.from({ length: 201 }, () => ({ to: '2026-12-31' })) },
    ],
    ['a requester as long as a book', { words: 'x', kind: 'on_request', requestedBy: 'a'.repeat(3000) }],
  ])('is refused and leaves the plan as it is: %s', async (_, deadline) => {
    const [task] = (await tasks()) as [Task];
    const chosen = { tasks: [{ id: task.id, version: task.version }], change: { deadline } };
    const edit = {
      text: task.text,
      deadline,
      ownerIds: [],
      criterionIds: [],
      version: task.version,
    };
    const answers = [
      await test.ask(`/api/tasks/${task.id}`, { method: 'PATCH', json: edit, cookie: focal }),
      await test.ask('/api/tasks/bulk', { json: chosen, cookie: focal }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect((await tasks())[0]).toEqual(task);
  });
});

it('an extension to a day beyond all plans is refused, and the list of late work still opens', async () => {
  const task = (await tasks()).find(({ dueTo, deadline }) => dueTo !== null && deadline.kind === 'before')!;
  const handed = await test.ask(`/api/tasks/${task.id}/custody`, {
    json: { holder: 'approver', answerBy: '2026-06-01', version: task.version },
    cookie: focal,
  });
  expect(handed.status).toBe(200);
  const { status, body } = await test.ask(`/api/tasks/${task.id}/extensions`, {
    json: {
      number: '1/QĐ',
      issuer: 'UBND',
      issuedOn: '2026-06-01',
      dueOn: '9999-12-31',
      version: task.version + 1,
    },
    cookie: focal,
  });
  expect([status, kindOf(body)]).toEqual([400, 'day_unknown']);
  expect((await test.ask('/api/responsibility?basis=working', { cookie: focal })).status).toBe(200);
});

it('obstacles of one task forwarded at once each move it, and every move is kept', async () => {
  const found = (await tasks()).find(({ status, holder }) => status !== 'done' && holder.holder === 'owner');
  const { id } = found!;
  const obstacles: Obstacle[] = [];
  for (const name of ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp', 'Văn phòng UBND']) {
    const { task } = (await test.ask(`/api/tasks/${id}`, { cookie: focal })).body as { task: Task };
    const json = { text: 'Chờ văn bản', holder: 'upper_level', name, version: task.version };
    obstacles.push((await test.ask(`/api/tasks/${id}/obstacles`, { json, cookie: focal })).body as Obstacle);
  }
  const answers = await Promise.all(
    obstacles.map(({ id: obstacle, version }) => {
      const json = { verb: 'forwarded', text: 'Chuyển tiếp', whom: { holder: 'approver' }, version };
      return test.ask(`/api/obstacles/${obstacle}/entries`, { json, cookie: focal });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { custody } = (await test.ask(`/api/tasks/${id}/follow-up`, { cookie: focal })).body as FollowUp;
  expect(custody.filter(({ holder }) => holder === 'approver')).toHaveLength(4);
});
