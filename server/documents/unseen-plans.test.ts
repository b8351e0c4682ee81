import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readPlan } from '#core/reading/read-plan.ts';
import { docx } from './fixtures/hostile-files.ts';
import { readDocument } from './read-document.ts';

async function planOf(bytes: Uint8Array, fileName: string) {
  const source = await readDocument(bytes, fileName);
  if (!('blocks' in source)) throw new Error(`refused: ${source.kind}`);
  return readPlan(source);
}
type Plan = Awaited<ReturnType<typeof planOf>>;
const rowsOf = ({ criteria }: Plan) =>
  criteria.map(({ code, maxPoints, lastPoints }) => [code, maxPoints, lastPoints]);

const titles = [
  'Công tác chỉ đạo',
  'Kế hoạch năm',
  'Ban hành đúng hạn',
  'Hoàn thành nhiệm vụ',
  'Cải cách thể chế',
];
const expected = [
  ['I', 300, 250],
  ['I.1', 300, 250],
  ['I.1.1', 150, 100],
  ['I.1.2', 150, 150],
  ['II', 200, 185],
];

describe('an annex as people hand it in', () => {
  it('in a workbook: title rows above, two merged heading rows, numbers as numbers, a note below', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Phụ lục',
          rows: [
            ['PHỤ LỤC', null, null, null, null],
            ['Mục tiêu Chỉ số CCHC năm 2026 của phường Hồ Sen', null, null, null, null],
            [null, null, null, null, null],
            ['STT', 'Tiêu chí', 'Điểm số', null, 'Đơn vị chủ trì'],
            [null, null, 'Điểm tối đa', 'Điểm năm 2025', null],
            ['I', titles[0] ?? '', 3, 2.5, 'Văn phòng HĐND và UBND'],
            [1, titles[1] ?? '', 3, 2.5, null],
            [1.1, titles[2] ?? '', 1.5, 1, null],
            [1.2, titles[3] ?? '', 1.5, 1.5, null],
            ['II', titles[4] ?? '', 2, 1.85, 'Phòng Kinh tế'],
            ['Ghi chú: điểm năm 2025 theo quyết định công bố của Thành phố.', null, null, null, null],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
            { startRow: 1, startCol: 0, endRow: 1, endCol: 4 },
            { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
            { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
            { startRow: 3, startCol: 2, endRow: 3, endCol: 3 },
            { startRow: 3, startCol: 4, endRow: 4, endCol: 4 },
          ],
        },
      ],
    });
    const plan = await planOf(new Uint8Array(bytes), 'phu-luc.xlsx');
    expect(rowsOf(plan)).toEqual(expected);
    expect(plan.criteria[2]?.units).toMatchObject([{ inheritedFrom: 'I' }]);
    expect(plan.unplaced.map(({ text }) => text)).toEqual([expect.stringContaining('Ghi chú')]);
  });

  it('on a page of a portal: the table inside two tables that only lay out the page', async () => {
    const labels = ['I', '1', '1.1', '1.2', 'II'];
    const rows = expected.map(([, max, last], at) => {
      const points = [max, last].map(
        (each) => `<td><p>${String(Number(each) / 100).replace('.', ',')}</p></td>`,
      );
      return `<tr><td>${labels[at]}</td><td>${titles[at]}</td>${points.join('')}</tr>`;
    });
    const annex = `<table border="1"><tr><th>TT</th><th>Nội dung tiêu chí</th><th>Điểm tối đa</th><th>Điểm đạt năm 2025</th></tr>${rows.join('')}</table>`;
    const page = `<html><body><table><tr><td>Trang chủ</td><td><table><tr><td><p>KẾ HOẠCH</p>${annex}</td></tr></table></td></tr></table></body></html>`;
    const plan = await planOf(Buffer.from(page), 'cong-thong-tin.html');
    expect(rowsOf(plan)).toEqual(expected);
  });

  it('in Word: the codes complete already, four columns', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const lines = [
      ['Mã', 'Tiêu chí', 'Điểm tối đa', 'Điểm năm 2025'],
      ...expected.map(([code, max, last], at) => [
        String(code),
        titles[at] ?? '',
        String(Number(max) / 100),
        String(Number(last) / 100),
      ]),
      ['I.1.1.1', 'Cấp thứ tư', '1', '1'],
    ];
    const table = `<w:tbl>${lines.map((line) => `<w:tr>${line.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    const bytes = await docx(`<w:document xmlns:w="w"><w:body>${table}</w:body></w:document>`);
    const plan = await planOf(bytes, 'phu-luc.docx');
    expect(rowsOf(plan)).toEqual(expected);
    expect(plan.unplaced).toMatchObject([{ reason: 'too_deep' }]);
  });
});
