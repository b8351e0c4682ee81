import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Task } from '#core/plans/task.ts';
import type { Draft } from '#core/reading/draft.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let owner: string;
let stranger: string;
let administrator: string;
let reading: string;
let task: Task;
let row: AnnexRow;
let workbook: Uint8Array;

const OTHER_UNIT = '0192f0c1-2345-7abc-8def-0123456789ab';

/** One unit with a live plan, and an administrator of another unit that has none. */
beforeAll(async () => {
  test = await createTestApp();
  const cookie = await test.setUp();
  owner = cookie;
  const draft = async () =>
    (await test.ask('/api/readings', { json: { text: demoPlanText() }, cookie })).body as Draft;
  const confirmed = await draft();
  await test.ask(`/api/readings/${confirmed.id}/confirm`, { json: { version: 1 }, cookie });
  reading = (await draft()).id;
  task = ((await test.ask('/api/tasks', { cookie })).body as [Task])[0];
  row = ((await test.ask('/api/criteria', { cookie })).body as [AnnexRow])[0];
  const answer = await test.app.request('/api/annex.xlsx', { headers: { cookie } });
  workbook = new Uint8Array(await answer.arrayBuffer());
  stranger = await test.join(cookie, 'focal');
  administrator = await test.join(cookie, 'administrator');
  await test.database.asSuperuser(
    "insert into unit (id, path, kind, name) values ($1, 'x', 'ward', 'phường Hồ Súng')",
    [OTHER_UNIT],
  );
  await test.database.asSuperuser("update membership set unit_id = $1 where person_name like 'Người thứ %'", [
    OTHER_UNIT,
  ]);
});
afterAll(() => test.close());

describe("another unit's plan", () => {
  it.each([
    ['its plan', '/api/plan'],
    ['its criteria', '/api/criteria'],
    ['its gaps', '/api/gaps'],
    ['its annex', '/api/annex.xlsx'],
  ])('is not seen: %s', async (_, path) => {
    expect((await test.ask(path, { cookie: stranger })).status).toBe(404);
  });

  it('is not found by id, neither to read nor to change', async () => {
    const progress = { status: 'done', percent: 100, version: 1 };
    const answers = [
      await test.ask(`/api/tasks/${task.id}`, { cookie: stranger }),
      await test.ask(`/api/tasks/${task.id}/progress`, { json: progress, cookie: stranger }),
      await test.ask(`/api/readings/${reading}`, { cookie: stranger }),
      await test.ask(`/api/readings/${reading}/confirm`, { json: { version: 1 }, cookie: stranger }),
      await test.ask(`/api/readings/${reading}`, { method: 'DELETE', cookie: stranger }),
      await test.ask(`/api/criteria/${row.code}`, {
        method: 'PATCH',
        json: { title: 'x', version: 1 },
        cookie: stranger,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await test.ask('/api/events', { cookie: stranger })).body).toEqual([]);
  });

  it('has follow-up, contacts and webhooks nobody else finds by id', async () => {
    const { id } = task;
    const json = { text: 'Chờ văn bản', holder: 'approver', version: task.version };
    const raised = await test.ask(`/api/tasks/${id}/obstacles`, { json, cookie: owner });
    const hook = { name: 'Cầu nối', url: 'https://bridge.example/x' };
    const added = await test.ask('/api/webhooks', { json: hook, cookie: owner });
    const { webhook } = added.body as { webhook: { id: string } };
    const [member] = (await test.ask('/api/members', { cookie: owner })).body as [{ userId: string }];
    const word = { text: 'Trả lời', verb: 'answered', version: 1 };
    const said = { text: 'x', occurrence: '', version: 0 };
    const asked: [string, string, object?][] = [
      ['POST', `/api/obstacles/${(raised.body as { id: string }).id}/entries`, word],
      ['POST', `/api/tasks/${id}/obstacles`, json],
      ['POST', `/api/tasks/${id}/custody`, { holder: 'approver', version: 1 }],
      ['POST', `/api/tasks/${id}/steps`, { text: 'Việc con' }],
      ['POST', `/api/tasks/${id}/explanation`, said],
      ['POST', `/api/tasks/${id}/decision`, { ...said, isAccepted: true }],
      ['POST', `/api/tasks/${id}/verdict`, { verdict: null, version: 1 }],
      ['GET', `/api/tasks/${id}/follow-up`],
      ['GET', `/api/tasks/${id}/responsibility`],
      ['GET', `/quick/${id}`],
      ['PUT', `/api/contacts/${member.userId}`, { mail: null, isHead: true, version: 0 }],
      ['PUT', `/api/webhooks/${webhook.id}`, { ...hook, version: 1 }],
      ['POST', `/api/webhooks/${webhook.id}/test`],
      ['DELETE', `/api/webhooks/${webhook.id}`],
    ];
    for (const [method, path, sent] of asked) {
      const { status } = await test.ask(path, { method, json: sent, cookie: administrator });
      expect([path, status]).toEqual([path, 404]);
    }
    const events = (await test.ask('/api/events', { cookie: administrator })).body;
    expect([events, (await test.ask('/api/webhooks', { cookie: administrator })).body]).toEqual([[], []]);
    expect((await test.ask('/api/obstacles', { cookie: administrator })).body).toEqual([]);
  });

  it('is not taken from its workbook', async () => {
    const draft = await test.ask('/api/readings', { json: { text: demoPlanText() }, cookie: stranger });
    const { id } = draft.body as Draft;
    await test.ask(`/api/readings/${id}/confirm`, { json: { version: 1 }, cookie: stranger });
    const headers = { 'x-file-name': 'annex.xlsx' };
    const refused = await test.ask('/api/annex', { bytes: workbook, headers, cookie: stranger });
    expect([refused.status, (refused.body as { problem: { kind: string } }).problem.kind]).toEqual([
      422,
      'annex_of_another_unit',
    ]);
  });
});
