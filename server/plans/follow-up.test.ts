import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { FollowUp, Obstacle, Step } from '#core/plans/follow-up.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let officer: string;
let helper: string;
let leader: string;
let viewer: string;
let own: Department;
let helping: Department;

const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
const DOCUMENT = { number: '125/SNV-CCHC', issuer: 'Sở Nội vụ', issuedOn: '2026-06-01', subject: 'Gia hạn' };

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-06-10T03:00:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
  const departments = (await test.ask('/api/departments', { cookie: focal })).body as Department[];
  [own, helping] = departments
    .filter((each) => each.kind !== 'group')
    .sort((one, other) => other.tasks - one.tasks) as [Department, Department];
  officer = await test.join(focal, 'officer', own.id);
  helper = await test.join(focal, 'officer', helping.id);
  leader = await test.join(focal, 'leader');
  viewer = await test.join(focal, 'viewer');
});
afterAll(() => test.close());

const tasks = async () => (await test.ask('/api/tasks', { cookie: focal })).body as Task[];
const taskOf = async (id: string) =>
  ((await test.ask(`/api/tasks/${id}`, { cookie: focal })).body as { task: Task }).task;
const followUp = async (id: string) =>
  (await test.ask(`/api/tasks/${id}/follow-up`, { cookie: viewer })).body as FollowUp;
const post = (path: string, json: unknown, cookie: string) => test.ask(path, { json, cookie });
/** A task of the officer's own department that only it answers for, by what else is asked of it. */
async function ownTask(wanted: (task: Task) => boolean): Promise<Task> {
  const found = (await tasks()).find(
    (task) =>
      task.owners.length > 0 &&
      task.owners.every((owner) => owner.departmentId === own.id) &&
      task.holder.holder === 'owner' &&
      task.status === 'not_started' &&
      wanted(task),
  );
  if (!found) throw new Error('the plan has no such task');
  return found;
}

describe('extensions', () => {
  it('move the day by the document that allows it and leave the words of the plan as they are', async () => {
    const task = await ownTask(({ dueTo }) => dueTo !== null);
    const json = { ...DOCUMENT, dueOn: '2027-01-15', version: task.version };
    expect(kindOf((await post(`/api/tasks/${task.id}/extensions`, json, officer)).body)).toBe(
      'not_permitted',
    );
    const extended = await post(`/api/tasks/${task.id}/extensions`, json, leader);
    expect(extended.body).toMatchObject({
      dueTo: '2027-01-15',
      dueByDocument: '2027-01-15',
      deadline: task.deadline,
    });
    const [document] = (await followUp(task.id)).documents;
    expect(document).toMatchObject({
      kind: 'extension',
      number: '125/SNV-CCHC',
      formerDueOn: task.dueTo,
      withdrawn: null,
    });
    const stale = await post(`/api/tasks/${task.id}/extensions`, { ...json, dueOn: '2027-02-15' }, leader);
    expect(stale.status).toBe(409);
    const withdrawal = { reason: 'Nhập nhầm văn bản', version: task.version + 1 };
    const path = `/api/tasks/${task.id}/documents/${document?.id}/withdrawal`;
    const back = await post(path, withdrawal, focal);
    expect(back.body).toMatchObject({ dueTo: task.dueTo, dueByDocument: null });
    expect((await followUp(task.id)).documents[0]?.withdrawn?.reason).toBe('Nhập nhầm văn bản');
    expect((await post(path, { ...withdrawal, version: task.version + 2 }, focal)).status).toBe(404);
  });

  it.each([
    ['a day that is not later', { dueOn: '2026-01-01' }, 'not_later'],
    ['a day no calendar has', { dueOn: '2027-02-30' }, 'day_unknown'],
    ['a document issued after today', { dueOn: '2027-03-01', issuedOn: '2026-06-11' }, 'issued_in_future'],
    [
      'evidence nobody added',
      { dueOn: '2027-03-01', evidenceId: '0192f0c1-2345-7abc-8def-0123456789ab' },
      'evidence_unknown',
    ],
    ['no document at all', { dueOn: '2027-03-01', number: '' }, 'bad_input'],
  ])('are refused for %s', async (_, change, kind) => {
    const task = await ownTask(({ dueTo }) => dueTo !== null);
    const before = await followUp(task.id);
    const json = { ...DOCUMENT, version: task.version, ...change };
    const answer = await post(`/api/tasks/${task.id}/extensions`, json, leader);
    expect(kindOf(answer.body)).toBe(kind);
    expect((await taskOf(task.id)).version).toBe(task.version);
    expect(await followUp(task.id)).toEqual(before);
  });
});

