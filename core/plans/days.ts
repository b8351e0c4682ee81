import type { Day } from './deadline.ts';

const WRITTEN_DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The running number of a day, counted in UTC so that no time zone or summer time moves it. Throws
 * on what is no day of the calendar ("2026-02-30"): days are checked where they come in.
 */
export function dayNumber(day: Day): number {
  const match = WRITTEN_DAY.exec(day);
  const instant = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`"${day}" is no day of the calendar`);
  }
  return instant / MILLISECONDS_A_DAY;
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
