import { z } from 'zod';
import { type Hundredths, sumPoints } from '#core/points.ts';
import { CITY_SCORERS, type LeafScorer, LOSS_CAUSES } from './assessment-words.ts';

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

export type RulingRefusal =
  | { kind: 'points_out_of_range'; field: 'points'; least: Hundredths; most: Hundredths }
  | { kind: 'reasons_do_not_add_up'; field: 'reasons'; difference: Hundredths; sum: Hundredths }
  | { kind: 'source_needed'; field: 'note' };

/** Between what points a leaf may be given: a penalty only takes away. */
export function rangeOf(
  scoredBy: LeafScorer,
  maxPoints: Hundredths,
): { least: Hundredths; most: Hundredths } {
  return scoredBy === 'penalty' ? { least: -10_000, most: 0 } : { least: 0, most: maxPoints };
}

/**
 * Refuses points outside the leaf's range; reasons that are not, to the hundredth, what the points differ
 * by from the round before (`from`; nothing differs where nobody had given points); and points of a
 * survey or an outside index that say not where they come from.
 */
export function refuseRuling(
  leaf: { scoredBy: LeafScorer; maxPoints: Hundredths },
  from: Hundredths | null,
  { points, reasons, note }: Pick<RulingInput, 'points' | 'reasons' | 'note'>,
): RulingRefusal | undefined {
  const { least, most } = rangeOf(leaf.scoredBy, leaf.maxPoints);
  if (points < least || points > most) return { kind: 'points_out_of_range', field: 'points', least, most };
  const sum = sumPoints(reasons.map((reason) => reason.points));
  const difference = from === null ? 0 : from - points;
  if (sum !== difference) return { kind: 'reasons_do_not_add_up', field: 'reasons', difference, sum };
  const isFirstOfCity = from === null && CITY_SCORERS.some((scorer) => scorer === leaf.scoredBy);
  if (isFirstOfCity && note === '') return { kind: 'source_needed', field: 'note' };
  return undefined;
}
