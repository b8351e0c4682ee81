import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventEntry } from '#core/plans/plan.ts';
import type { RegisterPage, RegisterSummary, RowsKept } from '#core/registers/register.ts';
import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
});
afterAll(() => test.close());

const read = async <T>(path: string, cookie = focal) => (await test.ask(path, { cookie })).body as T;
const put = (key: string, json: object, cookie = focal) =>
  test.ask(`/api/registers/${key}/rows`, { method: 'PUT', json: { rows: [], removed: [], ...json }, cookie });
const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
const month = (period: string, outgoing = 10, more = {}) => ({
  departmentId: null,
  values: { month: period, outgoing, signed: 9 },
  ...more,
});

it('keeps rows all or none, tells every faulty cell, and keeps who changed them', async () => {
  const faulty = await put('e_documents', { rows: [month('2026-09'), month('tháng 9', -1)] });
  expect([faulty.status, kindOf(faulty.body)]).toEqual([422, 'rows_faulty']);
  expect((faulty.body as { problem: { faults: object[] } }).problem.faults).toMatchObject([
    { row: 1, column: 'month' },
    { row: 1, column: 'outgoing' },
  ]);
  expect((await read<RegisterPage>('/api/registers/e_documents')).rows).toEqual([]);
  const kept = (await put('e_documents', { rows: [month('2026-09')] })).body as RowsKept;
  const [row] = kept.rows;
  const { id, version } = row!;
  const changed = await put('e_documents', { rows: [month('2026-09', 20, { id, version })] });
  expect((changed.body as RowsKept).rows[0]).toMatchObject({ id, version: 2, values: { outgoing: 20 } });
  expect(kindOf((await put('e_documents', { rows: [month('2026-09', 30, { id, version })] })).body)).toBe(
    'stale_version',
  );
  const history = await read<EventEntry[]>(`/api/registers/e_documents/rows/${id}/history`);
  expect(history.map(({ verb, after }) => [verb, after])).toEqual([
    ['changed', { outgoing: 20 }],
    ['created', expect.objectContaining({ outgoing: 10 })],
  ]);
});

it('asks for a reason once a month is closed', async () => {
  const taken = await test.ask('/api/registers/e_documents/snapshots', {
    json: { period: '2026-09' },
    cookie: focal,
  });
  expect(taken.body, JSON.stringify(taken.body)).toMatchObject({ period: '2026-09', rows: 1 });
  expect(kindOf((await put('e_documents', { rows: [month('2026-09')] })).body)).toBe('month_closed');
  expect((await put('e_documents', { rows: [month('2026-09')], reason: 'Bổ sung số liệu' })).status).toBe(
    200,
  );
  expect((await put('e_documents', { rows: [month('2026-10')] })).status).toBe(200);
});

it('takes the closing of an empty register as the word that nothing arose', async () => {
  const pointsOf = async (code: string) => (await read<LeafScore>(`/api/scores/${code}`)).evaluation;
  expect(await pointsOf('V.5')).toMatchObject({ status: 'not_scored' });
  await test.ask('/api/registers/discipline/snapshots', { json: { period: '2026-10' }, cookie: focal });
  const settled = await pointsOf('V.5');
  expect(settled).toMatchObject({ status: 'scored', points: settled.maxPoints });
});

it('keeps a restricted register and the rows of others from an officer', async () => {
  const [department] = await read<{ id: string }[]>('/api/departments');
  const officer = await test.join(focal, 'officer', department!.id);
  const list = await read<RegisterSummary[]>('/api/registers', officer);
  expect(list.filter(({ mayRead }) => !mayRead).map(({ key }) => key)).toEqual(['discipline']);
  for (const path of ['', '/export.xlsx', '/export.csv'])
    expect((await test.ask(`/api/registers/discipline${path}`, { cookie: officer })).status).toBe(403);
  expect((await put('e_documents', { rows: [month('2026-10')] }, officer)).status).toBe(403);
  const own = { ...month('2026-10'), departmentId: department!.id };
  expect((await put('e_documents', { rows: [own] }, officer)).status).toBe(200);
});

it('writes files that read back to the same rows, and no formula', async () => {
  const row = month('2026-10');
  await put('e_documents', { rows: [{ ...row, values: { ...row.values, note: '=1+1' } }] });
  const { rows } = await read<RegisterPage>('/api/registers/e_documents');
  const csv = (await test.ask('/api/registers/e_documents/export.csv', { cookie: focal })).body as string;
  expect(csv).toContain("'=1+1");
  const xlsx = await test.app.request('/api/registers/e_documents/export.xlsx', {
    headers: { cookie: focal, 'x-parindex': '1' },
  });
  const files = {
    'so.csv': new TextEncoder().encode(csv),
    'so.xlsx': new Uint8Array(await xlsx.arrayBuffer()),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const headers = { 'x-file-name': name };
    const answer = await test.ask('/api/registers/e_documents/import', { bytes, headers, cookie: focal });
    expect(answer.body, name).toMatchObject({ faults: [], unknownHeadings: [] });
    expect((answer.body as RegisterPage).rows.map(({ values }) => values)).toEqual(
      rows.map(({ values }) => values),
    );
  }
});

it('lets a unit define, change and end a register of its own', async () => {
  const day = { key: 'day', title: 'Ngày', kind: 'date', isRequired: true };
  const draft = {
    title: 'Sổ mượn phòng họp',
    about: '',
    columns: [day],
    dateColumn: 'day',
    isRestricted: false,
    retentionYears: 5,
  };
  const defined = await test.ask('/api/registers', { json: draft, cookie: focal });
  expect(defined.status, JSON.stringify(defined.body)).toBe(200);
  expect(kindOf((await test.ask('/api/registers', { json: draft, cookie: focal })).body)).toBe(
    'register_title_taken',
  );
  const { key } = defined.body as RegisterSummary;
  const columns = [day, { key: 'room', title: 'Phòng', kind: 'text' }];
  const json = { ...draft, columns };
  expect((await test.ask(`/api/registers/${key}`, { method: 'PATCH', json, cookie: focal })).status).toBe(
    200,
  );
  expect(
    (await put(key, { rows: [{ departmentId: null, values: { day: '2026-05-04', room: 'A' } }] })).status,
  ).toBe(200);
  expect((await test.ask(`/api/registers/${key}/end`, { json: {}, cookie: focal })).status).toBe(204);
  expect((await test.ask(`/api/registers/${key}`, { cookie: focal })).status).toBe(404);
});
