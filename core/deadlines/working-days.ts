import { addDays, dayNumber, weekdayOf } from './days.ts';
import type { Day } from './deadline.ts';
import { holidaysOf } from './holidays.ts';

/** A day that is not as its weekday says: off, or worked. */
export type NamedDay = { isOff: boolean; name: string };

/** When a unit works: the weekly days off (1 is Monday, 7 is Sunday) and the days that differ from them. */
export type WorkCalendar = { weeklyDaysOff: readonly number[]; days: Readonly<Record<Day, NamedDay>> };

/**
 * The calendar of public offices of Viet Nam for the years named, of which a unit's own days take their
 * places. Throws when no day of the week is worked: no deadline could then be counted.
 */
export function vietnamCalendar(
  years: readonly number[],
  {
    weeklyDaysOff = [6, 7],
    ownDays = {},
  }: { weeklyDaysOff?: readonly number[]; ownDays?: WorkCalendar['days'] } = {},
): WorkCalendar {
  if (new Set(weeklyDaysOff).size >= 7)
    throw new RangeError('A calendar needs a day of the week that is worked');
  const seeded = years
    .flatMap((year) => holidaysOf(year, weeklyDaysOff))
    .map(({ day, name, kind }): [Day, NamedDay] => [day, { isOff: kind !== 'swapped_work', name }]);
  return { weeklyDaysOff, days: { ...Object.fromEntries(seeded), ...ownDays } };
}

/** Whether the unit works on a day. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const named = calendar.days[day];
  return named ? !named.isOff : !calendar.weeklyDaysOff.includes(weekdayOf(day));
}

/** The first working day after a day, never the day itself. */
export function nextWorkingDay(calendar: WorkCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, 1);
}

/** The last working day before a day, never the day itself. */
export function previousWorkingDay(calendar: WorkCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, -1);
}

/**
 * The day that many working days later, or earlier when negative. The day one counts from does not
 * count (Article 147.2 of the Civil Code 91/2015/QH13); no days leave it as it is, even on a holiday.
 */
export function addWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/** Working days after one day up to and including another; negative when the other is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (dayNumber(to) < dayNumber(from)) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
