import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainPdf, signPdf } from '#server/documents/fixtures/signed-pdf.ts';
import { readFileFacts } from './read-metadata.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-facts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function docxOf(...lines: string[]): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

async function factsOf(bytes: Uint8Array, fileName: string, mediaType: string) {
  const path = join(folder, 'part');
  await writeFile(path, bytes);
  return readFileFacts(path, { fileName, mediaType, size: bytes.length });
}

const HEAD = [
  'ỦY BAN NHÂN DÂN',
  'PHƯỜNG HỒ SEN',
  'Số: 05/KH-UBND',
  'Hồ Sen, ngày 15 tháng 01 năm 2026',
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2026',
];

it('reads what identifies a Word document, and its mark of secrecy', async () => {
  expect(await factsOf(docxOf('MẬT', ...HEAD), 'kế hoạch.docx', DOCX)).toMatchObject({
    metadata: {
      codeNumber: '05',
      codeNotation: 'KH-UBND',
      issuedDate: '2026-01-15',
      organName: 'Ủy ban nhân dân phường Hồ Sen',
      typeName: 'Kế hoạch',
      subject: 'Cải cách hành chính năm 2026',
    },
    signatures: [],
    secrecy: ['MẬT'],
  });
});

it('tells pages and signatures of a PDF without text', async () => {
  const facts = await factsOf(await signPdf(await plainPdf(2)), 'quét.pdf', 'application/pdf');
  expect(facts.metadata).toMatchObject({ pageAmount: 2, codeNumber: '' });
  expect(facts.signatures).toMatchObject([{ signer: 'Cán bộ ký số phường Hồ Sen', isWhole: true }]);
});

it.each([
  ['a broken PDF', '%PDF-1.7 1 0 obj', 'hỏng.pdf', 'application/pdf'],
  ['a broken Word file', 'PK\u0003\u0004', 'hỏng.docx', DOCX],
  ['a picture', 'ảnh', 'ảnh.jpg', 'image/jpeg'],
])('says nothing of %s, and refuses nothing', async (_, text, fileName, mediaType) => {
  const facts = await factsOf(new TextEncoder().encode(text), fileName, mediaType);
  expect(facts).toMatchObject({ metadata: { codeNumber: '', typeName: '' }, signatures: [], secrecy: [] });
});
