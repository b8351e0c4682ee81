import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { explainDocumentRefusal } from '#core/reading/document-refusal.ts';
import { readDocument } from './read-document.ts';

async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const word = 'word/document.xml';
const xml = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const plain = xml('<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>');
const docx = (document: string | Buffer, more: Record<string, string | Buffer> = {}) =>
  zip({ '[Content_Types].xml': '<Types/>', [word]: document, ...more });

/** Overwrites bytes of an archive after every place where a mark stands. */
function forged(
  archive: Buffer,
  mark: number[],
  offset: number,
  write: (at: number, copy: Buffer) => void,
): Buffer {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(Buffer.from(mark)); at >= 0; at = copy.indexOf(Buffer.from(mark), at + 4))
    write(at + offset, copy);
  return copy;
}
const directory = [0x50, 0x4b, 0x01, 0x02];
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${plain.slice(21)}`;
// Every tag differs, so that the nesting and not the ratio is what is refused.
const deep =
  Array.from({ length: 20_000 }, (_, at) => `<w:sdt w:id="${(at * 7919) % 100_003}">`).join('') +
  '</w:sdt>'.repeat(20_000);
const forgedName = (name: string) =>
  docx(plain, { 'word/aaaaaaaaaa.xml': '<a/>' }).then((archive) =>
    Buffer.from(archive.toString('latin1').replaceAll('word/aaaaaaaaaa.xml', name), 'latin1'),
  );

const hostile: [string, string, string, () => Promise<Buffer> | Buffer][] = [
  ['nothing at all', 'a.docx', 'empty', () => Buffer.alloc(0)],
  ['200 MB', 'a.docx', 'too_large', () => Buffer.alloc(200 * 1024 * 1024)],
  [
    'a part that unpacks a thousandfold',
    'a.docx',
    'zip_bomb',
    () => docx(Buffer.alloc(60 * 1024 * 1024, 0x20)),
  ],
  [
    'a size declared too small',
    'a.docx',
    'unsafe_archive',
    async () => forged(await docx(plain.repeat(50)), directory, 24, (at, copy) => copy.writeUInt32LE(10, at)),
  ],
  ['a part named ../', 'a.docx', 'unsafe_archive', () => forgedName('../../aaaaaaaaa.xml')],
  ['a part with an absolute name', 'a.docx', 'unsafe_archive', () => forgedName('/etc/aaaaaaaaaa.xml')],
  ['two parts of one name', 'a.docx', 'unsafe_archive', () => docx(plain, { 'Word/Document.xml': plain })],
  [
    'overlapping parts',
    'a.docx',
    'unsafe_archive',
    async () =>
      forged(await docx(plain, { 'word/styles.xml': plain }), directory, 42, (at, copy) =>
        copy.writeUInt32LE(0, at),
      ),
  ],
  [
    'more than 2,000 parts',
    'a.docx',
    'unsafe_archive',
    () =>
      docx(plain, Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`word/${at}.xml`, '<a/>']))),
  ],
  [
    'an encrypted archive',
    'a.docx',
    'password_protected',
    async () => forged(await docx(plain), directory, 8, (at, copy) => copy.writeUInt16LE(1, at)),
  ],
  ['a billion laughs', 'a.docx', 'forbidden_xml', () => docx(laughs)],
  ['nesting 20,000 deep', 'a.docx', 'forbidden_xml', () => docx(xml(deep))],
  [
    'nesting 20,000 deep in a workbook',
    'a.xlsx',
    'forbidden_xml',
    () => zip({ 'xl/workbook.xml': xml(deep) }),
  ],
  [
    'nesting 20,000 deep in a page',
    'a.html',
    'forbidden_xml',
    () => Buffer.from(`<html>${'<div>'.repeat(20_000)}`),
  ],
  ['a file cut short', 'a.docx', 'damaged', async () => (await docx(plain.repeat(40))).subarray(0, 200)],
  [
    'broken compressed data',
    'a.docx',
    'damaged',
    async () =>
      forged(await docx(plain.repeat(40)), [0x50, 0x4b, 0x03, 0x04], 60, (at, copy) =>
        copy.fill(0xff, at, at + 20),
      ),
  ],
  ['broken XML', 'a.docx', 'damaged', () => docx('<w:document><w:body><w:p></w:body>')],
  ['macros', 'a.docx', 'macro', () => docx(plain, { 'word/vbaProject.bin': 'x' })],
  [
    'a type for macros',
    'a.docx',
    'macro',
    () =>
      zip({
        [word]: plain,
        '[Content_Types].xml': '<Types a="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
  ],
  ['a name for macros', 'a.docm', 'macro', () => docx(plain)],
  ['a password on a .docx', 'a.docx', 'password_protected', () => ole('EncryptedPackage')],
  ['an old workbook', 'a.xlsx', 'wrong_type', () => ole('Workbook')],
  [
    'a picture named .docx',
    'a.docx',
    'wrong_type',
    () => Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex'),
  ],
  ['a web page named .docx', 'a.docx', 'wrong_type', () => Buffer.from('<!doctype html><p>Kế hoạch')],
  ['a document named .xlsx', 'a.xlsx', 'wrong_type', () => docx(plain)],
  ['a document named .txt', 'a.txt', 'wrong_type', () => docx(plain)],
  ['a .docx named .doc', 'a.doc', 'wrong_type', () => docx(plain)],
  [
    'random bytes named .docx',
    'a.docx',
    'wrong_type',
    () => deflateRawSync(readFileSync(import.meta.filename)),
  ],
  [
    'random bytes named .txt',
    'a.txt',
    'wrong_type',
    () => deflateRawSync(readFileSync(import.meta.filename)),
  ],
  [
    'random bytes behind the mark of a PDF',
    'a.pdf',
    'damaged',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), deflateRawSync(readFileSync(import.meta.filename))]),
  ],
  ['a kind of file nobody reads', 'a.odt', 'unsupported', () => docx(plain)],
  ['a document without a word', 'a.docx', 'no_text', () => docx(xml('<w:p/>'))],
  ['white space', 'a.txt', 'no_text', () => Buffer.from(' \n\t\n')],
];

describe('a file that must not be read', () => {
  it.each(hostile)(
    '%s is refused at once with a sentence',
    { timeout: 15_000 },
    async (_, fileName, kind, make) => {
      const bytes = await make();
      const memory = process.memoryUsage().rss;
      const start = performance.now();
      const result = await readDocument(bytes, fileName);
      const took = performance.now() - start;
      const grown = (process.memoryUsage().rss - memory) / 1024 / 1024;
      if (!('kind' in result)) throw new Error('It was read.');
      expect(result.kind).toBe(kind);
      const { vi, en, status } = explainDocumentRefusal(result);
      expect(vi).toMatch(/[ạảãàáđơư].*\.$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
      // A reading in a thread of its own first has to load its libraries; on a busy machine that takes longer.
      expect(took).toBeLessThan(fileName.endsWith('.pdf') ? 5000 : 1000);
      expect(grown).toBeLessThan(150);
    },
  );

  it('leaves an honest file readable afterwards', async () => {
    expect(await readDocument(await docx(plain), 'a.docx')).toMatchObject({ blocks: [{ text: 'Kế hoạch' }] });
  });
});
