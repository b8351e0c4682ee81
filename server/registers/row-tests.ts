import { type RawBuilder, sql } from 'kysely';
import type { Condition, Quantity } from '#core/registers/quantity.ts';

/**
 * Conditions and aggregates of quantities as SQL over the values of register rows. Column keys and
 * values are always parameters, never text of a statement: rules are typed by people.
 */

type Test = RawBuilder<boolean>;

const cell = (key: string) => sql<string | null>`(r."values" ->> ${key}::text)`;
/** Only what is a number is added up: a row written before its column became a number counts nothing. */
const number = (key: string) =>
  sql<
    string | null
  >`(case when jsonb_typeof(r."values" -> ${key}::text) = 'number' then (r."values" ->> ${key}::text)::numeric end)`;

/** Days are "2026-09-30" and months "2026-09", which sort as text. */
function testOf(condition: Condition, today: string): Test {
  const value = cell(condition.column);
  switch (condition.test) {
    case 'is':
      return sql`coalesce(${value} = ${String(condition.value)}::text, false)`;
    case 'is_not':
      return sql`coalesce(${value} <> ${String(condition.value)}::text, true)`;
    case 'one_of':
      return sql`coalesce(${value} = any(${condition.values.map(String)}::text[]), false)`;
    case 'at_least':
      return compared(condition.column, condition.value, sql`>=`);
    case 'at_most':
      return compared(condition.column, condition.value, sql`<=`);
    case 'not_under':
      return sql`coalesce(${number(condition.column)} >= ${number(condition.other)}, false)`;
    case 'filled':
      return sql`coalesce(${value} <> '', false)`;
    case 'empty':
      return sql`coalesce(${value}, '') = ''`;
    case 'on_time':
      return sql`coalesce(${value} <= ${cell(condition.due)}, false)`;
    case 'late':
      return sql`coalesce(coalesce(nullif(${value}, ''), ${today}::text) > ${cell(condition.due)}, false)`;
    case 'fallen_due':
      return sql`(coalesce(${value}, '') <> '' or coalesce(${cell(condition.due)} <= ${today}::text, false))`;
  }
}

function compared(column: string, value: number | string, operator: RawBuilder<unknown>): Test {
  return typeof value === 'number'
    ? sql`coalesce(${number(column)} ${operator} ${String(value)}::numeric, false)`
    : sql`coalesce(${cell(column)} ${operator} ${value}::text, false)`;
}

/** First and last day in which a row counts for the year. */
export function windowOf({ window }: Pick<Quantity, 'window'>, year: number): [from: string, to: string] {
  return window === 'report' ? [`${year - 1}-12-15`, `${year}-12-14`] : [`${year}-01-01`, `${year}-12-31`];
}

/** Whether a row counts for a quantity: it lies in the window and passes every condition. */
export function countsFor(quantity: Quantity, { year, today }: { year: number; today: string }): Test {
  const [from, to] = windowOf(quantity, year);
  const tests = [
    sql<boolean>`r.happened_on between ${from}::date and ${to}::date`,
    ...quantity.where.map((condition) => testOf(condition, today)),
  ];
  return sql`(${sql.join(tests, sql` and `)})`;
}

/** What one row adds to a quantity: 1 when rows are counted, its column when they are summed. */
export function shareOf(quantity: Quantity, scope: { year: number; today: string }): RawBuilder<string> {
  const adds = quantity.source === 'sum' ? sql`coalesce(${number(quantity.column!)}, 0)` : sql`1`;
  return sql`(case when ${countsFor(quantity, scope)} then ${adds} else 0 end)`;
}

/** A quantity over all rows, as one aggregate with its own filter; null where there is nothing to tell. */
export function aggregateOf(
  quantity: Quantity,
  scope: { year: number; today: string },
): RawBuilder<string | null> {
  const filter = sql`filter (where ${countsFor(quantity, scope)})`;
  switch (quantity.source) {
    case 'sum':
      return sql`trim_scale(coalesce(sum(${number(quantity.column!)}) ${filter}, 0))::text`;
    case 'distinct':
      return sql`(count(distinct nullif(${cell(quantity.column!)}, '')) ${filter})::text`;
    case 'latest':
      return sql`trim_scale((array_agg(${number(quantity.column!)} order by r.happened_on desc, r.id desc)
        filter (where ${countsFor(quantity, scope)} and ${number(quantity.column!)} is not null))[1])::text`;
    default:
      return sql`(count(*) ${filter})::text`;
  }
}
