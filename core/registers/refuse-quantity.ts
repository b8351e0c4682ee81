import type { Condition, Quantity } from './quantity.ts';
import type { Column, Register } from './register.ts';

/** What a quantity asks of a register that the register does not have. `field` is where the rule says it. */
export type QuantityRefusal =
  | { kind: 'register_unknown'; field: string; register: string }
  | { kind: 'column_unknown'; field: string; register: string; column: string }
  | { kind: 'column_unfit'; field: string; column: string; wanted: 'number' | 'date' };

const NEEDS_COLUMN = new Set(['sum', 'distinct', 'latest']);

/**
 * Refuses quantities that name a register or column that is not there, that add up a column that
 * holds no numbers, or that compare days where there are none. `fieldOf` says how the position is
 * called in the rule ("quantities.2").
 */
export function refuseQuantities(
  quantities: readonly Quantity[],
  registers: readonly Register[],
): QuantityRefusal | undefined {
  for (const [position, quantity] of quantities.entries()) {
    if (quantity.source === 'typed' || quantity.source === 'constant') continue;
    const refusal = refuseQuantity(quantity, registers, `quantities.${position}`);
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseQuantity(
  quantity: Quantity,
  registers: readonly Register[],
  field: string,
): QuantityRefusal | undefined {
  const register = registers.find(({ key }) => key === quantity.register);
  if (!register)
    return { kind: 'register_unknown', field: `${field}.register`, register: quantity.register ?? '' };
  const columnOf = (key: string) => register.columns.find((column) => column.key === key);
  if (NEEDS_COLUMN.has(quantity.source)) {
    const column = quantity.column === undefined ? undefined : columnOf(quantity.column);
    const at = `${field}.column`;
    if (!column)
      return { kind: 'column_unknown', field: at, register: register.title, column: quantity.column ?? '' };
    if (quantity.source !== 'distinct' && column.kind !== 'number')
      return { kind: 'column_unfit', field: at, column: column.title, wanted: 'number' };
  }
  for (const [position, condition] of quantity.where.entries()) {
    const at = `${field}.where.${position}`;
    for (const key of columnsOf(condition)) {
      if (!columnOf(key)) return { kind: 'column_unknown', field: at, register: register.title, column: key };
    }
    const undated = datesOf(condition)
      .map(columnOf)
      .find((column) => column && !isDated(column));
    if (undated) return { kind: 'column_unfit', field: at, column: undated.title, wanted: 'date' };
  }
  return undefined;
}

function columnsOf(condition: Condition): string[] {
  if ('due' in condition) return [condition.column, condition.due];
  return 'other' in condition ? [condition.column, condition.other] : [condition.column];
}

function datesOf(condition: Condition): string[] {
  return 'due' in condition ? [condition.column, condition.due] : [];
}

function isDated({ kind }: Column): boolean {
  return kind === 'date' || kind === 'month';
}
