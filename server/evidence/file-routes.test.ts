import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { newDocument, receiveFile } from './test-upload.ts';

let test: TestApp;
let focal: string;
let stranger: string;
let leaf: AnnexRow;
let evidence: Evidence;
const BYTES = new TextEncoder().encode('%PDF-1.7 0123456789');
const HASH = createHash('sha256').update(BYTES).digest('hex');
const OTHER_UNIT = '0192f0c1-2345-7abc-8def-0123456789ab';

/** One unit with a document, and an administrator of another unit. */
beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  leaf = (await confirmPlan(test, focal)).find(({ isLeaf }) => isLeaf)!;
  evidence = await keep(focal, BYTES);
  stranger = await test.join(focal, 'focal');
  const unit = "insert into unit (id, path, kind, name) values ($1, 'x', 'ward', 'phường Hồ Súng')";
  await test.database.asSuperuser(unit, [OTHER_UNIT]);
  await test.database.asSuperuser("update membership set unit_id = $1 where role = 'focal'", [OTHER_UNIT]);
});
afterAll(() => test.close());

async function keep(cookie: string, bytes: Uint8Array, file = {}): Promise<Evidence> {
  const link = { target: 'criterion' as const, targetId: leaf.id, page: 4, section: '', note: '' };
  const json = newDocument(await receiveFile(test, cookie, bytes, file), { links: [link] });
  return (await test.ask('/api/evidence', { json, cookie })).body as Evidence;
}
const file = (id = evidence.id, headers: Record<string, string> = {}, cookie = focal, method = 'GET') =>
  test.ask(`/api/evidence/${id}/file`, { headers, cookie, method });

describe('the file of a document', () => {
  it('comes with headers that let no browser run it', async () => {
    const { status, body, headers } = await file();
    expect([status, body]).toEqual([200, new TextDecoder().decode(BYTES)]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="ke hoach.pdf"; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch.pdf`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/u),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      'content-length': String(BYTES.length),
      'accept-ranges': 'bytes',
    });
  });

  it.each([
    ['a web page', 'trang.html', 'text/html'],
    ['a drawing that may hold a script', 'hình.svg', 'image/svg+xml'],
    [
      'a Word file',
      'văn bản.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('is only saved when it is %s', async (_, fileName, mediaType) => {
    const other = await keep(focal, new TextEncoder().encode(fileName), { fileName, mediaType });
    const { headers } = await file(other.id);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/u);
  });

  it.each([
    ['a part', { range: 'bytes=5-7' }, 206, '1.7', `bytes 5-7/${BYTES.length}`],
    [
      'the end',
      { range: 'bytes=-3' },
      206,
      '789',
      `bytes ${BYTES.length - 3}-${BYTES.length - 1}/${BYTES.length}`,
    ],
    ['what is beyond it', { range: 'bytes=500-' }, 416, '', `bytes */${BYTES.length}`],
    [
      'a part of another version',
      { range: 'bytes=5-7', 'if-range': '"x"' },
      200,
      '%PDF-1.7 0123456789',
      null,
    ],
    [
      'a part of this version',
      { range: 'bytes=5-7', 'if-range': `"${HASH}"` },
      206,
      '1.7',
      `bytes 5-7/${BYTES.length}`,
    ],
    ['what is there already', { 'if-none-match': `"${HASH}"` }, 304, '', null],
  ])('answers %s', async (_, headers, status, body, contentRange) => {
    const answer = await file(evidence.id, headers as Record<string, string>);
    expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([
      status,
      body,
      contentRange,
    ]);
  });

  it('is asked about without being sent', async () => {
    const { status, body, headers } = await file(evidence.id, {}, focal, 'HEAD');
    expect([status, body, headers.get('content-length')]).toEqual([200, '', String(BYTES.length)]);
  });
});

describe('another unit', () => {
  it('finds nothing, neither by id nor by hash, to read or to change', async () => {
    const link = { target: 'criterion', targetId: leaf.id, page: null, section: '', note: '' };
    const path = `/api/evidence/${evidence.id}`;
    const change = { title: 'Khác', text: '', metadata: evidence.metadata, effectiveOn: null, version: 1 };
    const json = (method: string, way: string, body: unknown) =>
      test.ask(way, { method, json: body, cookie: stranger });
    const answers = [
      await test.ask(path, { cookie: stranger }),
      await file(evidence.id, {}, stranger),
      await file(HASH, {}, stranger),
      await file(HASH, {}, focal),
      await file('..%2F..%2Fetc%2Fpasswd', {}, focal),
      await json('PATCH', path, change),
      await json('POST', `${path}/decision`, { status: 'accepted', reason: '', version: 1 }),
      await test.ask(`${path}?version=1`, { method: 'DELETE', cookie: stranger }),
      await json('POST', `${path}/links`, link),
      await test.ask('/api/evidence/completeness', { cookie: stranger }),
      await test.ask('/api/dossier.zip', { cookie: stranger }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await test.ask('/api/evidence', { cookie: stranger })).body).toEqual([]);
  });

  it('that gives the same bytes keeps them for itself, and removing them takes nothing from the first', async () => {
    await confirmPlan(test, stranger);
    const [own] = ((await test.ask('/api/criteria', { cookie: stranger })).body as AnnexRow[]).filter(
      ({ isLeaf }) => isLeaf,
    );
    const theirs = newDocument(await receiveFile(test, stranger, BYTES), {
      links: [{ target: 'criterion', targetId: leaf.id, page: null, section: '', note: '' }],
    });
    const foreign = await test.ask('/api/evidence', { json: theirs, cookie: stranger });
    expect((foreign.body as { problem: { kind: string } }).problem.kind).toBe('target_unknown');
    const links = [{ ...theirs.links[0]!, targetId: own!.id }];
    const kept = await test.ask('/api/evidence', { json: { ...theirs, links }, cookie: stranger });
    const { id } = kept.body as Evidence;
    expect((await file(id, {}, stranger)).status).toBe(200);
    expect((await file(id)).status).toBe(404);
    await test.ask(`/api/evidence/${id}?version=1`, { method: 'DELETE', cookie: stranger });
    await test.deps.files.remove(OTHER_UNIT, HASH);
    expect((await file(id, {}, stranger)).status).toBe(404);
    expect((await file()).status).toBe(200);
  });

  it('may not take another unit’s upload', async () => {
    const uploadId = await receiveFile(test, focal, BYTES);
    const answer = await test.ask('/api/evidence', { json: newDocument(uploadId), cookie: stranger });
    expect((answer.body as { problem: { kind: string } }).problem.kind).toBe('upload_unknown');
  });
});
