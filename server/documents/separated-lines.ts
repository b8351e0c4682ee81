import type { Row, Table } from '#core/reading/blocks.ts';
import { cleanText } from './clean-text.ts';
import { stripMarks } from './text-marks.ts';

/** A line with its number in the file (from 1). */
export type Line = { text: string; number: number };

type Separator = '\t' | '|';
type SplitLine = { cells: string[]; number: number; isAfterBlank: boolean; text: string };

/** The separator that cuts a line into at least three columns. */
export function separatorOf(line: string): Separator | undefined {
  if (line.split('\t').length >= 3) return '\t';
  return splitBars(line).length >= 3 ? '|' : undefined;
}

/**
 * Reads the table that starts at `start`: lines of one separator, blank lines between them, rows broken
 * inside a cell put together again, and single lines without a separator that stand inside the table
 * (a page number, a merged heading) kept as one wide cell. Returns the line after the table.
 */
export function readSeparatedTable(
  lines: Line[],
  start: number,
  tableNumber: number,
): { table: Table; end: number } {
  const first = lines[start] as Line;
  const separator = separatorOf(first.text) as Separator;
  const { run, end } = gather(lines, start, separator);
  const width = widthOf(run);
  const { rows: joined, headingRows } = dropRule(joinBrokenRows(run, width), separator);
  const rows = joined.map((line, index): Row => {
    const row = index + 1;
    const place = { line: line.number, table: tableNumber, row };
    const isWide = line.cells.length === 1 && width > 1;
    const cells = line.cells.map((text, column) => ({
      text: cleanText(stripMarks(text).text),
      span: isWide ? width : 1,
      place: { ...place, column: column + 1 },
    }));
    return { ...(index < headingRows ? { isHeading: true } : {}), cells, place };
  });
  return {
    table: { kind: 'table', rows, place: { line: first.number, table: tableNumber } },
    end,
  };
}

function gather(lines: Line[], start: number, separator: Separator): { run: SplitLine[]; end: number } {
  const isOuter = separator === '|' && (lines[start] as Line).text.trim().startsWith('|');
  const run: SplitLine[] = [];
  let isAfterBlank = false;
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.text.trim() === '') {
      // A line of tabs alone is an empty row or trailing white space: it carries no text.
      isAfterBlank = true;
      continue;
    }
    const hasSeparator = line.text.includes(separator);
    if (!hasSeparator && !goesOn(lines, at, separator, isAfterBlank)) break;
    if (hasSeparator && !belongs(line.text, separator, isAfterBlank)) break;
    run.push({
      cells: split(line.text, separator, isOuter),
      number: line.number,
      isAfterBlank,
      text: line.text,
    });
    isAfterBlank = false;
    end = at + 1;
  }
  return { run, end };
}

function belongs(text: string, separator: Separator, isAfterBlank: boolean): boolean {
  const columns = separator === '|' ? splitBars(text).length : text.split('\t').length;
  return columns >= 3 || !isAfterBlank;
}

/** Whether a line without a separator lies inside the table: a row that is no new heading follows it. */
function goesOn(lines: Line[], at: number, separator: Separator, isAfterBlank: boolean): boolean {
  let next = at + 1;
  while (next < lines.length && (lines[next] as Line).text.trim() === '') next += 1;
  const following = lines[next]?.text;
  if (following === undefined || !following.includes(separator)) return false;
  const isWrap = !isAfterBlank && next === at + 1;
  const beginsRow = /^[\s|]*(\d[\d.]*|[IVXLC]+|[a-zđ]\)?)?\s*[.)]?\s*[\t|]/.test(following);
  return isWrap || beginsRow;
}

function split(text: string, separator: Separator, isOuter: boolean): string[] {
  return separator === '\t' ? text.split('\t') : splitBars(text, isOuter);
}

function splitBars(text: string, isOuter = text.trim().startsWith('|')): string[] {
  const cells = text
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|'));
  if (isOuter && cells[0]?.trim() === '') cells.shift();
  if (isOuter && cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells;
}

/** The columns of the heading line, or of most lines when those have more. */
function widthOf(run: SplitLine[]): number {
  const linesByColumns = new Map<number, number>();
  for (const { cells } of run) linesByColumns.set(cells.length, (linesByColumns.get(cells.length) ?? 0) + 1);
  const [usual] = [...linesByColumns].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  return Math.max(run[0]?.cells.length ?? 0, usual?.[0] ?? 0);
}

/**
 * A hard wrap inside a cell cuts a row into lines whose columns add up to the width again: the last cell
 * of one and the first of the next are one text. Lines after a blank line begin a row of their own.
 */
function joinBrokenRows(run: SplitLine[], width: number): SplitLine[] {
  const rows: SplitLine[] = [];
  for (const line of run) {
    const before = rows.at(-1);
    const total = (before?.cells.length ?? 0) + line.cells.length - 1;
    const fits = line.cells.length === 1 ? total <= width : total === width;
    const isFull = line.cells.length === width;
    if (before && before.cells.length > 1 && !line.isAfterBlank && !isFull && fits) {
      const head = before.cells.slice(0, -1);
      const seam = [before.cells.at(-1), line.cells[0]]
        .map((part) => part?.trim())
        .filter(Boolean)
        .join(' ');
      rows[rows.length - 1] = { ...before, cells: [...head, seam, ...line.cells.slice(1)] };
    } else rows.push(line);
  }
  return rows;
}

/** The rule under the heading of a bar table ("|---|:--:|") is no row; the lines above it are the heading. */
function dropRule(rows: SplitLine[], separator: Separator): { rows: SplitLine[]; headingRows: number } {
  const isRule = (row: SplitLine) => row.cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell));
  const at = separator === '|' ? rows.findIndex(isRule) : -1;
  return at < 0 ? { rows, headingRows: 0 } : { rows: rows.filter((row) => !isRule(row)), headingRows: at };
}
