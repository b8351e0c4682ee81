import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#core/plans/plan.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { createTestApp, TEST_PASSWORD, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { verifyChain } from './verify-chain.ts';

const RESTRICTED = 'discipline';

let test: TestApp;
let administrator: string;
let leader: string;
let viewer: string;
let unitId: string;
let viewerId: string;

beforeAll(async () => {
  test = await createTestApp();
  administrator = await test.setUp();
  await confirmPlan(test, administrator);
  leader = await test.join(administrator, 'leader');
  viewer = await test.join(administrator, 'viewer');
  const me = (await test.ask('/api/me', { cookie: viewer })).body as { userId: string; unit: { id: string } };
  [unitId, viewerId] = [me.unit.id, me.userId];
});
afterAll(() => test.close());

const events = async (query: string, cookie = administrator) =>
  (await test.ask(`/api/events?${query}`, { cookie })).body as LoggedEvent[];
const textOf = async (path: string, cookie: string) => {
  const response = await test.app.request(path, { headers: { cookie, 'x-parindex': '1' } });
  return { status: response.status, text: await response.text() };
};

describe('the history', () => {
  it('names the thing, and is paged and filtered by person, kind and day', async () => {
    const [department] = await events('noun=department&limit=1');
    expect(department).toMatchObject({
      noun: 'department',
      subject: { title: expect.any(String), page: null },
    });
    const [first, second] = await events('limit=2');
    expect((await events(`limit=1&before=${first!.id}`))[0]).toEqual(second);
    const ofViewer = await events(`actor=${viewerId}`);
    expect(ofViewer.length).toBeGreaterThan(0);
    expect(new Set(ofViewer.map(({ actorName }) => actorName)).size).toBe(1);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect((await events(`from=${today}&to=${today}&limit=3`)).length).toBe(3);
    expect(await events('from=2999-01-01')).toEqual([]);
    expect(await events('to=2000-01-01')).toEqual([]);
    const { status, body } = await test.ask('/api/events?from=2026-02-30', { cookie: administrator });
    expect([status, body]).toMatchObject([422, { problem: { kind: 'no_such_day' } }]);
  });

  it('says once in a quarter of an hour who read a restricted register, to heads and to themselves', async () => {
    const paths = ['', '/export.csv', ''].map((path) => `/api/registers/${RESTRICTED}${path}`);
    for (const path of paths) expect((await textOf(path, leader)).status).toBe(200);
    await Promise.all(paths.map((path) => test.ask(path, { cookie: administrator })));
    expect((await test.ask(paths[0]!, { cookie: viewer })).status).toBe(403);
    const reads = await events('noun=register');
    expect(reads.map(({ verb, subjectId }) => [verb, subjectId])).toEqual([
      ['read', RESTRICTED],
      ['read', RESTRICTED],
    ]);
    expect(await events('noun=register', viewer)).toEqual([]);
    await test.database.asSuperuser(
      "update event set at = at - interval '16 minutes' where noun = 'register' and verb = 'read'",
    );
    await test.ask(paths[0]!, { cookie: leader });
    expect((await events('noun=register')).length).toBe(3);
  });

  it('says who read the addresses of people', async () => {
    await test.ask('/api/contacts', { cookie: administrator });
    expect((await events('noun=contact'))[0]).toMatchObject({ verb: 'read', subjectId: unitId });
  });

  it('says who signed in and out, and that a known name was tried, never what was typed', async () => {
    const sessions = async () =>
      (await events('noun=session')).map(({ actorName, verb, subject }) => [actorName, verb, subject?.title]);
    const signIn = (username: string, password: string) =>
      test.ask('/api/session', { json: { username, password } });
    const { cookie } = await signIn('dau.moi', TEST_PASSWORD);
    await test.ask('/api/session', { method: 'DELETE', cookie });
    const name = 'Cán bộ đầu mối';
    expect(await sessions()).toEqual([
      [name, 'signed_out', name],
      [name, 'signed_in', name],
    ]);
    await signIn('khong.ai.ca', 'mật khẩu gõ nhầm một');
    for (let tried = 0; tried < 6; tried += 1) await signIn('dau.moi', 'mật khẩu gõ nhầm hai');
    await expect
      .poll(async () => (await sessions()).map(([, verb]) => verb).sort())
      .toEqual(['locked_out', 'refused', 'signed_in', 'signed_out']);
    expect((await sessions()).filter(([actor]) => actor === name).length).toBe(2);
    const kept = JSON.stringify(await test.database.asSuperuser('select * from event'));
    expect(kept).not.toMatch(/gõ nhầm|khong\.ai\.ca/u);
    expect(await events('noun=session', viewer)).toEqual([]);
  });
});

describe('the log for outsiders', () => {
  it('is given to heads only, is whole, and says that it was given', async () => {
    const path = '/api/events/log.jsonl';
    expect((await textOf(path, viewer)).status).toBe(403);
    // Moving a moment above was a change past the application.
    await test.database.asSuperuser(
      "update event set at = at + interval '16 minutes' where noun = 'register' and verb = 'read' and id <> (select max(id::text)::uuid from event where noun = 'register')",
    );
    const { text } = await textOf(path, leader);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ seq: 1, content: expect.stringContaining(unitId) });
    expect(JSON.parse(lines.at(-1).content)).toMatchObject({ noun: 'log', verb: 'exported' });
    const outside = [{ seq: lines.at(-1).seq, hash: lines.at(-1).hash }];
    const verdict = await inUnit(test.database.kysely, { unitId, role: 'system' }, (tx) =>
      verifyChain(tx, unitId, outside),
    );
    expect(verdict.faults).toEqual([]);

    const folder = mkdtempSync(join(tmpdir(), 'parindex-given-'));
    const [log, program] = [join(folder, 'log.jsonl'), join(folder, 'verify-log.mjs')];
    writeFileSync(log, text);
    writeFileSync(program, (await textOf('/api/events/verify-log.mjs', leader)).text);
    const head = `${outside[0]!.seq}:${outside[0]!.hash}`;
    const checked = spawnSync(process.execPath, [program, log, '--head', head], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([checked.status, checked.stdout]).toEqual([
      0,
      expect.stringContaining(`WHOLE: numbers 1–${lines.length}`),
    ]);
  });

  it('of some days begins with the line before them', async () => {
    const { text } = await textOf('/api/events/log.jsonl?from=2999-01-01', leader);
    expect(text).toBe('');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const half = await textOf(`/api/events/log.jsonl?from=${today}&to=${today}`, leader);
    expect(JSON.parse(half.text.split('\n')[0] ?? '')).toMatchObject({ seq: 1 });
  });
});
