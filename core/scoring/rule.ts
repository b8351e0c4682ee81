import { z } from 'zod';
import { quantitySchema } from '#core/registers/quantity.ts';
import { NOT_APPLICABLE, SCORERS, ZERO_DENOMINATOR } from './families.ts';

/** A share in whole ten-thousandths: 95 % is 9500. Floors are tested on the exact ratio, never on a rounded one. */
const share = z.int().min(0).max(20_000);
const hundredths = z.int().min(0).max(10_000);
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/u);

const scores = {
  /** R1: quantity "yes" is 1 → maximum, 0 → 0. */
  yes_no: z.object({ family: z.literal('yes_no') }),
  /** R2: b/a ≥ floor → b/a × max, else 0. From `full` on, the maximum. */
  ratio: z.object({ family: z.literal('ratio'), floor: share.optional(), full: share.optional() }),
  /** R3: the points of the highest step whose `from` is reached by b/a (`of: share`, ten-thousandths) or by n (`of: number`). */
  steps: z.object({
    family: z.literal('steps'),
    of: z.enum(['share', 'number']),
    steps: z
      .array(z.object({ from: z.int().min(0), points: hundredths }))
      .min(1)
      .max(20),
  }),
  /** R4: min(1, (b/a)/target) × max; below `floor` of b/a 0. */
  target: z.object({ family: z.literal('target'), target: share.min(1), floor: share.optional() }),
  /** R5: max − n × step, not below 0. */
  deduction: z.object({ family: z.literal('deduction'), step: hundredths.min(1) }),
  /** R6: any → 0. */
  any_fault: z.object({ family: z.literal('any_fault') }),
  /** R7: min(max, n × unit). */
  count: z.object({ family: z.literal('count'), unit: hundredths.min(1) }),
  /** R8: quantity "level" is the key of a level → its share of the maximum. */
  level: z.object({
    family: z.literal('level'),
    levels: z
      .array(z.object({ key, title: z.string().min(1).max(200), share }))
      .min(1)
      .max(12),
  }),
  /**
   * R9: max × Σ(weight × answers) ÷ Σ answers; the quantities are named by the options' keys. A
   * reverse item takes the weights in the opposite order.
   */
  survey: z.object({
    family: z.literal('survey'),
    options: z
      .array(z.object({ key, title: z.string().min(1).max(200), weight: share }))
      .min(2)
      .max(12),
    isReverse: z.boolean().default(false),
  }),
  /** R10: x ÷ full × max. `full` is what the index can reach: 100 unless said, in whole numbers. */
  index: z.object({ family: z.literal('index'), full: z.int().min(1).max(1_000_000).default(100) }),
  /** R11: the sum of approved claims, in points: min(max, n). */
  bonus: z.object({ family: z.literal('bonus') }),
  /** R12: minus the sum of penalties, in points; not below −cap (hundredths), by default not below −100 points. */
  penalty: z.object({ family: z.literal('penalty'), cap: hundredths.optional() }),
  /** An own formula over the quantities, "max" and "points of a point": the first branch whose condition holds gives points. */
  formula: z.object({
    family: z.literal('formula'),
    branches: z
      .array(
        z.object({ when: z.string().trim().max(500).optional(), points: z.string().trim().min(1).max(500) }),
      )
      .min(1)
      .max(12),
  }),
  /** Rule not known: points are typed by hand with a reason. */
  typed: z.object({ family: z.literal('typed') }),
};

/** What one part may be scored by: everything but parts themselves. */
export const simpleScoreSchema = z.discriminatedUnion('family', [
  scores.yes_no,
  scores.ratio,
  scores.steps,
  scores.target,
  scores.deduction,
  scores.any_fault,
  scores.count,
  scores.level,
  scores.survey,
  scores.index,
  scores.bonus,
  scores.penalty,
  scores.formula,
  scores.typed,
]);
export type SimpleScore = z.infer<typeof simpleScoreSchema>;

/** Several parts or targets, each with its own maximum in hundredths; their exact points are added, then rounded once. */
const partsSchema = z.object({
  family: z.literal('parts'),
  parts: z
    .array(
      z.object({
        key,
        title: z.string().trim().min(1).max(300),
        maxPoints: hundredths,
        /** The part's quantities are named "<key>_b", "<key>_a", "<key>_n", "<key>_yes" … */
        score: simpleScoreSchema,
      }),
    )
    .min(1)
    .max(20),
});

export const scoreSchema = z.discriminatedUnion('family', [...simpleScoreSchema.options, partsSchema]);
export type Score = z.infer<typeof scoreSchema>;

/** "If …, the leaf gets no more than this share of its maximum." Looks at a quantity or at the points of another leaf before caps. */
export const capSchema = z.object({
  title: z.string().trim().min(1).max(300),
  when: z.discriminatedUnion('of', [
    z.object({ of: z.literal('quantity'), key, atLeast: z.int().min(0) }),
    z.object({ of: z.literal('leaf'), code: z.string().max(40), below: hundredths }),
  ]),
  share,
});
export type Cap = z.infer<typeof capSchema>;

/** How one leaf gets its points, as data: what is measured, how it scores, who scores, and on what ground. */
export const ruleSchema = z.object({
  score: scoreSchema,
  quantities: z.array(quantitySchema).max(60),
  caps: z.array(capSchema).max(8).default([]),
  notApplicable: z.enum(NOT_APPLICABLE).default('full'),
  zeroDenominator: z.enum(ZERO_DENOMINATOR).default('full'),
  scoredBy: z.enum(SCORERS),
  /** The rule in the words of its source, in Vietnamese. */
  words: z.string().trim().max(2000),
  /** Decision, annex, page; empty when not known. */
  source: z.string().trim().max(500),
  /** A draft has to be checked against the decision. */
  isDraft: z.boolean(),
  /** The evidence asked for, in words: "Quyết định công nhận sáng kiến". */
  evidence: z.array(z.string().trim().min(1).max(200)).max(12),
});
export type Rule = z.infer<typeof ruleSchema>;

/** A rule as it stands for a leaf: version 0 is the catalogue's draft, untouched by the unit. */
export const keptRuleSchema = z.object({
  code: z.string(),
  rule: ruleSchema,
  version: z.int(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
  reason: z.string(),
});
export type KeptRule = z.infer<typeof keptRuleSchema>;
