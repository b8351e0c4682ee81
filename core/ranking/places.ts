import type { Hundredths } from '#core/points.ts';

/**
 * The place of each sum among all, in the order given: the most points come first, equal points share a place,
 * and the places they take are not given again (1, 2, 2, 4).
 */
export function placesOf(points: readonly Hundredths[]): number[] {
  const placeByPoints = new Map<Hundredths, number>();
  points
    .toSorted((one, other) => other - one)
    .forEach((each, position) => {
      if (!placeByPoints.has(each)) placeByPoints.set(each, position + 1);
    });
  return points.map((each) => placeByPoints.get(each) ?? 0);
}
