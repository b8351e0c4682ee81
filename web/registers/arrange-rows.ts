import { printCell } from '#core/registers/print-cell.ts';
import type { CellValue, Column, RegisterRow } from '#core/registers/register.ts';
import { foldText } from '#core/vietnamese.ts';
import type { RegisterSearch } from './register-search.ts';
import { cellOf } from './sheet-column.ts';

const foldedByRow = new WeakMap<RegisterRow, string>();

/** All a row says, without diacritics; worked out once a row, because fifty thousand are searched at a keystroke. */
function foldedRow(row: RegisterRow, columns: readonly Column[]): string {
  const known = foldedByRow.get(row);
  if (known !== undefined) return known;
  const folded = foldText(columns.map((column) => printCell(column, cellOf(row, column.key))).join(' | '));
  foldedByRow.set(row, folded);
  return folded;
}

/** The rows that pass every filter of the address, in their own order. */
export function filterRows(
  rows: readonly RegisterRow[],
  columns: readonly Column[],
  { q, department, month }: RegisterSearch,
): RegisterRow[] {
  const words = q ? foldText(q).split(' ') : [];
  return rows.filter(
    (row) =>
      (department === undefined || (row.departmentId ?? 'none') === department) &&
      (month === undefined || row.happenedOn?.startsWith(month)) &&
      words.every((word) => foldedRow(row, columns).includes(word)),
  );
}

const inVietnamese = new Intl.Collator('vi', { numeric: true });

function compare(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return inVietnamese.compare(String(one), String(other));
}

/** The rows by one column; empty cells stand last either way, ties keep their order. */
export function sortRows(
  rows: readonly RegisterRow[],
  column: Column | undefined,
  isDescending = false,
): RegisterRow[] {
  if (!column) return [...rows];
  const titleByKey = new Map((column.choices ?? []).map(({ key, title }) => [key, title]));
  const keyed = rows.map((row) => {
    const value = cellOf(row, column.key);
    return { row, value: typeof value === 'string' ? (titleByKey.get(value) ?? value) : value };
  });
  const sign = isDescending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * compare(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

/** Sums of the columns that count something; a percentage is never added. */
export function sumColumns(
  rows: readonly { cells: Parameters<typeof cellOf>[0] }[],
  columns: readonly Column[],
): Map<string, number> {
  const summed = columns.filter(({ kind, unit }) => kind === 'number' && unit !== '%');
  return new Map(
    summed.map(({ key, decimals = 4 }) => {
      let sum = 0;
      for (const { cells } of rows) {
        const value = cellOf(cells, key);
        if (typeof value === 'number') sum += value;
      }
      return [key, Number(sum.toFixed(decimals))];
    }),
  );
}

/** The months rows fall in, first to last. */
export function monthsOf(rows: readonly RegisterRow[]): string[] {
  return [...new Set(rows.flatMap(({ happenedOn }) => happenedOn?.slice(0, 7) ?? []))].sort();
}
