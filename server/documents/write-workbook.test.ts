import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Workbook } from '#core/reports/workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const workbookOf = (text: string): Workbook => ({
  title: text,
  author: text,
  fontName: 'Times New Roman',
  fontSize: 12,
  sheets: [
    {
      name: 'Danh sách',
      columnWidths: [20],
      rows: [{ cells: [{ value: text, style: {} }] }],
      merges: [],
      frozenRows: 0,
    },
  ],
});

it.each([
  ['a formula', '=HYPERLINK("https://elsewhere.example","x")'],
  ['what ends a section of data', ']]><f>1</f>'],
  ['control characters', 'a\u0001b\u0008c\u001Fd'],
  ['characters that are none', 'a\uFFFEb\uFFFFc'],
])('text of a person stays text, and the file can be opened: %s', async (_, text) => {
  const files = unzipSync(await writeWorkbook(workbookOf(text)));
  const xml = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('');
  expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|_x00/u);
  expect(xml).not.toContain('<f>');
});