describe('directives', () => {
  it('give their day to a task that waited for a request, and to no other', async () => {
    const waiting = (await tasks()).find(({ deadline }) => deadline.kind === 'on_request')!;
    expect(waiting.dueTo).toBeNull();
    const json = { ...DOCUMENT, receivedOn: '2026-06-05', dueOn: '2026-06-20', version: waiting.version };
    const directed = await post(`/api/tasks/${waiting.id}/directives`, json, focal);
    expect(directed.body).toMatchObject({ dueTo: '2026-06-20', timeliness: 'due_soon', daysLeft: 10 });
    const dated = await ownTask(({ deadline }) => deadline.kind === 'before');
    const wrong = await post(`/api/tasks/${dated.id}/directives`, { ...json, version: dated.version }, focal);
    expect(kindOf(wrong.body)).toBe('not_on_request');
  });
});

describe('custody', () => {
  it('goes to a coordinating department, whose people may then update, and back', async () => {
    const task = await ownTask(() => true);
    const progress = (version: number) => ({ status: 'in_progress', percent: 25, version });
    const path = `/api/tasks/${task.id}`;
    expect((await post(`${path}/progress`, progress(task.version), helper)).status).toBe(403);
    const handing = { holder: 'coordinator', answerBy: '2026-06-15', version: task.version };
    expect(kindOf((await post(`${path}/custody`, handing, officer)).body)).toBe('holder_unnamed');
    const json = { ...handing, departmentId: helping.id, reason: 'Cần số liệu của đơn vị' };
    const handed = (await post(`${path}/custody`, json, officer)).body as Task;
    expect(handed.holder).toEqual({
      holder: 'coordinator',
      departmentId: helping.id,
      name: helping.name,
      since: '2026-06-10',
      answerBy: '2026-06-15',
    });
    const helped = (await post(`${path}/progress`, progress(handed.version), helper)).body as Task;
    expect(helped.percent).toBe(25);
    const onwards = { holder: 'upper_level', name: 'Sở Nội vụ', version: helped.version };
    expect(kindOf((await post(`${path}/custody`, onwards, helper)).body)).toBe('custody_move_refused');
    const back = await post(`${path}/custody`, { holder: 'owner', version: helped.version }, helper);
    expect((back.body as Task).holder).toMatchObject({ holder: 'owner', departmentId: null, answerBy: null });
    expect((await followUp(task.id)).custody.map(({ holder, day }) => [holder, day])).toEqual([
      ['coordinator', '2026-06-10'],
      ['owner', '2026-06-10'],
    ]);
  });

  it('stays with whoever finished the task, and goes on from there when it is opened again', async () => {
    const task = await ownTask(() => true);
    const path = `/api/tasks/${task.id}`;
    const handing = { holder: 'approver', answerBy: '2026-06-12', version: task.version };
    const handed = (await post(`${path}/custody`, handing, officer)).body as Task;
    const done = { status: 'done', percent: 100, version: handed.version };
    await post(`${path}/progress`, done, leader);
    const after = await taskOf(task.id);
    expect(after).toMatchObject({ status: 'done', finishedOn: '2026-06-10', holder: handed.holder });
    expect((await followUp(task.id)).custody).toHaveLength(1);
    const late = { holder: 'owner', version: after.version };
    expect(kindOf((await post(`${path}/custody`, late, officer)).body)).toBe('task_finished');
    const again = { status: 'in_progress', percent: 75, version: after.version };
    const reopened = await post(`${path}/progress`, again, officer);
    expect(reopened.body).toMatchObject({ status: 'in_progress', finishedOn: null, holder: handed.holder });
    expect((await followUp(task.id)).custody).toHaveLength(1);
  });
});

