import { weekdayOf } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { type HolidayKind, holidaysOf } from '#core/deadlines/holidays.ts';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';

/** A day of the year that is not as its weekday says. `isOwn` where the unit wrote over the national calendar. */
export type NamedDayOfYear = {
  day: Day;
  name: string;
  kind: HolidayKind | 'own_off' | 'own_work';
  isOff: boolean;
  isOwn: boolean;
};

/** The days of a year that differ from the week, the national ones with the unit's own over them, in order. */
export function namedDaysOf(
  year: number,
  { weeklyDaysOff, days }: Pick<WorkCalendarSettings, 'weeklyDaysOff' | 'days'>,
): NamedDayOfYear[] {
  const own = days.filter(({ day }) => day.startsWith(`${year}-`));
  const isOwn = new Set(own.map(({ day }) => day));
  const national = holidaysOf(year, weeklyDaysOff)
    .filter(({ day }) => !isOwn.has(day))
    .map((each): NamedDayOfYear => ({ ...each, isOff: each.kind !== 'swapped_work', isOwn: false }));
  return [
    ...national,
    ...own.map(
      (each): NamedDayOfYear => ({ ...each, kind: each.isOff ? 'own_off' : 'own_work', isOwn: true }),
    ),
  ].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/**
 * What a calendar of tasks shows of a month ("2026-11") and its neighbours: the names of days off, and
 * whether a day is one. Until the unit's calendar is known, Saturdays and Sundays are.
 */
export function daysOffAround(
  month: string,
  settings: Pick<WorkCalendarSettings, 'weeklyDaysOff' | 'days'> = { weeklyDaysOff: [6, 7], days: [] },
): { daysOff: ReadonlyMap<Day, string>; isOff: (day: Day) => boolean } {
  const year = Number(month.slice(0, 4));
  const named = [year - 1, year, year + 1].flatMap((each) => namedDaysOf(each, settings));
  const isOffByDay = new Map(named.map(({ day, isOff }) => [day, isOff]));
  return {
    daysOff: new Map(named.filter(({ isOff }) => isOff).map(({ day, name }) => [day, name])),
    isOff: (day) => isOffByDay.get(day) ?? settings.weeklyDaysOff.includes(weekdayOf(day)),
  };
}

/** The unit's own days with one more, or that day written anew. */
export function withDay(
  days: WorkCalendarSettings['days'],
  day: WorkCalendarSettings['days'][number],
): WorkCalendarSettings['days'] {
  return [...days.filter((each) => each.day !== day.day), day];
}
