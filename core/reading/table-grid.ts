import type { Place, Row } from './blocks.ts';

/** One cell of the even grid a table stands on. */
export type GridCell = { text: string; isMergedFromAbove: boolean; place: Place };

/** A row laid on its grid; a cell over several columns stands in its first one and leaves the others empty. */
export function gridRow(row: Row): GridCell[] {
  return row.cells.flatMap((cell) => [
    { text: cell.text.trim(), isMergedFromAbove: cell.isMergedFromAbove === true, place: cell.place },
    ...Array.from({ length: Math.max(cell.span, 1) - 1 }, () => ({
      text: '',
      isMergedFromAbove: cell.isMergedFromAbove === true,
      place: cell.place,
    })),
  ]);
}

/** A heading row on its grid; a heading over several columns is repeated above each. */
export function headingTexts(row: Row): string[] {
  return row.cells.flatMap((cell) => Array.from({ length: Math.max(cell.span, 1) }, () => cell.text.trim()));
}

/** What each column is called by the heading rows together: "Điểm" over "Điểm tối đa" → "Điểm Điểm tối đa". */
export function columnHeadings(rows: readonly Row[]): string[] {
  const texts = rows.map(headingTexts);
  const width = Math.max(0, ...texts.map((each) => each.length));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(texts.map((each) => each[column] ?? '').filter((each) => each !== ''))].join(' '),
  );
}

/** The words of a row as a reader sees them, for lists of what was not understood. */
export function rowText(row: Row): string {
  return row.cells
    .filter((cell) => cell.isMergedFromAbove !== true && cell.text.trim() !== '')
    .map((cell) => cell.text.trim().replace(/\s*\n\s*/gu, ' '))
    .join(' | ');
}

/** The smallest stretch of rows from `start` whose headings together satisfy the test, or undefined. */
export function headingStretch(
  rows: readonly Row[],
  start: number,
  isComplete: (headings: string[]) => boolean,
): { end: number; headings: string[] } | undefined {
  for (let end = start + 1; end <= Math.min(start + 3, rows.length); end += 1) {
    const headings = columnHeadings(rows.slice(start, end));
    if (isComplete(headings)) return { end, headings };
  }
  return undefined;
}
