import { z } from 'zod';
import { LEAF_SCORERS } from './assessment-words.ts';
import { campaignSchema } from './campaign.ts';
import { POINT_COLUMNS } from './columns.ts';
import { reasonSchema } from './ruling.ts';
import { ROUNDS } from './stages.ts';

/** What one round gave one leaf, by whom and when. */
export const givenSchema = z.object({
  round: z.enum(ROUNDS),
  points: z.int(),
  reasons: z.array(reasonSchema),
  question: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Given = z.infer<typeof givenSchema>;

const columnPointsSchema = z.partialRecord(z.enum(POINT_COLUMNS), z.int().nullable());
export type ColumnPoints = z.infer<typeof columnPointsSchema>;

const explanationSchema = z.object({
  text: z.string(),
  askedPoints: z.int().nullable(),
  proofs: z.int(),
  sentBy: z.string(),
  sentAt: z.string(),
});

/** One row of the criteria, branches too: hundredths in each column there is to see. */
export const comparisonLineSchema = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  level: z.int(),
  isLeaf: z.boolean(),
  title: z.string(),
  maxPoints: z.int(),
  scoredBy: z.enum(LEAF_SCORERS),
  lastPoints: z.int().nullable(),
  columns: columnPointsSchema,
  /** In the order of the rounds; empty for branches. */
  given: z.array(givenSchema),
  explanation: explanationSchema.nullable(),
  appeal: explanationSchema.nullable(),
});
export type ComparisonLine = z.infer<typeof comparisonLineSchema>;

export const comparisonSchema = z.object({
  campaign: campaignSchema.pick({ id: true, year: true, title: true, phase: true }),
  unit: z.object({ id: z.uuid(), name: z.string() }),
  /** Null while the unit has handed nothing in. */
  submitted: z.object({ number: z.int(), by: z.string(), at: z.string() }).nullable(),
  shown: z.array(z.enum(POINT_COLUMNS)),
  /** Whether only a part of the leaves is shown, as to somebody who was given just these. */
  isPartial: z.boolean(),
  /** Leaves whose reasons do not account for a change. There are none unless something is broken. */
  unaccounted: z.array(z.string()),
  lines: z.array(comparisonLineSchema),
  totals: comparisonLineSchema.pick({ maxPoints: true, lastPoints: true, columns: true }),
});
export type Comparison = z.infer<typeof comparisonSchema>;
