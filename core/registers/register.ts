import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { COLUMN_KINDS, MOST_ROWS_AT_ONCE } from './column-kinds.ts';

const keySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u);

export const columnSchema = z.object({
  key: keySchema,
  title: z.string().trim().min(1).max(120),
  kind: z.enum(COLUMN_KINDS),
  isRequired: z.boolean().default(false),
  /** Most decimals of a number; 0 for counts. */
  decimals: z.int().min(0).max(4).optional(),
  /** The unit a number is counted in: "văn bản", "triệu đồng", "%". */
  unit: z.string().max(40).optional(),
  choices: z
    .array(z.object({ key: keySchema, title: z.string().trim().min(1).max(120) }))
    .max(40)
    .optional(),
  help: z.string().max(300).optional(),
});
export type Column = z.infer<typeof columnSchema>;

/**
 * A register (sổ theo dõi): what its rows hold. `key` names it for good; a register of the catalogue
 * is known by it in every unit, one a unit defines has a key that begins with "own_".
 */
export const registerSchema = z.object({
  key: keySchema,
  /** Its number in docs and lists of registers: "5.22"; null for a unit's own. */
  number: z.string().nullable(),
  title: z.string().trim().min(3).max(200),
  about: z.string().max(1000),
  columns: z.array(columnSchema).min(1).max(30),
  /** The date or month column that says in which year and month a row counts. */
  dateColumn: keySchema,
  /** Rows of restricted registers (discipline) are read only by those who keep them and by leaders. */
  isRestricted: z.boolean(),
  retentionYears: z.int().min(1).max(70),
  /** `tasks`: its rows are the tasks of the live plan, kept there and only shown here. */
  source: z.enum(['rows', 'tasks']),
});
export type Register = z.infer<typeof registerSchema>;

/** What a cell holds: a number for numbers, true or false for flags, text for all else; null when empty. */
export const cellValueSchema = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]);
export type CellValue = z.infer<typeof cellValueSchema>;
export const valuesSchema = z.record(keySchema, cellValueSchema);
export type Values = z.infer<typeof valuesSchema>;

export const registerRowSchema = z.object({
  id: z.uuid(),
  registerKey: z.string(),
  /** The year of assessment it counts for, and the day or first day of the month of its date column. */
  year: z.int(),
  happenedOn: daySchema.nullable(),
  departmentId: z.uuid().nullable(),
  values: valuesSchema,
  /** How many pieces of evidence hang on it. */
  proofs: z.int(),
  version: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** One row as it is written; `id` and `version` of a row that is there already, none for a new one. */
export const rowInputSchema = z.object({
  id: z.uuid().optional(),
  version: z.int().optional(),
  departmentId: z.uuid().nullable(),
  values: valuesSchema,
});
export type RowInput = z.infer<typeof rowInputSchema>;

/** Rows written together, all or none; `removed` go with them, so that one step can be taken back by one call. */
export const rowsInputSchema = z.object({
  rows: z.array(rowInputSchema).max(MOST_ROWS_AT_ONCE),
  removed: z
    .array(z.object({ id: z.uuid(), version: z.int() }))
    .max(MOST_ROWS_AT_ONCE)
    .default([]),
  /** Why it was changed, for the log; needed only where rows of a closed month change. */
  reason: z.string().trim().max(1000).default(''),
});
export type RowsInput = z.infer<typeof rowsInputSchema>;

/** A leaf whose points a write moved: told back at once, and kept in the log. */
export const movedPointsSchema = z.object({
  code: z.string(),
  title: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
});
export type MovedPoints = z.infer<typeof movedPointsSchema>;

/** What a write answers: the rows as kept, the leaves that moved and the unit's total before and after (hundredths). */
export const rowsKeptSchema = z.object({
  rows: z.array(registerRowSchema),
  moved: z.array(movedPointsSchema),
  totalBefore: z.int().nullable(),
  totalAfter: z.int().nullable(),
});
export type RowsKept = z.infer<typeof rowsKeptSchema>;

export const registerSummarySchema = registerSchema.extend({
  rows: z.int().describe('rows of the year'),
  lastChangedAt: z.string().nullable(),
  /** Codes of the leaves whose points it feeds. */
  leaves: z.array(z.string()),
  mayRead: z.boolean(),
});
export type RegisterSummary = z.infer<typeof registerSummarySchema>;

/** The numbers of a register as they stood when a month was closed. */
export const snapshotSchema = z.object({
  id: z.uuid(),
  registerKey: z.string(),
  /** "2026-09": the numbers count from the start of the year to the end of this month. */
  period: z.string().regex(/^\d{4}-\d{2}$/u),
  rows: z.int(),
  quantities: z.array(
    z.object({ leaf: z.string(), key: z.string(), title: z.string(), value: z.string().nullable() }),
  ),
  takenAt: z.string(),
  takenBy: z.string(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const registerPageSchema = z.object({
  register: registerSummarySchema,
  year: z.int(),
  rows: z.array(registerRowSchema),
  snapshots: z.array(snapshotSchema),
});
export type RegisterPage = z.infer<typeof registerPageSchema>;