describe('obstacles', () => {
  it('go to whoever must act, on to another, and back with an answer; the task goes with them', async () => {
    const task = await ownTask(() => true);
    const raising = {
      text: 'Chưa có biểu mẫu báo cáo',
      holder: 'coordinator',
      departmentId: helping.id,
      answerBy: '2026-06-13',
      version: task.version,
    };
    expect((await post(`/api/tasks/${task.id}/obstacles`, raising, helper)).status).toBe(403);
    const raised = (await post(`/api/tasks/${task.id}/obstacles`, raising, officer)).body as Obstacle;
    expect(raised).toMatchObject({ status: 'open', departmentName: helping.name, answerBy: '2026-06-13' });
    expect(await taskOf(task.id)).toMatchObject({
      status: 'stuck',
      openObstacles: 1,
      holder: { holder: 'coordinator', departmentId: helping.id },
    });
    const say = (json: object, cookie: string) => post(`/api/obstacles/${raised.id}/entries`, json, cookie);
    const word = { text: 'Đã xin ý kiến', version: 1 };
    expect((await say({ ...word, verb: 'answered' }, officer)).status).toBe(403);
    expect(kindOf((await say({ ...word, verb: 'forwarded' }, helper)).body)).toBe('whom_missing');
    const whom = { holder: 'upper_level', name: 'Sở Nội vụ', answerBy: '2026-06-20' };
    const forwarded = await say({ ...word, verb: 'forwarded', whom }, helper);
    expect(forwarded.body).toMatchObject({ status: 'open', name: 'Sở Nội vụ', version: 2 });
    expect((await taskOf(task.id)).holder).toMatchObject({ holder: 'upper_level', name: 'Sở Nội vụ' });
    expect((await say({ ...word, verb: 'answered' }, focal)).status).toBe(409);
    const answered = await say({ text: 'Dùng biểu mẫu đính kèm', verb: 'answered', version: 2 }, focal);
    expect((answered.body as Obstacle).entries.map(({ verb }) => verb)).toEqual([
      'raised',
      'forwarded',
      'answered',
    ]);
    expect((await taskOf(task.id)).holder.holder).toBe('owner');
    const open = (await test.ask('/api/obstacles', { cookie: leader })).body as Obstacle[];
    expect(open.map(({ id }) => id)).toContain(raised.id);
    await say({ text: 'Đã có biểu mẫu', verb: 'settled', version: 3 }, officer);
    expect((await taskOf(task.id)).openObstacles).toBe(0);
    const again = await say({ text: 'Chưa xong', verb: 'reopened', version: 4 }, officer);
    expect(kindOf(again.body)).toBe('obstacle_verb_refused');
    const events = (await test.ask(`/api/events?noun=obstacle&subject=${task.id}`, { cookie: focal }))
      .body as EventEntry[];
    expect(events.map(({ verb }) => verb)).toEqual(['settled', 'answered', 'forwarded', 'raised']);
  });

  it("of work that is everyone's own are settled by whoever raised them, never by a viewer", async () => {
    const departments = (await test.ask('/api/departments', { cookie: focal })).body as Department[];
    const group = departments.find(({ kind }) => kind === 'group')!;
    const task = await ownTask(() => true);
    const { text, deadline, version } = task;
    const shared = { text, deadline, ownerIds: [group.id], criterionIds: [], version };
    await test.ask(`/api/tasks/${task.id}`, { method: 'PATCH', json: shared, cookie: focal });
    const raising = { text: 'Thiếu máy quét', holder: 'approver', version: version + 1 };
    const { id } = (await post(`/api/tasks/${task.id}/obstacles`, raising, helper)).body as Obstacle;
    const settled = { text: 'Đã mượn được', verb: 'settled', version: 1 };
    expect((await post(`/api/obstacles/${id}/entries`, settled, viewer)).status).toBe(403);
    expect((await post(`/api/obstacles/${id}/entries`, settled, helper)).status).toBe(200);
  });
});

describe('steps', () => {
  it('are added, ticked off with day and name, and taken away by those who may update the task', async () => {
    const task = await ownTask(() => true);
    const path = `/api/tasks/${task.id}/steps`;
    const step = { text: 'Dự thảo kế hoạch', departmentId: own.id, dueOn: '2026-06-30' };
    expect((await post(path, step, viewer)).status).toBe(403);
    const [added] = (await post(path, step, officer)).body as Step[];
    const change = { ...step, isDone: true, version: 1 };
    const ticked = await test.ask(`${path}/${added?.id}`, { method: 'PATCH', json: change, cookie: officer });
    expect(ticked.body).toMatchObject([{ doneOn: '2026-06-10', departmentName: own.name, version: 2 }]);
    expect((await taskOf(task.id)).steps).toEqual({ done: 1, all: 1 });
    const stale = await test.ask(`${path}/${added?.id}`, { method: 'PATCH', json: change, cookie: officer });
    expect(stale.status).toBe(409);
    const gone = await test.ask(`${path}/${added?.id}`, { method: 'DELETE', cookie: officer });
    expect(gone.body).toEqual([]);
  });
});
