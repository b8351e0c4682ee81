import { dayNumber } from '#core/plans/days.ts';
import type { Day } from '#core/plans/deadline.ts';

/** Whether a day counts as a working day of the unit: every day that is no Saturday and no Sunday. */
export function unitCalendar(): (day: Day) => boolean {
  // Day 0 of the count was a Thursday.
  return (day) => (dayNumber(day) + 3) % 7 < 5;
}
