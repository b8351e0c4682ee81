import { checkRows, DEPARTMENT_COLUMN } from '#core/registers/check-rows.ts';
import type { Column, Register } from '#core/registers/register.ts';
import type { RowsRead } from './api.ts';
import { type CellProblem, newDraft, typeInto } from './row-drafts.ts';

/** The faults of a block by row and column: "4 month". */
export function faultByCell(faults: RowsRead['faults']): Map<string, CellProblem> {
  return new Map(
    faults.map(({ row, column, written, vi, en }) => [`${row} ${column}`, { typed: written, vi, en }]),
  );
}

/** The block with one cell typed anew: its fault goes, stays, or is another. */
export function correctBlock(
  register: Pick<Register, 'columns'>,
  read: RowsRead,
  row: number,
  column: Column,
  typed: string,
): RowsRead {
  const before = read.rows[row];
  if (!before) return read;
  const draft = typeInto({ ...newDraft('', null), now: before }, column, typed);
  const rows = read.rows.map((each, position) => (position === row ? { ...each, ...draft.now } : each));
  const others = read.faults.filter((fault) => fault.row !== row || fault.column !== column.key);
  const problem = draft.problems[column.key];
  const stillMissing =
    problem || column.key === DEPARTMENT_COLUMN.key
      ? []
      : checkRows(register, [draft.now]).filter((fault) => fault.column === column.key);
  const faults = problem
    ? [{ row, column: column.key, written: typed, vi: problem.vi, en: problem.en }]
    : stillMissing.map((fault) => ({ ...fault, row }));
  return { ...read, rows, faults: [...others, ...faults].sort((a, b) => a.row - b.row) };
}

/** The rows of a block left without those that have a fault. */
export function dropFaultyRows(read: RowsRead): RowsRead {
  const faulty = new Set(read.faults.map(({ row }) => row));
  return { ...read, rows: read.rows.filter((_, position) => !faulty.has(position)), faults: [] };
}
