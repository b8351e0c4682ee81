import { PDF } from '@libpdf/core';
import { describe, expect, it } from 'vitest';
import { readDer, readOid } from './der.ts';
import { plainPdf, signPdf } from './fixtures/signed-pdf.ts';
import { readPdfFacts } from './pdf-signatures.ts';
import { findPdfFacts } from './read-pdf-facts.ts';
import { checkSignedData } from './signed-data.ts';

const wholes = async (bytes: Uint8Array) =>
  (await readPdfFacts(bytes)).signatures.map(({ isWhole }) => isWhole);

/** The file with one byte of its first object changed, which no reader would notice. */
function tamper(bytes: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes);
  changed[changed.indexOf(0x0a) - 1]! ^= 1;
  return changed;
}

async function grow(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.addPage();
  return pdf.save({ incremental: true });
}

describe('signatures of a PDF', () => {
  it('says who signed, by whose word, and when', async () => {
    const facts = await readPdfFacts(await signPdf(await plainPdf(3)));
    expect(facts).toEqual({
      pages: 3,
      signatures: [
        {
          signer: 'Cán bộ ký số phường Hồ Sen',
          issuer: 'Cán bộ ký số phường Hồ Sen',
          signedAt: '2026-01-15T01:30:00Z',
          isWhole: true,
        },
      ],
    });
  });

  const CASES: [string, () => Promise<Uint8Array>, boolean[]][] = [
    ['no signature', () => plainPdf(), []],
    [
      'two: the second vouches for what came after the first',
      async () => signPdf(await signPdf(await plainPdf())),
      [true, true],
    ],
    ['one byte changed under the signature', async () => tamper(await signPdf(await plainPdf())), [false]],
    ['a page added after it', async () => grow(await signPdf(await plainPdf())), [false]],
    [
      'a page added between two signatures: the later one vouches for it',
      async () => signPdf(await grow(await signPdf(await plainPdf()))),
      [true, true],
    ],
    [
      'a page added after both',
      async () => grow(await signPdf(await signPdf(await plainPdf()))),
      [false, false],
    ],
  ];
  it.each(CASES)('%s', async (_, make, expected) => {
    expect(await wholes(await make())).toEqual(expected);
  });

  it('is read in a thread of its own, which a file that is none does not bring down', async () => {
    const limits = { seconds: 20, heap: 128 };
    expect(await findPdfFacts(await signPdf(await plainPdf()), limits)).toMatchObject({ pages: 1 });
    expect(await findPdfFacts(new Uint8Array([1, 2, 3]), limits)).toBeUndefined();
  });
});

describe('the structure of a signature', () => {
  it.each([
    ['nothing', []],
    ['a length beyond the end', [0x30, 0x7f, 0x01]],
    ['a length of lengths beyond all files', [0x30, 0x88, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['an open length that is never closed', [0x30, 0x80, 0x02, 0x01, 0x05]],
    ['elements nested without end', Array.from({ length: 400 }, () => [0x30, 0x80]).flat()],
  ])('is refused: %s', (_, bytes) => {
    expect(readDer(new Uint8Array(bytes))).toBeUndefined();
    expect(checkSignedData(new Uint8Array(bytes), [])).toMatchObject({ signer: '', isIntact: false });
  });
  it('reads identifiers and open lengths', () => {
    const open = readDer(new Uint8Array([0x30, 0x80, 0x06, 0x03, 0x2a, 0x86, 0x48, 0, 0, 0xff]));
    expect(open?.bytes.length).toBe(9);
    expect(readOid(open?.children[0])).toBe('1.2.840');
  });
});
