import { rowHeight } from './row-height.ts';
import { BODY, HEADING, mergedLine, SURE_SHARE, TITLE, UNDER_TITLE } from './sheet-frame.ts';
import type { CellStyle, SheetRow, Workbook, WorkbookSheet } from './workbook.ts';

const FONT_SIZE = 11;
const HEADING_ROW = 4;

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
      mergedLine(title, TITLE, FONT_SIZE, widths),
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
      if (value === null) return { value: null, style: { ...(style ?? BODY), isBold } };
      if (typeof value === 'string') return { value, style: { ...(style ?? BODY), isBold } };
      const [number, format] = 'points' in value ? [value.points / 100, '0.00'] : [value.count, '0'];
      return { value: number, style: { ...NUMBER, isBold, format } };
    }),
    height: rowHeight(texts, FONT_SIZE),
  };
}
