import { z } from 'zod';
import { FAMILIES, SCORERS } from './families.ts';

/**
 * One step from the measure to the points, in the order it happened. Shares are exact decimals as text
 * ("0.90014903"), points exact decimals of a point as text ("0.449") before rounding.
 */
const step = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape });
export const stepSchema = z.discriminatedUnion('kind', [
  step('share', { b: z.string(), a: z.string(), share: z.string() }),
  step('zero_denominator', { policy: z.enum(['full', 'not_applicable', 'zero']) }),
  step('below_floor', { share: z.string(), floor: z.string() }),
  step('full_reached', { share: z.string(), full: z.string() }),
  step('of_target', { share: z.string(), target: z.string(), reached: z.string() }),
  step('step_reached', { value: z.string(), from: z.string(), points: z.string() }),
  step('no_step_reached', { value: z.string(), least: z.string() }),
  step('times_maximum', { share: z.string(), points: z.string() }),
  step('yes', {}),
  step('no', {}),
  step('deducted', { n: z.string(), step: z.string(), deducted: z.string() }),
  step('fault', { n: z.string() }),
  step('no_fault', {}),
  step('counted', {
    n: z.string(),
    unit: z.string(),
    points: z.string(),
    /** How many more items would still bring points. */
    room: z.int().min(0),
  }),
  step('level', { title: z.string(), share: z.string() }),
  step('answers', { answers: z.string(), share: z.string(), isReverse: z.boolean() }),
  step('index', { x: z.string(), full: z.string(), share: z.string() }),
  step('claims', { points: z.string() }),
  step('penalties', { points: z.string() }),
  step('part', { title: z.string(), points: z.string(), maxPoints: z.string() }),
  step('branch', { when: z.string().nullable(), formula: z.string(), points: z.string() }),
  step('typed', { points: z.string() }),
  step('not_applicable', { policy: z.enum(['full', 'removed', 'zero']) }),
  step('capped_by', { title: z.string(), share: z.string(), points: z.string() }),
  step('held_to_maximum', { from: z.string() }),
  step('raised_to_zero', { from: z.string() }),
  step('rounded', { from: z.string(), to: z.string() }),
]);
export type Step = z.infer<typeof stepSchema>;

/** Why a leaf has no points yet. */
export const MISSING = ['quantity_missing', 'typed_missing', 'formula_fails', 'scored_elsewhere'] as const;

/** What a rule and a measure come to, with everything needed to say how. Points in hundredths, rounded half up once. */
export const evaluationSchema = z.object({
  /** `removed`: not applicable, and its maximum leaves the scale. */
  status: z.enum(['scored', 'not_scored', 'removed']),
  points: z.int().nullable(),
  maxPoints: z.int(),
  family: z.enum(FAMILIES),
  scoredBy: z.enum(SCORERS),
  ruleVersion: z.int(),
  isDraft: z.boolean(),
  /** Points before cap and rounding, an exact decimal to at most eight places; null when not scored. */
  unrounded: z.string().nullable(),
  inputs: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      value: z.string().nullable(),
      unit: z.string().nullable(),
    }),
  ),
  steps: z.array(stepSchema),
  missing: z.object({ reason: z.enum(MISSING), what: z.string() }).nullable(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;
