import { z } from 'zod';

/** What became of a criterion when the set was replaced; one may be several at once. */
export const SET_CHANGES = ['added', 'removed', 'reweighted', 'moved', 'reworded'] as const;
export type SetChange = (typeof SET_CHANGES)[number];

/**
 * One line from the former set to the next: a leaf that goes on as another (`from` and `to`), one that
 * ends (`to` null) or one that begins (`from` null). Points are hundredths.
 */
export const crosswalkEntrySchema = z.object({
  from: z.string().max(40).nullable(),
  to: z.string().max(40).nullable(),
  changes: z.array(z.enum(SET_CHANGES)),
  /** How alike the words are, in whole hundredths: 100 is the same. */
  likeness: z.int().min(0).max(100),
  /** Whether a person said so, rather than the proposal. */
  isByHand: z.boolean(),
});
export type CrosswalkEntry = z.infer<typeof crosswalkEntrySchema>;

const leafSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  /** Titles of the rows above it, the field first. */
  path: z.array(z.string()),
  maxPoints: z.int(),
  points: z.int().nullable(),
});
export type CrosswalkLeaf = z.infer<typeof leafSchema>;

/** A set by the plan that brought it. Points are those of all its leaves; null when none has any. */
const sideSchema = z.object({
  planId: z.uuid(),
  title: z.string(),
  confirmedAt: z.string(),
  points: z.int().nullable(),
  leaves: z.array(leafSchema),
});

const carriesSchema = z.object({ entry: z.boolean(), rule: z.boolean(), evidence: z.int() });
const leftSchema = z.object({ code: z.string(), points: z.int().nullable(), quantities: z.int() });

/** The change of sets as a page shows it: both sides with their results, which stay apart for good. */
export const crosswalkSchema = z.object({
  id: z.uuid(),
  status: z.enum(['proposed', 'applied']),
  /** Whether the next set is still the one in force; one that was replaced again is no longer edited. */
  isCurrent: z.boolean(),
  from: sideSchema,
  to: sideSchema,
  entries: z.array(crosswalkEntrySchema),
  /** What goes over with each leaf of the former set, by code: typed entries, own rules, evidence. */
  carries: z.record(z.string(), carriesSchema),
  /** Next leaves whose rule goes over but has to be checked: what it says in points was for another maximum. */
  toCheck: z.array(z.string()),
  /** What was typed but cannot stand for the next leaf, by its code: points, and how many quantities. */
  left: z.array(leftSchema),
  version: z.int(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  appliedBy: z.string().nullable(),
});
export type Crosswalk = z.infer<typeof crosswalkSchema>;

export const crosswalkChangeSchema = z.object({
  entries: z.array(crosswalkEntrySchema.pick({ from: true, to: true })).max(2000),
  version: z.int(),
});
export type CrosswalkChange = z.infer<typeof crosswalkChangeSchema>;
