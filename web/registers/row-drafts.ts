import { sayFault } from '#core/registers/check-cell.ts';
import { checkRows } from '#core/registers/check-rows.ts';
import { printCell } from '#core/registers/print-cell.ts';
import { cellReader } from '#core/registers/read-cell.ts';
import type { Column, Register, RegisterRow, RowInput } from '#core/registers/register.ts';
import { type Cells, cellOf, sameCells, withCell } from './sheet-column.ts';

/** What is wrong with a cell, and what was typed there when it could not be read. */
export type CellProblem = { typed?: string | undefined; vi: string; en: string };

/**
 * A row as somebody is changing it, not yet kept. `version` is that of the row it began from, null for
 * a new row; `problems` are by column key.
 */
export type Draft = {
  id: string;
  version: number | null;
  before: Cells;
  now: Cells;
  problems: Readonly<Record<string, CellProblem>>;
};

export function draftOf({ id, version, departmentId, values }: RegisterRow): Draft {
  const cells = { departmentId, values };
  return { id, version, before: cells, now: cells, problems: {} };
}

export function newDraft(id: string, departmentId: string | null): Draft {
  const cells = { departmentId, values: {} };
  return { id, version: null, before: cells, now: cells, problems: {} };
}

export function isNew({ version }: Draft): boolean {
  return version === null;
}

export function isChanged({ before, now, problems }: Draft): boolean {
  return Object.values(problems).some(({ typed }) => typed !== undefined) || !sameCells(before, now);
}

/** What was typed, with the year left out by people who type fast: "5/9" and, for a month, "9". */
export function withYear(column: Pick<Column, 'kind'>, typed: string, year: number): string {
  const text = typed.trim();
  if (column.kind === 'date' && /^\d{1,2}[/.-]\d{1,2}$/u.test(text)) return `${text}/${year}`;
  if (column.kind === 'month' && /^\d{1,2}$/u.test(text)) return `${text}/${year}`;
  return typed;
}

/** Puts what was typed into a cell. Text that cannot be read stays beside the old value, with its sentence. */
export function typeInto(draft: Draft, column: Column, typed: string): Draft {
  const { [column.key]: _, ...others } = draft.problems;
  const read = cellReader({ ...column, isRequired: false })(typed);
  if ('fault' in read)
    return {
      ...draft,
      problems: { ...others, [column.key]: { typed, ...sayFault(read.fault, column) } },
    };
  return { ...draft, now: withCell(draft.now, column.key, read.value), problems: others };
}

/** What a cell shows as text: what was typed where that could not be read. */
export function textOf(draft: Pick<Draft, 'now' | 'problems'>, column: Column): string {
  return draft.problems[column.key]?.typed ?? printCell(column, cellOf(draft.now, column.key));
}

/** The draft with every fault marked: what could not be read, and what a row may not lack. */
export function checkDraft(register: Pick<Register, 'columns'>, draft: Draft): Draft {
  const problems: Record<string, CellProblem> = {};
  for (const { column, vi, en } of checkRows(register, [draft.now])) problems[column] = { vi, en };
  for (const [column, problem] of Object.entries(draft.problems))
    if (problem.typed !== undefined) problems[column] = problem;
  return { ...draft, problems };
}

export function isFaulty({ problems }: Draft): boolean {
  return Object.keys(problems).length > 0;
}

export function inputOf({ id, version, now }: Draft): RowInput {
  return { ...(version === null ? {} : { id, version }), ...now };
}

/** The same typing over the row as it stands now; a row that is gone becomes a new one. */
export function rebase(
  draft: Draft,
  row: Pick<RegisterRow, 'version' | 'departmentId' | 'values'> | undefined,
): Draft {
  if (!row) {
    const empty = { departmentId: draft.now.departmentId, values: {} };
    return { ...draft, version: null, before: empty };
  }
  const is: Cells = { departmentId: row.departmentId, values: row.values };
  const keys = new Set(['department', ...Object.keys(draft.before.values), ...Object.keys(draft.now.values)]);
  let now = is;
  for (const key of keys) {
    const typed = cellOf(draft.now, key);
    if (typed !== cellOf(draft.before, key)) now = withCell(now, key, typed);
  }
  return { ...draft, version: row.version, before: is, now };
}

/** What is left of a draft once it was kept as `sent`: nothing, or what was typed since then. */
export function settle(draft: Draft, sent: Draft, kept: RegisterRow): Draft | undefined {
  const left = rebase({ ...draft, id: kept.id, before: sent.now }, kept);
  return isChanged(left) ? left : undefined;
}
