import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence, ReceivedFile, UploadState } from '#core/evidence/evidence.ts';
import { type Clamd, EICAR, startClamdDouble } from '#server/files/fixtures/clamd.ts';
import { hostileEvidence, plainPdf } from '#server/files/fixtures/evidence-files.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { newDocument } from './test-upload.ts';

let test: TestApp;
let focal: string;
let other: string;
let viewer: string;
const PDF = plainPdf();

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  await confirmPlan(test, focal);
  other = await test.join(focal, 'focal');
  viewer = await test.join(focal, 'viewer');
});
afterAll(() => test.close());
afterEach(async () => {
  await test.database.asSuperuser("delete from upload where status <> 'used'");
  await rm(join(test.deps.files.folder, 'uploads'), { recursive: true, force: true });
});

const begin = (fileName: string, size: number, cookie = focal) =>
  test.ask('/api/uploads', { json: { fileName, size }, cookie });
const put = (id: string, from: number, bytes: Uint8Array, cookie = focal) =>
  test.ask(`/api/uploads/${id}/bytes?from=${from}`, { method: 'PUT', bytes, cookie });
const finish = (id: string, cookie = focal) => test.ask(`/api/uploads/${id}/finish`, { json: {}, cookie });
const find = (id: string, cookie = focal) => test.ask(`/api/uploads/${id}`, { cookie });

async function beginOne(fileName = 'a.pdf', size = PDF.length): Promise<string> {
  return ((await begin(fileName, size)).body as UploadState).id;
}
async function send(fileName: string, bytes: Uint8Array) {
  const begun = await begin(fileName, bytes.length);
  if (begun.status !== 200) return begun;
  const { id } = begun.body as UploadState;
  for (let from = 0; from < bytes.length; from += 1024 * 1024 * 8) {
    const { status } = await put(id, from, bytes.subarray(from, from + 1024 * 1024 * 8));
    expect(status).toBe(200);
  }
  return finish(id);
}
async function leftOnDisk(): Promise<string[]> {
  const names = await readdir(test.deps.files.folder, { recursive: true, withFileTypes: true });
  return names.filter((each) => each.isFile()).map(({ name }) => name);
}
const rowsLeft = () => test.database.asSuperuser('select id from upload');
const kindOf = ({ body }: { body: unknown }) => (body as { problem: { kind: string } }).problem.kind;

