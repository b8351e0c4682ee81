import { sumByDepartment } from '#core/responsibility/responsibility.ts';
import {
  cellsOf,
  RESPONSIBILITY_HEADINGS,
  RESPONSIBILITY_TITLE,
  type ResponsibilityList,
  sayCounting,
  sayTotals,
  subjectOf,
  UNASSIGNED,
} from './responsibility-words.ts';
import { rowHeight } from './row-height.ts';
import { BODY, HEADING, mergedLine, SURE_SHARE, TITLE, UNDER_TITLE } from './sheet-frame.ts';
import type { CellStyle, SheetRow, Workbook, WorkbookSheet } from './workbook.ts';

const FONT_SIZE = 11;
const WIDTHS = [6, 24, 40, 20, 14, 14, 26, 32, 30];
const SUM_HEADINGS = [
  'STT',
  'Đơn vị chủ trì',
  'Số nhiệm vụ chậm',
  'Tổng số ngày chậm',
  'Trong đó ngày làm việc',
  'Đơn vị chủ trì giữ',
  'Nơi khác giữ',
];
const SUM_WIDTHS = [6, 44, 14, 14, 14, 14, 14];
const HEADING_ROW = 5;

const NUMBER: CellStyle = { align: 'right', verticalAlign: 'top', isBordered: true, format: '0' };

/**
 * Who was late as a printable workbook: a sheet with a line for each late piece of work, in the words of
 * the signed list, and a sheet that adds them up by department.
 */
export function responsibilityWorkbook(list: ResponsibilityList): Workbook {
  const lines = list.lines.map((line, position) => sized(cellsOf(line, position, list.basis), BODY, WIDTHS));
  const sums = sumByDepartment(list.lines).map((sum, position): SheetRow => {
    const numbers = [sum.items, sum.daysLate, sum.workingDaysLate, sum.heldByOwner, sum.heldByOthers];
    const words = sized([String(position + 1), sum.name || UNASSIGNED], BODY, SUM_WIDTHS);
    return { ...words, cells: [...words.cells, ...numbers.map((value) => ({ value, style: NUMBER }))] };
  });
  return {
    title: subjectOf(list),
    author: list.unitName,
    fontName: 'Times New Roman',
    fontSize: FONT_SIZE,
    sheets: [
      listedSheet(list, 'Danh sách', RESPONSIBILITY_HEADINGS, WIDTHS, lines),
      listedSheet(list, 'Theo đơn vị', SUM_HEADINGS, SUM_WIDTHS, sums),
    ],
  };
}

function listedSheet(
  list: ResponsibilityList,
  name: string,
  headings: readonly string[],
  widths: number[],
  lines: SheetRow[],
): WorkbookSheet {
  return {
    name,
    columnWidths: widths,
    rows: [
      mergedLine(`${RESPONSIBILITY_TITLE}\n${subjectOf(list)}`, TITLE, FONT_SIZE, widths),
      mergedLine(sayCounting(list), UNDER_TITLE, FONT_SIZE, widths),
      mergedLine(sayTotals(list), UNDER_TITLE, FONT_SIZE, widths),
      { cells: [], height: 8 },
      sized(headings, HEADING, widths),
      ...lines,
    ],
    merges: [1, 2, 3].map((row) => ({ row, fromColumn: 1, toColumn: widths.length })),
    frozenRows: HEADING_ROW,
    print: {
      orientation: 'landscape',
      headingRows: [HEADING_ROW, HEADING_ROW],
      margins: { top: 20, right: 15, bottom: 20, left: 20 },
      footer: { left: list.unitName, center: '', right: 'Trang &P/&N' },
    },
  };
}

function sized(values: readonly string[], style: CellStyle, widths: readonly number[]): SheetRow {
  const isBold = style.isBold === true;
  const measured = values.map((text, index) => ({ text, width: (widths[index] ?? 10) * SURE_SHARE, isBold }));
  return {
    cells: values.map((value) => ({ value: value === '' ? null : value, style })),
    height: rowHeight(measured, FONT_SIZE),
  };
}
