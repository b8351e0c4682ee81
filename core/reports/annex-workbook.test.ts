import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { annexWorkbook, printedNumber } from './annex-workbook.ts';
import { wrappedLines } from './row-height.ts';

const row = (code: string, title: string, points: number): AnnexRow => ({
  id: code,
  parentId: null,
  code,
  level: (code.split('.').length as AnnexRow['level']) ?? 1,
  isLeaf: true,
  title,
  source: 'self',
  maxPoints: points,
  lastPoints: null,
  targetPoints: points,
  owners: [],
  ownerWords: '',
  tasks: 0,
  version: 1,
});

const workbook = annexWorkbook({
  unit: { id: 'u', name: 'phường Hồ Sen' },
  plan: { id: 'p', version: 3, year: 2026 },
  document: {},
  rows: [row('VII', '=1+1', 1250), row('VII.3', 'Một tiêu chí', 1250), row('VII.3.1', 'Thành phần', 1250)],
  tasks: [],
});
const [annex, , trace] = workbook.sheets;
const values = annex!.rows.map(({ cells }) => cells.map(({ value }) => value));

it.each([
  ['VII', 'VII'],
  ['VII.3', '3'],
  ['VII.3.1', '3.1'],
])('%s is printed as %s', (code, number) => {
  expect(printedNumber(code)).toBe(number);
});

describe('the annex as a workbook', () => {
  it('prints what the plan prints, with a title when the document has none', () => {
    expect(values[0]![0]).toBe('PHỤ LỤC CÁC CHỈ TIÊU CỤ THỂ NĂM 2026');
    expect(values[3]).toEqual([
      'STT',
      'Nội dung tiêu chí',
      'Điểm tối đa',
      'Điểm năm 2025',
      'Mục tiêu năm 2026',
      'Phân công trách nhiệm',
    ]);
    expect(values[4]).toEqual(['VII', '=1+1', 12.5, null, 12.5, null]);
    expect(values.at(-1)).toEqual([null, 'Tổng điểm', 12.5, 0, 12.5, null]);
  });

  it('says on a hidden sheet which row is which, of which version of the plan', () => {
    expect(trace).toMatchObject({ name: 'parindex', isHidden: true });
    const lines = trace!.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(lines[2]).toEqual(['plan', 'p', '3', '', '']);
    expect(lines[3]).toEqual(['criterion', 'VII', 'VII', 'Phụ lục', '5']);
  });
});

it.each([
  ['a short word', 'Kế hoạch', 20, 1],
  ['words that wrap', 'Kế hoạch cải cách hành chính', 16, 2],
  ['a word longer than the column', 'x'.repeat(40), 11, 4],
  ['lines of its own', 'một\nhai', 20, 2],
] as const)('%s takes its lines', (_, text, width, lines) => {
  expect(wrappedLines(text, width)).toBe(lines);
});
