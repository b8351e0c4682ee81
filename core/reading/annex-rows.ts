import { type Hundredths, readPoints } from '#core/points.ts';
import { foldText, tidyText } from '#core/vietnamese.ts';
import { labelInTitle } from './annex-codes.ts';
import type { AnnexHeading } from './annex-columns.ts';
import { repeatsHeading } from './annex-columns.ts';
import type { Place, Row, Table } from './blocks.ts';
import type { Unplaced } from './plan-reading.ts';
import { type GridCell, gridRow, rowText } from './table-grid.ts';

/** One row of the annex as written, before its label is understood. */
export type AnnexLine = {
  label: string;
  title: string;
  max: string;
  last: string;
  target: string;
  owners: string;
  coordinators: string;
  /** The owner cell is part of one that began in a row above. */
  isOwnerMerged: boolean;
  place: Place;
  joins: { text: string; place: Place }[];
};

export type AnnexLines = {
  lines: AnnexLine[];
  total?: AnnexLine;
  /** A row that could not be taken may have been a field: rows after it stand in an unknown one. */
  lostAt: Set<number>;
  unplaced: Unplaced[];
};

const TOTAL = /^(?:tong(?: cong| diem| so diem| so| diem toan bo)?|cong)(?: (?:diem|\(|cua|i-|chung)| *:|$)/u;

/**
 * Takes the rows of an annex table below its heading. Rows cut by a page or a hard wrap are added to the
 * row above: a row without number and points whose owner cell or the rest of a title alone is filled.
 * Headings repeated on each page and empty rows are passed over; what fits nowhere is returned as unplaced.
 */
export function collectLines(table: Table, heading: AnnexHeading, from: number, into: AnnexLines): void {
  for (const row of table.rows.slice(from)) {
    const cells = gridRow(row);
    if (cells.every((cell) => cell.text === '') || repeatsHeading(cells, heading)) continue;
    collectLine(lineOf(cells, row, heading), row, into);
  }
}

function collectLine(line: AnnexLine, row: Row, into: AnnexLines): void {
  const before = into.lines.at(-1);
  const hasPoints = line.max !== '' || line.last !== '' || line.target !== '';
  if (line.label !== '' && !TOTAL.test(foldText(line.label))) {
    into.lines.push(line);
  } else if (TOTAL.test(foldText(line.label || line.title)) && hasPoints) {
    into.total = line;
  } else if (before && joins(line, before, hasPoints)) {
    joinLines(before, line, row);
  } else if (hasPoints || !isPageNumber(line.title)) {
    into.unplaced.push({
      text: rowText(row),
      reason: hasPoints ? 'no_number' : 'not_understood',
      place: row.place,
    });
    if (hasPoints) into.lostAt.add(into.lines.length);
  }
}

function isPageNumber(title: string): boolean {
  return /^(?:trang\s*)?\d{0,3}(?:\s*\/\s*\d{1,3})?$/iu.test(title);
}

function joins(line: AnnexLine, before: AnnexLine, hasPoints: boolean): boolean {
  if (hasPoints) return before.max === '' && before.last === '' && line.title !== '';
  if (line.title === '') return line.owners !== '' && !line.isOwnerMerged;
  return goesOn(before.title, line.title);
}

/** Whether a text cut in two goes on: a small letter or figure follows, or the first part is left open. */
export function goesOn(first: string, second: string): boolean {
  if (isPageNumber(second)) return false;
  const open = (first.match(/\(/gu) ?? []).length > (first.match(/\)/gu) ?? []).length;
  return open || /[,;:–-]$/u.test(first.trim()) || /^[\p{Ll}\d(,;]/u.test(second.trim());
}

function joinLines(before: AnnexLine, line: AnnexLine, row: Row): void {
  before.title = tidyText(`${before.title} ${line.title}`);
  if (line.owners !== '' && !line.isOwnerMerged) before.owners = `${before.owners} ${line.owners}`.trim();
  before.max ||= line.max;
  before.last ||= line.last;
  before.target ||= line.target;
  before.joins.push({ text: rowText(row), place: row.place });
}

function lineOf(cells: GridCell[], row: Row, { columns }: AnnexHeading): AnnexLine {
  const textAt = (column: number | undefined) => (column === undefined ? '' : (cells[column]?.text ?? ''));
  const owner = columns.units === undefined ? undefined : cells[columns.units];
  const wide = cells.length > 1 && cells.filter((cell) => cell.text !== '').length === 1;
  const title = tidyText(textAt(columns.title)) || (wide ? tidyText(textAt(columns.code)) : '');
  const label = wide && title === tidyText(textAt(columns.code)) ? '' : tidyText(textAt(columns.code));
  const within = label === '' ? labelInTitle(title) : undefined;
  const hasPoints = textAt(columns.max) !== '';
  return {
    label: within && hasPoints ? within.label : label,
    title: within && hasPoints ? within.title : title,
    max: tidyText(textAt(columns.max)),
    last: tidyText(textAt(columns.last)),
    target: tidyText(textAt(columns.target)),
    owners: owner?.text ?? '',
    coordinators: textAt(columns.coordinate),
    isOwnerMerged: owner?.isMergedFromAbove === true,
    place: row.place,
    joins: [],
  };
}

const NOTHING = /^[-–—x/.…]*$/iu;

/** Points of a cell: "12,5 điểm" is 1250; "", "-" and "x" say nothing; "unreadable" is never taken for 0. */
export function pointsOf(text: string): Hundredths | undefined | 'unreadable' {
  const plain = text.replace(/\s*(?:điểm|đ)\.?$/iu, '').trim();
  if (NOTHING.test(plain)) return undefined;
  return readPoints(plain) ?? 'unreadable';
}
