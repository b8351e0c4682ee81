import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document.ts';

describe('a workbook', () => {
  it('gives a table a sheet: numbers as typed, days, merged cells, cached results, hidden sheets marked', async () => {
    const day = new Date(Date.UTC(2026, 5, 30));
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Phụ lục',
          rows: [
            ['Phụ lục', null, null],
            ['STT', 'Nội dung', 'Điểm'],
            ['1', 'Kế hoạch', 0.85],
            ['2', null, 0.1 + 0.2],
            [null, 'Hạn', null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
            { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
          ],
          cells: new Map([['4,2', { value: day, style: { numFmt: 'dd/mm/yyyy' } }]]),
        },
        { name: 'Mã', hidden: true, rows: [['x']] },
      ],
    });
    const result = await readDocument(new Uint8Array(bytes), 'phu-luc.xlsx');
    if ('kind' in result) throw new Error(result.kind);
    const texts = result.blocks.map(
      (block) => block.kind === 'table' && block.rows.map((row) => row.cells.map(({ text }) => text)),
    );
    expect(texts).toEqual([
      [
        ['Phụ lục'],
        ['STT', 'Nội dung', 'Điểm'],
        ['1', 'Kế hoạch', '0.85'],
        ['2', 'Kế hoạch', '0.3'],
        ['', 'Hạn', '30/06/2026'],
      ],
      [['x']],
    ]);
    expect(result.blocks).toMatchObject([
      {
        name: 'Phụ lục',
        rows: [
          { cells: [{ span: 3, place: { sheet: 'Phụ lục', row: 1, column: 1 } }] },
          {},
          {},
          { cells: [{}, { isMergedFromAbove: true }, {}] },
          {},
        ],
      },
      { name: 'Mã', isHidden: true },
    ]);
  });
});
