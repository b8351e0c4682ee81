import type { Hundredths } from '#core/points.ts';
import { fraction, roundHalfUp } from './exact.ts';

/**
 * Points on the full scale when leaves of `removed` points were taken out as not applicable: 63,17 of
 * 70 is 90,24 of 100 (QĐ 2940/QĐ-UBND of Hà Nội, 2022: without a survey the appraised points are
 * brought to the scale of 100). Rounded half up once. Refuses (throws) when nothing is left to scale.
 */
export function rescale(points: Hundredths, removed: Hundredths, full: Hundredths): Hundredths {
  if (removed < 0 || removed >= full)
    throw new RangeError(`${removed} of ${full} points taken out leave nothing`);
  return roundHalfUp(fraction(BigInt(points) * BigInt(full), full - removed));
}
