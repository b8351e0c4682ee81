import type { EventEntry } from '#core/plans/plan.ts';
import { DEPARTMENT_COLUMN } from '#core/registers/check-rows.ts';
import { printCell } from '#core/registers/print-cell.ts';
import type { CellValue, Column } from '#core/registers/register.ts';
import { useWords } from '#web/words/language.ts';

/** What one change of a row did to its cells, a line each; of a new or removed row all of them. */
export function RowChanges({ event, columns }: { event: EventEntry; columns: readonly Column[] }) {
  const { registers } = useWords();
  const [before, after] = [valuesOf(event.before), valuesOf(event.after)];
  const print = (column: Column, value: unknown) => printCell(column, value as CellValue) || registers.blank;
  const valueIn = (values: Record<string, unknown>, key: string) =>
    values[key === DEPARTMENT_COLUMN.key ? 'departmentId' : key];
  const isWhole = event.verb === 'created' || event.verb === 'removed';
  return (
    <>
      {columns.map((column) => {
        const [was, is] = [valueIn(before, column.key) ?? null, valueIn(after, column.key) ?? null];
        const told = event.verb === 'removed' ? was : is;
        if (isWhole && told === null) return null;
        if (!isWhole && was === is) return null;
        return (
          <span key={column.key}>
            {isWhole
              ? registers.historyIs(column.title, print(column, told))
              : registers.historyFrom(column.title, print(column, was), print(column, is))}
          </span>
        );
      })}
      {typeof after.reason === 'string' && <em>{registers.historyReason(after.reason)}</em>}
    </>
  );
}

function valuesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
