import { printCell } from '#core/registers/print-cell.ts';
import type { Column, RegisterRow } from '#core/registers/register.ts';
import { filterRows, sortRows } from './arrange-rows.ts';
import type { RegisterSearch } from './register-search.ts';
import { type Draft, isNew } from './row-drafts.ts';
import { type Cells, cellOf } from './sheet-column.ts';

/** One line of the table: a row as kept, with what is being changed in it; a new one has no row. */
export type Line = { id: string; row: RegisterRow | undefined; draft: Draft | undefined; cells: Cells };

/** The rows in the order and under the filters of the address. */
export function arrangeRows(
  rows: readonly RegisterRow[],
  columns: readonly Column[],
  search: RegisterSearch,
): RegisterRow[] {
  const sorted = columns.find(({ key }) => key === search.sort);
  return sortRows(filterRows(rows, columns, search), sorted, search.descending);
}

/**
 * The lines to show: the arranged rows, then rows in work that the filters would hide, then new ones.
 */
export function linesOf(
  arranged: readonly RegisterRow[],
  rows: readonly RegisterRow[],
  drafts: ReadonlyMap<string, Draft>,
): Line[] {
  const lines = arranged.map((row): Line => {
    const draft = drafts.get(row.id);
    return { id: row.id, row, draft, cells: draft?.now ?? row };
  });
  if (drafts.size === 0) return lines;
  const shown = new Set(arranged.map(({ id }) => id));
  const hidden = rows.filter(({ id }) => drafts.has(id) && !shown.has(id));
  const known = new Set(rows.map(({ id }) => id));
  for (const row of hidden) {
    const draft = drafts.get(row.id);
    lines.push({ id: row.id, row, draft, cells: draft?.now ?? row });
  }
  for (const draft of drafts.values())
    if (isNew(draft) || !known.has(draft.id))
      if (!shown.has(draft.id) && !hidden.some(({ id }) => id === draft.id))
        lines.push({ id: draft.id, row: undefined, draft, cells: draft.now });
  return lines;
}

/** What a row is called where it is spoken of: its first cells that say something. */
export function nameRow(columns: readonly Column[], cells: Cells): string {
  return columns
    .filter(({ kind }) => kind !== 'long_text' && kind !== 'link' && kind !== 'flag')
    .map((column) => printCell(column, cellOf(cells, column.key)))
    .filter(Boolean)
    .slice(0, 2)
    .join(' · ');
}
