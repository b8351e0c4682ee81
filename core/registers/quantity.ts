import { z } from 'zod';
import { QUANTITY_SOURCES, WINDOWS } from './column-kinds.ts';

const columnKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u);
const plainValue = z.union([z.string().max(400), z.number(), z.boolean()]);

/**
 * A test of one row. An empty cell passes only `empty` and `is_not`. `on_time` and `late` compare the
 * day a thing was done (`column`) with the day it was due (`due`): late is done after it, or not done
 * though it is past today. `fallen_due` is done, or due today or before.
 */
export const conditionSchema = z.discriminatedUnion('test', [
  z.object({ test: z.literal('is'), column: columnKey, value: plainValue }),
  z.object({ test: z.literal('is_not'), column: columnKey, value: plainValue }),
  z.object({ test: z.literal('one_of'), column: columnKey, values: z.array(plainValue).min(1).max(40) }),
  z.object({ test: z.literal('at_least'), column: columnKey, value: z.union([z.number(), z.string()]) }),
  z.object({ test: z.literal('at_most'), column: columnKey, value: z.union([z.number(), z.string()]) }),
  z.object({ test: z.literal('not_under'), column: columnKey, other: columnKey }),
  z.object({ test: z.literal('filled'), column: columnKey }),
  z.object({ test: z.literal('empty'), column: columnKey }),
  z.object({ test: z.literal('on_time'), column: columnKey, due: columnKey }),
  z.object({ test: z.literal('late'), column: columnKey, due: columnKey }),
  z.object({ test: z.literal('fallen_due'), column: columnKey, due: columnKey }),
]);
export type Condition = z.infer<typeof conditionSchema>;

/**
 * A measured quantity: a named query over the rows of one register in the window of the year. `key`
 * is what the rule calls it: "b" and "a" of a ratio, "n" of a count, "x" of an index, "yes" of a yes
 * or no, "level" of a level of completion.
 *
 * - `count`: rows that pass every condition
 * - `sum`: the sum of `column` over them (empty counts 0)
 * - `distinct`: how many different values `column` has among them
 * - `latest`: `column` of the row with the latest date among them
 * - `constant`: `constant` itself ("12 months")
 * - `typed`: typed by hand into the leaf's entry
 */
export const quantitySchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u),
  title: z.string().trim().min(1).max(200),
  unit: z.string().max(40).optional(),
  source: z.enum(QUANTITY_SOURCES),
  register: columnKey.optional(),
  column: columnKey.optional(),
  where: z.array(conditionSchema).max(8).default([]),
  window: z.enum(WINDOWS).default('calendar'),
  constant: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,4})?$/u)
    .optional(),
});
export type Quantity = z.infer<typeof quantitySchema>;

/** Values of quantities by key: exact decimals as text ("1812", "96.92"), a level by its key; null is not known. */
export type Measured = Readonly<Record<string, string | null>>;
