import { daysInMonth } from '#core/deadlines/calendar-windows.ts';
import { weekdayOf } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';

/** A month as "2026-09". */
export type Month = string;

const two = (number: number) => String(number).padStart(2, '0');

/** The day's place in a week that begins on Monday: 0 is Monday, 6 is Sunday. */
export function placeInWeek(day: Day): number {
  return weekdayOf(day) - 1;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month so many months after another; before it when the number is negative. */
export function monthAfter(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((((count % 12) + 12) % 12) + 1)}`;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return `${month}-${two(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))))}`;
}

/** So many months, beginning with the one given. */
export function monthsFrom(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, step) => monthAfter(month, step));
}

/** The first month of the quarter a month lies in. */
export function quarterOf(month: Month): Month {
  return monthAfter(month, -((Number(month.slice(5, 7)) - 1) % 3));
}

/** A month as offices write it: "2026-09" as "9/2026". */
export function printMonth(month: Month): string {
  return `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;
}
