import { describe, expect, it } from 'vitest';
import type { DocumentMetadata } from '#core/evidence/evidence.ts';
import { readFacts, readPage, type WrittenFacts, writeFacts } from './written-facts.ts';

const metadata: DocumentMetadata = {
  codeNumber: '05',
  codeNotation: 'KH-UBND',
  issuedDate: '2026-01-15',
  organName: 'UBND phường Hồ Sen',
  typeName: 'Kế hoạch',
  subject: '',
  fullName: '',
  position: '',
  pageAmount: 12,
};
const facts = { title: 'Kế hoạch 05/KH-UBND', text: '', metadata, effectiveOn: null };

describe('the form of a piece of evidence', () => {
  it('gives back what it was filled from', () => {
    expect(readFacts('document', writeFacts(facts))).toEqual(facts);
  });

  it.each<
    [sentence: string, kind: 'document' | 'explanation', typed: Partial<WrittenFacts>, faults: string[]]
  >([
    ['a name of two letters is none', 'document', { title: ' KH ' }, ['title titleShort']],
    ['a day that is none is told', 'document', { issued: '30/2/2026' }, ['issued dayWrong']],
    ['so is a wrong day of effect', 'document', { effective: 'mai' }, ['effective dayWrong']],
    ['pages are counted in whole numbers', 'document', { pages: '1,5' }, ['pages pagesWrong']],
    ['an explanation needs words', 'explanation', { text: 'chưa có' }, ['text wordsShort']],
    ['a document does not', 'document', { text: '' }, []],
    [
      'all that is wrong is told at once',
      'document',
      { title: '', pages: '0' },
      ['title titleShort', 'pages pagesWrong'],
    ],
  ])('%s', (_, kind, typed, expected) => {
    const read = readFacts(kind, { ...writeFacts(facts), ...typed });
    expect(Array.isArray(read) ? read.map(({ field, says }) => `${field} ${says}`) : []).toEqual(expected);
  });
});

describe('the page of an anchor', () => {
  it.each<[sentence: string, typed: string, pages: number | null, expected: number | null | undefined]>([
    ['may be left open', '  ', 12, null],
    ['is one of the document', '4', 12, 4],
    ['is not beyond its end', '13', 12, undefined],
    ['is anything where the number of pages is not known', '400', null, 400],
    ['is no word', 'bốn', 12, undefined],
    ['begins at one', '0', 12, undefined],
  ])('%s', (_, typed, pages, expected) => {
    expect(readPage(typed, pages)).toBe(expected);
  });
});
