import type { Quantity } from '#core/registers/quantity.ts';
import type { Column } from '#core/registers/register.ts';

const FIRST = 2;
const MOST = 6;

/**
 * The columns of a register worth showing beside a leaf: the first ones, which name the row, and
 * those its quantities look at; in the register's order, at most six.
 */
export function proofColumns(columns: readonly Column[], quantities: readonly Quantity[]): Column[] {
  const lookedAt = new Set(
    quantities.flatMap(({ column, where }) => [
      ...(column === undefined ? [] : [column]),
      ...where.flatMap((condition) => [
        condition.column,
        ...('due' in condition ? [condition.due] : []),
        ...('other' in condition ? [condition.other] : []),
      ]),
    ]),
  );
  const others = columns.slice(FIRST).filter(({ key }) => lookedAt.has(key));
  return [...columns.slice(0, FIRST), ...others].slice(0, MOST);
}
