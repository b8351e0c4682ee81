import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.setUp();
});
afterAll(() => test.close());

const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;

describe('every answer', () => {
  it('carries a strict content policy without anything unsafe', async () => {
    const { headers } = await test.ask('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says that the server lives and is ready', async () => {
    expect((await test.ask('/healthz')).status).toBe(200);
    expect((await test.ask('/readyz')).status).toBe(200);
  });

  it('is a problem for an unknown path of the API, and the page for any other', async () => {
    const unknown = await test.ask('/api/khong-co');
    expect([unknown.status, kindOf(unknown.body)]).toEqual([404, 'not_found']);
    expect((await test.ask('/tasks/42')).body).toBe('page');
  });
});

describe('a body', () => {
  const json = { name: 'phường Hồ Sen', cityName: null };

  it('that is no JSON is refused', async () => {
    const bytes = new TextEncoder().encode('{"name":');
    const { status, body } = await test.ask('/api/unit', { method: 'PATCH', bytes, cookie });
    expect([status, kindOf(body)]).toEqual([400, 'not_json']);
  });

  it('with a version too large to count on is refused', async () => {
    const { body: me } = await test.ask('/api/me', { cookie });
    const path = `/api/members/${(me as { userId: string }).userId}`;
    const member = { role: 'administrator', departmentId: null, positionTitle: null, isEnded: false };
    const version = 2 ** 31 - 1;
    const { status, body } = await test.ask(path, { method: 'PATCH', json: { ...member, version }, cookie });
    expect([status, body]).toMatchObject([400, { problem: { kind: 'bad_input', field: 'version' } }]);
  });

  it('over the limit is refused, with or without its length told', async () => {
    const bytes = new Uint8Array(1024 * 1024 + 1);
    const silent = await test.ask('/api/unit', { method: 'PATCH', bytes, cookie });
    expect([silent.status, kindOf(silent.body)]).toEqual([413, 'too_large']);
    const headers = { 'content-length': '200000000' };
    const told = await test.ask('/api/unit', { method: 'PATCH', json, headers, cookie });
    expect([told.status, kindOf(told.body)]).toEqual([413, 'too_large']);
  });
});

describe('a bug', () => {
  it('is answered once with an id, and nothing it wrote is kept', async () => {
    await test.database.asSuperuser('alter table event add constraint broken check (verb <> $$renamed$$)');
    const json = { name: 'tên không được giữ', cityName: null };
    const { status, body } = await test.ask('/api/unit', { method: 'PATCH', json, cookie });
    await test.database.asSuperuser('alter table event drop constraint broken');
    expect([status, kindOf(body)]).toEqual([500, 'bug']);
    expect(await test.database.asSuperuser('select name from unit')).toEqual([{ name: 'phường Hồ Sen' }]);
  });
});

it('a bug behind a calendar keeps the secret of its address out of the log', async () => {
  const logged: string[] = [];
  const { clock, deps } = test;
  const { log } = deps;
  const { now } = clock;
  deps.log = pino({}, { write: (line: string) => void logged.push(line) });
  clock.now = new Date(Number.NaN);
  const { status } = await test.ask('/calendar/khong-ai-duoc-biet.ics');
  Object.assign(clock, { now });
  deps.log = log;
  expect([status, logged.length]).toEqual([500, 1]);
  expect(logged.join()).not.toContain('khong-ai-duoc-biet');
});

describe('live changes', () => {
  async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, words: string): Promise<string> {
    let seen = '';
    while (!seen.includes(words)) {
      const { value, done } = await reader.read();
      if (done) return `${seen}(ended)`;
      seen += new TextDecoder().decode(value);
    }
    return seen;
  }

  it('reach an open page of the unit, and end when its session is signed out', async () => {
    const response = await test.app.request('/api/changes', { headers: { cookie } });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    const json = { name: 'phường Hồ Sen Mới', cityName: null };
    await test.ask('/api/unit', { method: 'PATCH', json, cookie });
    expect(await readUntil(reader, '"noun":"unit"')).toContain('event: change');
    await test.ask('/api/session', { method: 'DELETE', cookie });
    expect(await readUntil(reader, 'nothing more')).toContain('(ended)');
  });
});
