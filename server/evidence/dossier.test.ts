import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { documentMetadataSchema, type Evidence, type NewEvidence } from '#core/evidence/evidence.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { zipDossier } from './dossier-zip.ts';
import { newDocument, receiveFile } from './test-upload.ts';

let test: TestApp;
let focal: string;
let leader: string;
let leaves: AnnexRow[];
let parts: Map<string, Buffer>;

const openZip = promisify<Buffer, object, ZipFile>(fromBuffer);

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes, { lazyEntries: true });
  const openStream = promisify(zip.openReadStream.bind(zip)) as (
    entry: object,
  ) => Promise<NodeJS.ReadableStream>;
  const unpacked = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject).on('end', () => resolve(unpacked));
    zip.on('entry', (entry: { fileName: string }) => {
      openStream(entry)
        .then(buffer)
        .then((content) => unpacked.set(entry.fileName, content))
        .then(() => zip.readEntry())
        .catch(reject);
    });
    zip.readEntry();
  });
}

const linkTo = (leaf: AnnexRow, page: number) => ({
  target: 'criterion' as const,
  targetId: leaf.id,
  page,
  section: 'mục II.2',
  note: '',
});
async function add(text: string, change: Partial<NewEvidence>): Promise<Evidence> {
  const uploadId = change.kind ? null : await receiveFile(test, focal, new TextEncoder().encode(text));
  const answer = await test.ask('/api/evidence', { json: newDocument(uploadId, change), cookie: focal });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Evidence;
}
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  leader = await test.join(focal, 'leader');
  leaves = (await confirmPlan(test, focal)).filter(({ isLeaf }) => isLeaf);
  const metadata = {
    ...documentMetadataSchema.parse({}),
    codeNumber: '05',
    codeNotation: 'BC-UBND',
    issuedDate: '2026-06-15',
    typeName: 'Báo cáo',
  };
  const title = 'Báo cáo 05/BC-UBND: <script>alert("x")</script>';
  await add('báo cáo', {
    title,
    metadata,
    effectiveOn: '2027-01-01',
    links: [linkTo(leaves[2]!, 7), linkTo(leaves[0]!, 4)],
  });
  await add('báo cáo khác', { title: 'Báo cáo khác', links: [linkTo(leaves[0]!, 1)] });
  await add('chưa gắn', { title: 'Chưa gắn' });
  await add('', {
    kind: 'nothing_arose',
    title: 'Không phát sinh',
    text: 'Trong năm không phát sinh.',
    links: [linkTo(leaves[1]!, 1)],
  });
  const returned = await add('trả lại', { title: 'Trả lại', links: [linkTo(leaves[0]!, 1)] });
  const json = { status: 'returned', reason: 'Sai tệp', version: 1 };
  await test.ask(`/api/evidence/${returned.id}/decision`, { json, cookie: leader });
  const answer = await test.app.request('/api/dossier.zip', {
    headers: { cookie: leader, 'x-parindex': '1' },
  });
  expect(answer.headers.get('content-disposition')).toContain(
    'attachment; filename="Ho so kiem chung 2026.zip"',
  );
  parts = await unpack(Buffer.from(await answer.arrayBuffer()));
});
afterAll(() => test.close());

describe('the dossier', () => {
  it('holds each file once, in the folder of the first leaf it proves', () => {
    expect([...parts.keys()]).toEqual([
      'SHA256SUMS',
      'index.html',
      'chi-muc.xlsx',
      `${leaves[0]!.code}/01 Báo cáo 05-BC-UBND- -script-alert(-x-)-script.pdf`,
      `${leaves[0]!.code}/02 Báo cáo khác.pdf`,
      'Chưa gắn tiêu chí/01 Chưa gắn.pdf',
    ]);
  });

  it('has the hash of every other part, as sha256sum reads them', () => {
    const lines = parts.get('SHA256SUMS')!.toString().trimEnd().split('\n');
    const sums = new Map(
      lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/u.exec(line)!.slice(1).toReversed() as [string, string]),
    );
    const others = [...parts].filter(([path]) => path !== 'SHA256SUMS');
    expect([...sums]).toEqual(others.map(([path, bytes]) => [path, hashOf(bytes)]));
  });

  it('has a page that needs no network, runs nothing and links to every file at its page', () => {
    const page = parts.get('index.html')!.toString();
    expect(page).not.toMatch(/<script|https?:\/\/|src=|@import/u);
    expect(page).toContain('&lt;script&gt;');
    const hrefs = [...page.matchAll(/href="([^"#]+)(#page=\d+)?"/gu)].map(([, href = '']) =>
      decodeURIComponent(href),
    );
    expect(hrefs.filter((href) => !parts.has(href))).toEqual([]);
    expect([...parts.keys()].filter((path) => /\//u.test(path) && !hrefs.includes(path))).toEqual([]);
    for (const words of [
      '#page=4',
      '#page=7',
      'trang 7, mục II.2',
      'Báo cáo 05/BC-UBND ngày 15/06/2026',
      'Có hiệu lực sau năm đánh giá',
      'Trong năm không phát sinh.',
      hashOf('báo cáo'),
      'Quy tắc',
      'Cách tính',
    ])
      expect(page, words).toContain(words);
    expect(page).not.toContain('Trả lại');
    for (const { code } of leaves) expect(page).toContain(`<h3>${code} `);
  });

  it('has a workbook with the same, a line a proof', async () => {
    const source = await readDocument(new Uint8Array(parts.get('chi-muc.xlsx')!), 'chi-muc.xlsx');
    const text = JSON.stringify(source);
    for (const words of [
      'CHỈ MỤC HỒ SƠ KIỂM CHỨNG NĂM 2026',
      hashOf('báo cáo'),
      'trang 4, mục II.2',
      leaves[40]!.code,
    ])
      expect(text).toContain(words);
  });

  it('is only for those who may', async () => {
    const viewer = await test.join(focal, 'viewer');
    expect((await test.ask('/api/dossier.zip', { cookie: viewer })).status).toBe(403);
  });
});

describe('the stream of a dossier', () => {
  const partOf = (content: string, sha256: string) => ({
    path: 'a.pdf',
    sha256,
    size: content.length,
    open: async () => new Blob([content]).stream(),
  });
  const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).arrayBuffer();

  it('breaks off at bytes that are not those of the hash, or not there', async () => {
    await expect(read(zipDossier([partOf('x', hashOf('x'))], new Date()))).resolves.toBeDefined();
    await expect(read(zipDossier([partOf('x', hashOf('y'))], new Date()))).rejects.toThrow(
      'not what its hash says',
    );
    const gone = { ...partOf('x', ''), open: () => Promise.reject(new Error('gone')) };
    await expect(read(zipDossier([gone], new Date()))).rejects.toThrow('gone');
  });

  it('stops reading when nobody listens any more', async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel() {
        isCancelled = true;
      },
    });
    const part = { path: 'a.pdf', sha256: '', size: 2 ** 31, open: async () => endless };
    const reader = zipDossier([part], new Date()).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => isCancelled).toBe(true);
  });
});
