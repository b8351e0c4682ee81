import { foldText } from '#core/vietnamese.ts';
import type { Row, Table } from './blocks.ts';
import { gridRow, headingStretch } from './table-grid.ts';

export type AnnexColumn = 'code' | 'title' | 'max' | 'last' | 'target' | 'units' | 'coordinate';

/** Where the annex table keeps what: grid columns from 0, the rows before its heading, and the unused columns. */
export type AnnexHeading = {
  columns: Partial<Record<AnnexColumn, number>>;
  width: number;
  start: number;
  end: number;
  ignored: string[];
  /** The years the headings name, for a sheet that says its year nowhere else. */
  lastYear?: number;
  targetYear?: number;
};

const UNUSED =
  /cach tinh|tlkc|kiem chung|dtxhh|xa hoi hoc|tham dinh|tu cham|tu danh gia|ghi chu|xep hang|chi so \(|so lieu|giai trinh|ty le/u;
/** First match wins: "Mục tiêu năm 2026" is a target although it names a year as "Điểm năm 2025" does. */
const KINDS: [AnnexColumn, RegExp][] = [
  ['code', /^(?:stt|s t t|tt|so tt|so thu tu|ma|ma so|ma tieu chi|muc|chi muc)\.?$/u],
  ['max', /toi da|diem chuan|thang diem|diem quy dinh|diem td/u],
  [
    'target',
    /muc tieu|phan dau|chi tieu (?:nam|diem|dang ky|\d)|dang ky|ke hoach (?:nam|diem)|diem ke hoach/u,
  ],
  ['last', /ket qua|nam truoc|diem (?:dat|nam|\d{4}|cong bo|duoc cong bo)|nam \d{4}|da dat|dat duoc/u],
  ['coordinate', /phoi hop/u],
  [
    'units',
    /phan cong|chu tri|trach nhiem|phu trach|dau moi|(?:don vi|co quan|bo phan)(?: duoc)? (?:thuc hien|tham muu|giao)|^don vi$|^phong, ban/u,
  ],
  ['title', /noi dung|tieu chi|^ten|linh vuc|danh muc|^chi tieu$/u],
];

/** What a heading of an annex table stands for, or undefined when the plan has no use for the column. */
export function annexColumn(heading: string): AnnexColumn | undefined {
  if (heading.length > 120 || !/\p{L}/u.test(heading)) return undefined;
  const folded = foldText(heading);
  if (UNUSED.test(folded)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(folded))?.[0];
}

/**
 * Finds the heading of an annex in a table by its words, wherever it stands and whatever the order and
 * number of columns: a column of titles and one of maximum points must be there. Headings over two or
 * three rows are put together. Of several score columns the one of the latest year before the target's
 * counts; the others are named among the ignored.
 */
export function findAnnexHeading(table: Table): AnnexHeading | undefined {
  for (let start = 0; start < table.rows.length; start += 1) {
    const stretch = headingStretch(table.rows, start, isAnnexHeading);
    if (stretch && beginsHeading(table.rows[start]!)) {
      const end = endOfHeading(table.rows, stretch.end);
      return { ...arrangeColumns(stretch.headings), width: stretch.headings.length, start, end };
    }
  }
  return undefined;
}

function isAnnexHeading(headings: string[]): boolean {
  const kinds = headings.map(annexColumn);
  return kinds.includes('title') && kinds.includes('max') && !headings.some((each) => each.length > 120);
}

function beginsHeading(row: Row): boolean {
  const kinds = row.cells.map((cell) => annexColumn(cell.text));
  return kinds.includes('title') && row.cells.length >= 2;
}

/** Rows under a heading that only number its columns ("(1) (2) (3)") or repeat merged headings belong to it. */
function endOfHeading(rows: readonly Row[], from: number): number {
  let end = from;
  while (end < rows.length && isHeadingRest(rows[end]!)) end += 1;
  return end;
}

function isHeadingRest(row: Row): boolean {
  const cells = gridRow(row);
  const written = cells.filter((cell) => cell.text !== '' && !cell.isMergedFromAbove);
  if (written.length === 0) return cells.some((cell) => cell.isMergedFromAbove);
  const isNumbering =
    written.length >= 3 &&
    written.every(
      (cell, index) =>
        /^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$/u.test(cell.text) &&
        (/^\(/u.test(cell.text) || cell.text === String(index + 1) || /^[AB]$/u.test(cell.text)),
    );
  const isUnderMerged = cells[0]?.isMergedFromAbove === true && annexColumn(cells[0].text) !== undefined;
  return isNumbering || isUnderMerged;
}

/** Whether a row repeats the heading, as at the top of each page. */
export function repeatsHeading(cells: { text: string }[], heading: AnnexHeading): boolean {
  const { code, title, max } = heading.columns;
  const isKind = (column: number | undefined, kind: AnnexColumn) =>
    column !== undefined && annexColumn(cells[column]?.text ?? '') === kind;
  return isKind(max, 'max') || (isKind(code, 'code') && isKind(title, 'title'));
}

function yearIn(heading: string): number | undefined {
  const year = /\b(20\d{2})\b/u.exec(heading)?.[1];
  return year === undefined ? undefined : Number(year);
}

function arrangeColumns(
  headings: string[],
): Pick<AnnexHeading, 'columns' | 'ignored' | 'lastYear' | 'targetYear'> {
  const kinds = headings.map(annexColumn);
  const columns: Partial<Record<AnnexColumn, number>> = {};
  kinds.forEach((kind, column) => {
    if (kind !== undefined && columns[kind] === undefined) columns[kind] = column;
  });
  const scores = headings.flatMap((heading, column) =>
    kinds[column] === 'last' ? [{ column, year: yearIn(heading) }] : [],
  );
  if (columns.target === undefined && scores.length >= 2)
    columns.target = latest(scores)?.column ?? scores.at(-1)!.column;
  const left = scores.filter(({ column }) => column !== columns.target);
  const last = latest(left) ?? left[0];
  if (last !== undefined) columns.last = last.column;
  const used = new Set(Object.values(columns));
  const lastYear = last?.year;
  const targetYear = columns.target === undefined ? undefined : yearIn(headings[columns.target] ?? '');
  return {
    columns,
    ignored: headings.filter((heading, column) => heading !== '' && !used.has(column)),
    ...(lastYear === undefined ? {} : { lastYear }),
    ...(targetYear === undefined ? {} : { targetYear }),
  };
}

function latest<Score extends { year: number | undefined }>(scores: readonly Score[]): Score | undefined {
  return scores.filter((each) => each.year !== undefined).sort((one, other) => other.year! - one.year!)[0];
}
