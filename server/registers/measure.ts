import { sql } from 'kysely';
import type { Quantity } from '#core/registers/quantity.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listRegisters } from './known-registers.ts';
import type { MeasureScope } from './measure-scope.ts';
import { aggregateOf } from './row-tests.ts';
import { measureTasks } from './task-rows.ts';

export type QuantityWanted = { leaf: string; quantity: Quantity };

/** PostgreSQL returns no more than 1,664 columns; a register feeds far fewer quantities. */
const MOST_AGGREGATES = 400;

/**
 * Measures quantities over the registers of the plan's unit and year, one statement a register;
 * quantities that ask the same are worked out once. Answers exact decimals as text by leaf and key.
 * Typed quantities are left out. A register without a single row in the year tells nothing, so its
 * quantities are null: silence is not zero faults. Closing a month of an empty register is a person's
 * word that nothing arose, and then it counts.
 */
export async function measureQuantities(
  tx: Tx,
  scope: MeasureScope,
  wanted: readonly QuantityWanted[],
): Promise<Map<string, Record<string, string | null>>> {
  const valueByAsked = new Map<string, string | null>();
  const byRegister = new Map<string, Map<string, Quantity>>();
  for (const { quantity } of wanted) {
    if (quantity.source === 'typed' || quantity.source === 'constant') continue;
    const register = quantity.register ?? '';
    const asked = byRegister.get(register) ?? new Map<string, Quantity>();
    byRegister.set(register, asked.set(askedBy(quantity), quantity));
  }
  const registers = byRegister.size > 0 ? await listRegisters(tx, scope.plan.unitId) : [];
  const isOfTasks = new Set(registers.filter(({ source }) => source === 'tasks').map(({ key }) => key));
  for (const [register, asked] of byRegister) {
    const quantities = [...asked.values()];
    const values = isOfTasks.has(register)
      ? await measureTasks(tx, scope, quantities)
      : await measureRows(tx, scope, register, quantities);
    [...asked.keys()].forEach((key, position) => {
      valueByAsked.set(key, values[position] ?? null);
    });
  }
  const measured = new Map<string, Record<string, string | null>>();
  for (const { leaf, quantity } of wanted) {
    if (quantity.source === 'typed') continue;
    const values = measured.get(leaf) ?? {};
    measured.set(leaf, values);
    values[quantity.key] =
      quantity.source === 'constant'
        ? (quantity.constant ?? null)
        : (valueByAsked.get(askedBy(quantity)) ?? null);
  }
  return measured;
}

/** What a quantity asks, without what it is called. */
function askedBy({ source, register, column, where, window }: Quantity): string {
  return JSON.stringify([source, register, column, where, window]);
}

async function measureRows(
  tx: Tx,
  { plan, today, until }: MeasureScope,
  register: string,
  quantities: readonly Quantity[],
): Promise<(string | null)[]> {
  const scope = { year: plan.year, today };
  const values: (string | null)[] = [];
  for (let from = 0; from < quantities.length; from += MOST_AGGREGATES) {
    const part = quantities.slice(from, from + MOST_AGGREGATES);
    const columns = part.map(
      (quantity, position) => sql`${aggregateOf(quantity, scope)} as ${sql.id(`q${position}`)}`,
    );
    const { rows } = await sql<Record<string, string | null> & { rows: number; is_closed: boolean }>`
      select count(*)::int as rows, ${sql.join(columns)}, exists (
        select from register_snapshot s
        where s.unit_id = ${plan.unitId} and s.register_key = ${register} and s.year = ${plan.year}
      ) as is_closed
      from register_row r
      where r.unit_id = ${plan.unitId} and r.register_key = ${register} and r.removed_at is null
        and r.happened_on between ${`${plan.year - 1}-12-15`}::date
          and ${until ?? `${plan.year}-12-31`}::date`.execute(tx);
    const [found] = rows;
    const isTold = found !== undefined && (found.rows > 0 || found.is_closed || until !== undefined);
    for (const position of part.keys()) values.push(isTold ? (found[`q${position}`] ?? null) : null);
  }
  return values;
}