describe('sending a file', () => {
  it('in pieces, in order, then looked through, then kept as evidence under its hash', async () => {
    const id = await beginOne('kế hoạch.pdf'.normalize('NFD'));
    expect((await put(id, 0, PDF.subarray(0, 10))).body).toMatchObject({
      received: 10,
      fileName: 'kế hoạch.pdf',
    });
    expect((await put(id, 10, PDF.subarray(10))).body).toMatchObject({
      received: PDF.length,
      size: PDF.length,
    });
    const { body } = await finish(id);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    const file = { fileName: 'kế hoạch.pdf', mediaType: 'application/pdf', size: PDF.length, sha256 };
    expect(body).toMatchObject({ uploadId: id, file, signatures: [], secrecy: [], alike: [] });
    expect((await finish(id)).body).toEqual(body);
    expect(kindOf(await put(id, PDF.length, new Uint8Array()))).toBe('upload_closed');

    const added = await test.ask('/api/evidence', { json: newDocument(id), cookie: focal });
    expect((added.body as Evidence).file).toEqual(file);
    expect(await leftOnDisk()).toContain(sha256);
    expect((await find(id)).status).toBe(404);
    const again = (await send('bản sao.pdf', PDF)).body as ReceivedFile;
    expect(again.alike).toMatchObject([{ because: 'same_file', evidenceId: (added.body as Evidence).id }]);
  });

  it('goes on where it stopped after a broken piece', async () => {
    const id = await beginOne();
    await put(id, 0, PDF.subarray(0, 20));
    const twice = await put(id, 0, PDF.subarray(0, 20));
    expect([twice.status, twice.body]).toMatchObject([
      409,
      { problem: { kind: 'upload_offset', received: 20 } },
    ]);
    expect(kindOf(await put(id, 30, PDF.subarray(30)))).toBe('upload_offset');
    expect((await find(id)).body).toMatchObject({ received: 20 });
    expect(kindOf(await finish(id))).toBe('upload_incomplete');
    await put(id, 20, PDF.subarray(20));
    expect((await finish(id)).status).toBe(200);
  });

  it('starts over where bytes were lost, instead of leaving a hole', async () => {
    const id = await beginOne();
    await put(id, 0, PDF.subarray(0, 20));
    await rm(join(test.deps.files.folder, 'uploads'), { recursive: true });
    expect((await find(id)).body).toMatchObject({ received: 0 });
    expect((await put(id, 20, PDF.subarray(20))).body).toMatchObject({ problem: { received: 0 } });
    expect((await put(id, 0, PDF)).body).toMatchObject({ received: PDF.length });
  });

  it('two at the same place at once: one is taken', async () => {
    const id = await beginOne();
    const answers = await Promise.all([put(id, 0, PDF.subarray(0, 9)), put(id, 0, PDF.subarray(0, 9))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('given up, nothing is left', async () => {
    const id = await beginOne();
    await put(id, 0, PDF);
    const before = (await leftOnDisk()).length;
    expect((await test.ask(`/api/uploads/${id}`, { method: 'DELETE', cookie: focal })).status).toBe(204);
    expect((await leftOnDisk()).length).toBe(before - 1);
    expect((await find(id)).status).toBe(404);
  });
});

describe('what is refused at the door', () => {
  it.each([
    ['an empty file', 'a.pdf', 0, 422, 'empty_file'],
    ['more than the limit', 'a.pdf', 4 * 1024 ** 3, 413, 'too_large'],
    ['a kind never taken, before a byte is sent', 'a.docm', 10, 422, 'macro'],
  ])('%s', async (_, fileName, size, status, kind) => {
    test.deps.uploadLimit = 2 * 1024 ** 3;
    const answer = await begin(fileName, size);
    test.deps.uploadLimit = 4 * 1024 ** 3;
    expect([answer.status, kindOf(answer)]).toEqual([status, kind]);
    expect(await rowsLeft()).toHaveLength(await countUsed());
  });

  it('more than was announced, more than 8 MiB at once, pasted text', async () => {
    const id = await beginOne('a.pdf', 20 * 1024 * 1024);
    const huge = await put(id, 0, new Uint8Array(8 * 1024 * 1024 + 1));
    expect([huge.status, kindOf(huge)]).toEqual([413, 'too_large']);
    const text = await test.ask(`/api/uploads/${id}/bytes?from=0`, {
      method: 'PUT',
      json: { text: 'a' },
      cookie: focal,
    });
    expect(text.status).toBe(415);
    const small = await beginOne('a.pdf', 5);
    expect(kindOf(await put(small, 0, new Uint8Array(6)))).toBe('upload_overrun');
  });

  it('a disk that is full, counting what others have announced', async () => {
    const { findRoom } = test.deps.files;
    test.deps.files.findRoom = async () => 1000;
    expect((await begin('a.pdf', 600)).status).toBe(200);
    const second = await begin('b.pdf', 600, other);
    expect([second.status, kindOf(second)]).toEqual([503, 'no_room']);
    test.deps.files.findRoom = findRoom;
  });

  it('a fifty-first upload of one person, and only of that person', async () => {
    for (let count = 0; count < 50; count += 1) await beginOne();
    const answer = await begin('a.pdf', 10);
    expect([answer.status, kindOf(answer)]).toEqual([429, 'too_many_uploads']);
    expect((await begin('a.pdf', 10, other)).status).toBe(200);
  });

  it("another's upload, whoever asks for it, and a person who only looks", async () => {
    const id = await beginOne();
    await put(id, 0, PDF);
    const asked = [
      find(id, other),
      put(id, 0, PDF, other),
      finish(id, other),
      test.ask(`/api/uploads/${id}`, { method: 'DELETE', cookie: other }),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const json = newDocument(id);
    expect(kindOf(await test.ask('/api/evidence', { json, cookie: other }))).toBe('upload_unknown');
    expect((await begin('a.pdf', 10, viewer)).status).toBe(403);
    expect((await find(id, viewer)).status).toBe(403);
  });
});

const countUsed = async () =>
  (await test.database.asSuperuser("select id from upload where status = 'used'")).length;

describe('what is refused once it is there, with nothing stored', () => {
  it.each(hostileEvidence)('%s', { timeout: 30_000 }, async (_, fileName, kind, make) => {
    const before = await leftOnDisk();
    const answer = await send(fileName, await make());
    expect(kindOf(answer)).toBe(kind);
    expect(answer.status).toBeGreaterThanOrEqual(413);
    expect(await leftOnDisk()).toEqual(before);
    expect(await rowsLeft()).toHaveLength(await countUsed());
  });
});

describe('with a scanner', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamdDouble();
  });
  afterAll(async () => {
    delete test.deps.clamd;
    await clamd.stop();
  });

  it('a virus is refused by its name and nothing is stored', async () => {
    test.deps.clamd = clamd.address;
    const before = await leftOnDisk();
    const answer = await send('eicar.txt', Buffer.from(EICAR));
    expect([answer.status, answer.body]).toMatchObject([
      422,
      {
        problem: {
          kind: 'virus',
          name: 'Eicar-Test-Signature',
          vi: expect.stringContaining('Eicar-Test-Signature'),
        },
      },
    ]);
    expect(await leftOnDisk()).toEqual(before);
    expect(await rowsLeft()).toHaveLength(await countUsed());
    expect((await send('a.pdf', PDF)).status).toBe(200);
  });

  it('that does not answer, nothing becomes evidence, and it may be tried again without sending again', async () => {
    test.deps.clamd = '127.0.0.1:1';
    const id = await beginOne();
    await put(id, 0, PDF);
    const answer = await finish(id);
    expect([answer.status, kindOf(answer)]).toEqual([503, 'scan_unreachable']);
    const json = newDocument(id);
    expect(kindOf(await test.ask('/api/evidence', { json, cookie: focal }))).toBe('upload_unknown');
    test.deps.clamd = clamd.address;
    expect((await finish(id)).status).toBe(200);
  });
});
