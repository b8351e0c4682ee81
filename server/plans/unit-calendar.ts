import type { Day } from '#core/plans/deadline.ts';
import { isWorkingDay, vietnamCalendar } from '#core/plans/working-days.ts';

/** Tells the working days of public offices from the year before the first named one to the year after the last. */
export function unitCalendar(firstYear: number, lastYear: number): (day: Day) => boolean {
  const years = Array.from({ length: lastYear - firstYear + 3 }, (_, index) => firstYear - 1 + index);
  const calendar = vietnamCalendar(years);
  return (day) => isWorkingDay(calendar, day);
}
