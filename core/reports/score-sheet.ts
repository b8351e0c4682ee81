import { rowHeight } from './row-height.ts';
import type { CellStyle, SheetRow, Workbook, WorkbookSheet } from './workbook.ts';

const FONT_SIZE = 11;
/** Of a column: what rows are measured by, since the face it is printed in may be wider than measured. */
const SURE_SHARE = 0.92;
const HEADING_ROW = 4;

const TITLE: CellStyle = {
  isBold: true,
  fontSize: 14,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
};
const UNDER_TITLE: CellStyle = { isItalic: true, align: 'center', verticalAlign: 'center', isWrapped: true };
const HEADING: CellStyle = {
  isBold: true,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
  isBordered: true,
  fill: 'E7ECF3',
};
const TEXT: CellStyle = {
  align: 'left',
  verticalAlign: 'top',
  isWrapped: true,
  isBordered: true,
  format: '@',
};
const NUMBER: CellStyle = { align: 'right', verticalAlign: 'top', isBordered: true };

/** A value of a line: words, a number as it is, points in hundredths, or nothing. */
export type ScoreValue = string | { count: number } | { points: number } | null;
export type ScoreLine = { values: readonly ScoreValue[]; isBold: boolean };
export type ScoreSheet = {
  name: string;
  columns: readonly { heading: string; width: number }[];
  lines: readonly ScoreLine[];
};

/** Lists of points as a printable workbook, each sheet under the same title with repeated headings. */
export function scoreWorkbook(
  { title, lead, author }: { title: string; lead: string; author: string },
  sheets: readonly ScoreSheet[],
): Workbook {
  return {
    title,
    author,
    fontName: 'Times New Roman',
    fontSize: FONT_SIZE,
    sheets: sheets.map((sheet) => writeSheet({ title, lead, author }, sheet)),
  };
}

function writeSheet(
  { title, lead, author }: { title: string; lead: string; author: string },
  { name, columns, lines }: ScoreSheet,
): WorkbookSheet {
  const widths = columns.map(({ width }) => width);
  return {
    name,
    columnWidths: widths,
    rows: [
      mergedLine(title, TITLE, 14, widths),
      mergedLine(lead, UNDER_TITLE, FONT_SIZE, widths),
      { cells: [], height: 8 },
      writeLine({ values: columns.map(({ heading }) => heading), isBold: true }, widths, HEADING),
      ...lines.map((line) => writeLine(line, widths)),
    ],
    merges: [1, 2].map((row) => ({ row, fromColumn: 1, toColumn: widths.length })),
    frozenRows: HEADING_ROW,
    print: {
      orientation: 'landscape',
      headingRows: [HEADING_ROW, HEADING_ROW],
      margins: { top: 20, right: 15, bottom: 20, left: 20 },
      footer: { left: author, center: '', right: 'Trang &P/&N' },
    },
  };
}

function writeLine({ values, isBold }: ScoreLine, widths: readonly number[], style?: CellStyle): SheetRow {
  const texts = values.map((value, at) => ({
    text: typeof value === 'string' ? value : '0',
    width: (widths[at] ?? 10) * SURE_SHARE,
    isBold,
  }));
  return {
    cells: values.map((value) => {
      if (value === null) return { value: null, style: { ...(style ?? TEXT), isBold } };
      if (typeof value === 'string') return { value, style: { ...(style ?? TEXT), isBold } };
      const [number, format] = 'points' in value ? [value.points / 100, '0.00'] : [value.count, '0'];
      return { value: number, style: { ...NUMBER, isBold, format } };
    }),
    height: rowHeight(texts, FONT_SIZE),
  };
}

function mergedLine(text: string, style: CellStyle, fontSize: number, widths: readonly number[]): SheetRow {
  const width = (widths.reduce((sum, each) => sum + each, 0) * FONT_SIZE) / fontSize;
  return {
    cells: widths.map((_, index) => ({ value: index === 0 ? text : null, style })),
    height: rowHeight([{ text, width, isBold: style.isBold === true }], fontSize),
  };
}
