import { describe, expect, it } from 'vitest';
import { checkRows, readBlock, tidyValues } from './check-rows.ts';
import type { Column } from './register.ts';

const column = (key: string, title: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  key,
  title,
  kind,
  isRequired: false,
  ...more,
});
const REGISTER = {
  columns: [
    column('month', 'Tháng', 'month', { isRequired: true }),
    column('outgoing', 'Văn bản đi', 'number', { decimals: 0, unit: 'văn bản', isRequired: true }),
    column('kind', 'Loại', 'choice', { choices: [{ key: 'paper', title: 'Văn bản giấy' }] }),
    column('note', 'Ghi chú', 'long_text'),
  ],
};
const DEPARTMENTS = [
  { id: 'culture', name: 'Phòng Văn hóa - Xã hội' },
  { id: 'office', name: 'Văn phòng HĐND và UBND' },
];
const read = (cells: string[][], more: Partial<Parameters<typeof readBlock>[2]> = {}) =>
  readBlock(REGISTER, cells, { departments: DEPARTMENTS, ...more });

describe('a block of cells', () => {
  it.each<[string, string[][], Partial<Parameters<typeof readBlock>[2]>, unknown[]]>([
    [
      'goes by its headings, in whatever order and letters they stand',
      [
        ['VĂN BẢN ĐI', 'tháng'],
        ['1.013', '9/2026'],
      ],
      {},
      [{ departmentId: null, values: { month: '2026-09', outgoing: 1013 } }],
    ],
    [
      'takes a heading with the unit or the star of exports',
      [
        ['Tháng *', 'Văn bản đi (văn bản)'],
        ['T9/2026', '12'],
      ],
      {},
      [{ departmentId: null, values: { month: '2026-09', outgoing: 12 } }],
    ],
    [
      'goes in order without headings',
      [['9/2026', '12', 'văn bản giấy', 'một\nhai']],
      {},
      [{ departmentId: null, values: { month: '2026-09', outgoing: 12, kind: 'paper', note: 'một\nhai' } }],
    ],
    [
      'passes over empty rows and cells beyond the last column',
      [
        ['', ' '],
        ['9/2026', '12', '', '', 'thừa'],
      ],
      {},
      [{ departmentId: null, values: { month: '2026-09', outgoing: 12 } }],
    ],
    [
      'gives every row the department of the person, except where it names one',
      [
        ['Tháng', 'Văn bản đi', 'Đơn vị'],
        ['9/2026', '1', ''],
        ['9/2026', '2', 'phòng văn hóa - xã hội'],
      ],
      { departmentId: 'office' },
      [
        { departmentId: 'office', values: { month: '2026-09', outgoing: 1 } },
        { departmentId: 'culture', values: { month: '2026-09', outgoing: 2 } },
      ],
    ],
  ])('%s', (_, cells, more, rows) => {
    expect(read(cells, more)).toEqual({ rows, faults: [], unknownHeadings: [] });
  });

  it.each<[string, string[][], Partial<Parameters<typeof readBlock>[2]>, [number, string, string?][]]>([
    [
      'a word where a number must be',
      [
        ['9/2026', '12'],
        ['10/2026', 'mười'],
      ],
      {},
      [[1, 'outgoing', 'mười']],
    ],
    [
      'a month that is not, and a part of a count',
      [['13/2026', '1,5']],
      {},
      [
        [0, 'month', '13/2026'],
        [0, 'outgoing', '1,5'],
      ],
    ],
    ['a choice nobody knows', [['9/2026', '1', 'khác']], {}, [[0, 'kind', 'khác']]],
    ['an empty cell that must not be', [['9/2026', '']], {}, [[0, 'outgoing', '']]],
    [
      'a required column that is not in the block, once a row',
      [
        ['Tháng', 'Ghi chú'],
        ['9/2026', 'a'],
        ['10/2026', 'b'],
      ],
      {},
      [
        [0, 'outgoing'],
        [1, 'outgoing'],
      ],
    ],
    ['a required column before the first cell', [['12']], { fromColumn: 1 }, [[0, 'month']]],
    [
      'a department that is not there',
      [
        ['Tháng', 'Văn bản đi', 'Đơn vị'],
        ['9/2026', '1', 'Phòng Không Có'],
      ],
      {},
      [[0, 'department', 'Phòng Không Có']],
    ],
  ])('marks %s, and keeps the rest of the row to be corrected', (_, cells, more, faults) => {
    const block = read(cells, more);
    expect(
      block.faults.map(({ row, column: key, written }) =>
        written === undefined ? [row, key] : [row, key, written],
      ),
    ).toEqual(faults);
    for (const { row, column: key, vi, en } of block.faults) {
      expect(block.rows[row]?.values).not.toHaveProperty(key);
      expect([vi, en].every((sentence) => /\.$/u.test(sentence))).toBe(true);
    }
  });

  it('tells headings no column has, and takes a first row for data where it names too few columns', () => {
    const half = [
      ['Tháng', 'Văn bản đi', 'Cột lạ'],
      ['9/2026', '1', 'x'],
    ];
    expect(read(half).unknownHeadings).toEqual(['Cột lạ']);
    expect(read([['Ghi chú', 'a', 'b', 'c']]).rows).toHaveLength(1);
  });

  it('reads a point of a workbook as a decimal point where a column keeps thousandths', () => {
    const register = { columns: [column('share', 'Tỷ lệ', 'number', { decimals: 3 })] };
    const value = (isWorkbook: boolean) =>
      readBlock(register, [['1.234']], { departments: [], isWorkbook }).rows[0]?.values.share;
    expect([value(true), value(false)]).toEqual([1.234, 1234]);
  });
});

describe('rows about to be kept', () => {
  it.each([
    ['a row that is right', { month: '2026-09', outgoing: 3 }, []],
    ['a required cell left out', { month: '2026-09' }, ['outgoing']],
    ['a text where a number is kept', { month: '2026-09', outgoing: '3' }, ['outgoing']],
    ['a number without end', { month: '2026-09', outgoing: Number.POSITIVE_INFINITY }, ['outgoing']],
    ['a month that is none', { month: '2026-13', outgoing: 3 }, ['month']],
    ['a column the register does not have', { month: '2026-09', outgoing: 3, stray: 1 }, ['stray']],
  ])('%s', (_, values, faulty) => {
    expect(checkRows(REGISTER, [{ values }]).map(({ column: key }) => key)).toEqual(faulty);
  });

  it('are composed, trimmed, and without empty cells', () => {
    const values = { note: ' Đ\u0061\u0323t ', kind: '', month: null, outgoing: 0 };
    expect(tidyValues(values)).toEqual({ note: 'Đạt', outgoing: 0 });
  });
});
