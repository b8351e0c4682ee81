/**
 * What a workbook looks like, as plain values: a report describes it here, `server/documents` turns
 * it into bytes. Widths are in characters of the default font, heights in points, margins in
 * millimetres, as spreadsheets count them.
 */
export type CellStyle = {
  isBold?: boolean;
  isItalic?: boolean;
  fontSize?: number;
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'center';
  /** Distance from the aligned edge, in widths of three spaces. */
  indent?: number;
  isWrapped?: boolean;
  isBordered?: boolean;
  /** Background as six hexadecimal digits. */
  fill?: string;
  /** Spreadsheet number format: "0.00"; "@" keeps what looks like a number as text. */
  format?: string;
};

/** A cell: text stays text whatever it begins with, so "=1+1" in a title is never a formula. */
export type SheetCell = { value: string | number | null; style: CellStyle };

export type SheetRow = { cells: SheetCell[]; height?: number };

export type SheetMerge = { row: number; fromColumn: number; toColumn: number };

export type SheetPrint = {
  orientation: 'portrait' | 'landscape';
  /** First and last row repeated on each printed page, counted from 1. */
  headingRows: [number, number];
  margins: { top: number; right: number; bottom: number; left: number };
  /** Left, middle and right of the foot of every page; "&P" is the page, "&N" the number of pages. */
  footer: { left: string; center: string; right: string };
};

export type WorkbookSheet = {
  name: string;
  isHidden?: boolean;
  columnWidths: number[];
  rows: SheetRow[];
  merges: SheetMerge[];
  /** Rows that stay in sight while the rest scrolls. */
  frozenRows: number;
  print?: SheetPrint;
};

export type Workbook = {
  title: string;
  author: string;
  fontName: string;
  fontSize: number;
  sheets: WorkbookSheet[];
};
