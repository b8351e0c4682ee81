import { type Hundredths, sumPoints } from '#core/points.ts';
import { CITY_SCORERS, type LeafScorer } from './assessment-words.ts';
import type { RulingInput } from './ruling.ts';

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
