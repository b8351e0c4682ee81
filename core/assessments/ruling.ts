import { z } from 'zod';
import { LOSS_CAUSES } from './assessment-words.ts';

/** Why points were lost, or given back when negative. */
export const reasonSchema = z.object({
  points: z
    .int()
    .min(-10_000)
    .max(10_000)
    .refine((points) => points !== 0),
  cause: z.enum(LOSS_CAUSES),
  text: z.string().trim().min(3).max(2000),
  /** The bonus claim or penalty it speaks of, if one. */
  bonusClaimId: z.uuid().nullable().default(null),
});
export type Reason = z.infer<typeof reasonSchema>;

/** What somebody rules on one leaf in one round. */
export const rulingInputSchema = z.object({
  /** Hundredths. */
  points: z.int().min(-10_000).max(10_000),
  reasons: z.array(reasonSchema).max(20).default([]),
  /** What the unit is asked, when it must answer before this can be settled. */
  question: z.string().trim().max(2000).default(''),
  /** A remark; for a leaf the unit does not score, where the points come from. */
  note: z.string().trim().max(4000).default(''),
  /** The fingerprint of what was looked at; refused when that has changed since. */
  judged: z.string().max(128),
});
export type RulingInput = z.infer<typeof rulingInputSchema>;

export const rulingSchema = rulingInputSchema.omit({ judged: true }).extend({
  id: z.uuid(),
  /** What it started from: the round before; null where nobody had given points yet. */
  from: z.int().nullable(),
  fingerprint: z.string(),
  judgedBy: z.string(),
  judgedAt: z.string(),
});
export type Ruling = z.infer<typeof rulingSchema>;
