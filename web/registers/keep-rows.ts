import type { RegisterPage, RegisterRow, RowInput, RowsKept } from '#core/registers/register.ts';
import type { Draft } from './row-drafts.ts';
import { inputOf } from './row-drafts.ts';
import type { Cells } from './sheet-column.ts';
import type { RowState, Step } from './undo-steps.ts';

/** What one write sends, and what is needed to take it back. `sent` stand first among the rows, in their order. */
export type Outgoing = {
  kind: 'saved' | 'removed' | 'undone' | 'redone';
  rows: readonly RowInput[];
  removed: readonly { id: string; version: number }[];
  sent: readonly Draft[];
  /** How the rows taken out stood. */
  taken: readonly RowState[];
};

/** What the last write that was kept did, for the line that says so. */
export type Outcome = {
  kind: Outgoing['kind'];
  rows: number;
  kept: RowsKept;
  /** Years of rows that do not belong to the year shown. */
  elsewhere: { rows: number; years: number[] };
};

export function draftsToSend(drafts: readonly Draft[]): Outgoing {
  return { kind: 'saved', rows: drafts.map(inputOf), removed: [], sent: drafts, taken: [] };
}

export function blockToSend(rows: readonly RowInput[]): Outgoing {
  return { kind: 'saved', rows, removed: [], sent: [], taken: [] };
}

export function rowsToRemove(rows: readonly RegisterRow[]): Outgoing {
  return {
    kind: 'removed',
    rows: [],
    removed: rows.map(({ id, version }) => ({ id, version })),
    sent: [],
    taken: rows.map((row) => ({ id: row.id, cells: cellsOf(row) })),
  };
}

function cellsOf({ departmentId, values }: RegisterRow): Cells {
  return { departmentId, values };
}

/** The step a write made, as the rows stood before and after it. */
export function stepOf({ sent, taken }: Outgoing, { rows }: RowsKept): Step {
  const beforeById = new Map(
    sent.flatMap(({ version, before, id }) => (version === null ? [] : [[id, before] as const])),
  );
  return {
    before: [...rows.map(({ id }) => ({ id, cells: beforeById.get(id) ?? null })), ...taken],
    after: [
      ...rows.map((row) => ({ id: row.id, cells: cellsOf(row) })),
      ...taken.map(({ id }) => ({ id, cells: null })),
    ],
  };
}

/** The page with a write in it: rows of other years leave it, new ones stand at the end. */
export function withWritten(
  page: RegisterPage,
  rows: readonly RegisterRow[],
  removed: readonly { id: string }[],
): RegisterPage {
  const keptById = new Map(rows.map((row) => [row.id, row]));
  const gone = new Set(removed.map(({ id }) => id));
  const known = new Set(page.rows.map(({ id }) => id));
  const isHere = (row: RegisterRow) => row.year === page.year && !gone.has(row.id);
  return {
    ...page,
    rows: [
      ...page.rows.map((row) => keptById.get(row.id) ?? row).filter(isHere),
      ...rows.filter((row) => !known.has(row.id) && isHere(row)),
    ],
  };
}

/** Rows of a write that belong to other years than the one shown. */
export function rowsElsewhere(rows: readonly RegisterRow[], year: number): Outcome['elsewhere'] {
  const others = rows.filter((row) => row.year !== year);
  return { rows: others.length, years: [...new Set(others.map((row) => row.year))].sort() };
}
