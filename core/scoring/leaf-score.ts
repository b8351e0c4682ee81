import { z } from 'zod';
import { columnSchema, movedPointsSchema } from '#core/registers/register.ts';
import { evaluationSchema } from './evaluation.ts';
import { keptRuleSchema, ruleSchema } from './rule.ts';

/** What a person typed for one leaf: quantities that no register knows, points where no rule is known, "không áp dụng". */
export const leafEntrySchema = z.object({
  /** Typed quantities by key: decimals as text, a level's key, "1" or "0" for yes or no. */
  quantities: z.record(z.string(), z.string().max(40).nullable()),
  /** Points typed by hand, for a rule nobody knows; hundredths. */
  points: z.int().min(-10_000).max(10_000).nullable(),
  isNotApplicable: z.boolean(),
  reason: z.string(),
  version: z.int(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
});
export type LeafEntry = z.infer<typeof leafEntrySchema>;

export const leafEntryInputSchema = leafEntrySchema
  .pick({ quantities: true, points: true, isNotApplicable: true, version: true })
  .extend({ reason: z.string().trim().max(2000).default('') });
export type LeafEntryInput = z.infer<typeof leafEntryInputSchema>;

/** Points of one row of the annex now: a leaf's own, above it the sum of what is scored. Null when nothing is. */
export const scoreRowSchema = z.object({
  criterionId: z.uuid(),
  code: z.string(),
  isLeaf: z.boolean(),
  points: z.int().nullable(),
  maxPoints: z.int(),
  /** Leaves below it (itself, for a leaf) that have points, and all of them. */
  scored: z.int(),
  leaves: z.int(),
  status: z.enum(['scored', 'not_scored', 'removed', 'sum']),
  isDraft: z.boolean(),
});
export type ScoreRow = z.infer<typeof scoreRowSchema>;

/** Every row's points, and the whole: what is reached of what is scored, and re-scaled when leaves were taken out. */
export const scoreBoardSchema = z.object({
  asOf: z.string(),
  points: z.int().nullable(),
  maxPoints: z.int().describe('maximum of all leaves, those taken out too'),
  removedPoints: z.int().describe('maximum of leaves taken out as not applicable'),
  rescaled: z.int().nullable().describe('points on the scale of maxPoints when leaves were taken out'),
  scored: z.int(),
  leaves: z.int(),
  drafts: z.int().describe('leaves scored by a rule that is still a draft'),
  rows: z.array(scoreRowSchema),
});
export type ScoreBoard = z.infer<typeof scoreBoardSchema>;

/** How the points of a leaf or of the rows above it moved: who or what moved them, and when. */
export const scoreMoveSchema = z.object({
  at: z.string(),
  actorName: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
  /** What moved it: a register row, a rule, a typed entry, a task, another plan, a new day. */
  cause: z.object({
    kind: z.enum(['register', 'rule', 'entry', 'task', 'plan', 'day']),
    what: z.string(),
    reason: z.string(),
  }),
});
export type ScoreMove = z.infer<typeof scoreMoveSchema>;

export const leafScoreSchema = z.object({
  code: z.string(),
  criterionId: z.uuid(),
  title: z.string(),
  evaluation: evaluationSchema,
  rule: keptRuleSchema,
  /** Earlier versions of the rule, newest first, the draft of the catalogue last. */
  versions: z.array(keptRuleSchema),
  entry: leafEntrySchema,
  /** Registers its quantities come from, with their titles; `mayRead` false for a restricted one. */
  registers: z.array(
    z.object({ key: z.string(), number: z.string().nullable(), title: z.string(), mayRead: z.boolean() }),
  ),
  moves: z.array(scoreMoveSchema),
});
export type LeafScore = z.infer<typeof leafScoreSchema>;

/**
 * The rows behind a leaf's quantities. `shares` says by quantity key what each row adds ("1" for a
 * counted row); `short` is what it adds to a but not to b. Rows that fall short come first.
 */
export const proofRowsSchema = z.object({
  registers: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      columns: z.array(columnSchema),
      total: z.int(),
      rows: z.array(
        z.object({
          id: z.uuid(),
          departmentId: z.uuid().nullable(),
          happenedOn: z.string().nullable(),
          values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
          shares: z.record(z.string(), z.string()),
          short: z.string().nullable(),
        }),
      ),
      /** What falls short by department, largest first; id null for rows without one. */
      byDepartment: z.array(
        z.object({ departmentId: z.uuid().nullable(), name: z.string(), short: z.string() }),
      ),
    }),
  ),
});
export type ProofRows = z.infer<typeof proofRowsSchema>;

export const ruleChangeSchema = z.object({
  rule: ruleSchema,
  reason: z.string().trim().min(3).max(1000),
  /** The version it was made from; a rule changed since then is refused. */
  version: z.int(),
});
export type RuleChange = z.infer<typeof ruleChangeSchema>;

/** What a rule would do if it were kept: the leaf's evaluation, every leaf that moves, and the total. */
export const rulePreviewSchema = z.object({
  evaluation: evaluationSchema,
  moved: z.array(movedPointsSchema),
  totalBefore: z.int().nullable(),
  totalAfter: z.int().nullable(),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;

/** What changing an entry or a rule answers. */
export const leafKeptSchema = z.object({
  leaf: leafScoreSchema,
  moved: z.array(movedPointsSchema),
  totalBefore: z.int().nullable(),
  totalAfter: z.int().nullable(),
});
export type LeafKept = z.infer<typeof leafKeptSchema>;
