import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Queue } from '#server/jobs/queue.ts';
import { openMailSink } from '#server/notices/mail-sink.ts';
import { openOutside } from '#server/notices/outside.ts';
import { makeWebhookSecret } from '#server/notices/send-webhook.ts';
import { openWebSink } from '#server/notices/web-sink.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { HEAD_FILE, type OutsideHead, readHeads } from './head-file.ts';
import { keepHeadsOutside, keepMovedHeads, listHeads } from './keep-heads-outside.ts';
import { mailHeads, postHeads, startSendingHeads } from './send-heads.ts';

let test: TestApp;
let cookie: string;
let folder: string;
let path: string;
let unitId: string;

beforeAll(async () => {
  test = await createTestApp();
  folder = await mkdtemp(join(tmpdir(), 'parindex-heads-'));
  path = join(folder, 'chưa có', HEAD_FILE);
  cookie = await test.setUp();
  [unitId] = (await test.database.asSuperuser<{ id: string }>('select id from unit')).map(({ id }) => id) as [
    string,
  ];
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const rename = (name: string) =>
  test.ask('/api/unit', { method: 'PATCH', json: { name, cityName: null }, cookie });
const outside = (settings: object) =>
  openOutside(
    { mailUrl: undefined, mailFrom: undefined, publicUrl: undefined, outsideHosts: undefined, ...settings },
    'only-for-tests',
  );

it('writes a head when it moved, goes on after a line cut by a power failure, and tells a log set back', async () => {
  const logged: string[] = [];
  const deps = { ...test.deps, log: pino({}, { write: (line: string) => void logged.push(line) }) };
  const last = new Map<string, OutsideHead>();
  expect(await keepMovedHeads(deps, path, last)).toBe(1);
  expect(await keepMovedHeads(deps, path, last)).toBe(0);
  await rename('phường Hồ Sen Một');
  await appendFile(path, '{"unitId":"cụt');
  expect(await keepMovedHeads(deps, path, last)).toBe(1);
  const read = await readHeads(path);
  expect([read?.heads.length, read?.unread]).toEqual([2, 1]);
  const { unitName: _unitName, ...head } = (await listHeads(deps))[0]!;
  expect(read?.heads.at(-1)).toEqual({ ...head, at: expect.any(String) });
  expect(logged).toEqual([]);
  await test.database.asSuperuser('delete from event_seal where seq = $1', [head.seq]);
  await test.database.asSuperuser('update event_head set seq = seq - 1');
  await keepMovedHeads(deps, path, last);
  expect(logged.join()).toContain('parindex verify');
});

it('mails the heads so that they can be saved as a file of heads', async () => {
  const sink = await openMailSink();
  const mail = { mailUrl: sink.url, publicUrl: 'https://parindex.example' };
  const outcome = await mailHeads({ ...test.deps, outside: outside(mail) }, 'thanh.tra@example.vn');
  await sink.stop();
  expect([outcome.kind, sink.received[0]?.to]).toEqual(['sent', 'thanh.tra@example.vn']);
  const [line = ''] = sink.received[0]!.text.split('\n').filter((each) => each.startsWith('{'));
  expect(JSON.parse(line)).toMatchObject({
    unitId,
    seq: expect.any(Number),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
  });
  expect(await mailHeads(test.deps, 'thanh.tra@example.vn')).toEqual({
    kind: 'never',
    reason: 'NO_MAIL_SERVER',
  });
});

it('writes the heads to the file while the mail server is dead, and leaves the mail to the queue to try again', async () => {
  const sink = await openMailSink();
  await sink.stop();
  const mail = { mailUrl: sink.url, publicUrl: 'https://parindex.example' };
  const deps = { ...test.deps, outside: outside(mail) };
  const jobs: (() => Promise<void>)[] = [];
  const queue: Queue = {
    send: async () => undefined,
    work: async (_name, _rules, run) => void jobs.push(() => run({})),
    repeat: async () => undefined,
    close: async () => undefined,
  };
  const named = { mail: 'thanh.tra@example.vn', webhook: undefined, webhookSecret: undefined };
  await startSendingHeads(deps, queue, named);
  await expect(jobs[0]!()).rejects.toThrow('did not get out');
  expect((await rename('phường Hồ Sen Hai')).status).toBe(200);
  const data = join(folder, 'thư chết');
  const keeping = keepHeadsOutside(deps, data);
  await keeping.stop();
  expect((await readHeads(join(data, HEAD_FILE)))?.heads).toMatchObject([{ unitId }]);
});

it('posts the heads signed', async () => {
  const sink = await openWebSink();
  const host = `127.0.0.1:${sink.port}`;
  const receiver = { url: `http://${host}/moc`, secret: makeWebhookSecret() };
  const outcome = await postHeads({ ...test.deps, outside: outside({ outsideHosts: host }) }, receiver);
  await sink.stop();
  const [posted] = sink.received;
  expect([outcome.kind, posted?.headers['webhook-signature']]).toEqual([
    'sent',
    expect.stringMatching(/^v1,/u),
  ]);
  expect(JSON.parse(String(posted?.body))).toMatchObject({ kind: 'log_heads', heads: [{ unitId }] });
});
