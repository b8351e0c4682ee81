import { addDays } from './days.ts';
import type { Day, Window } from './deadline.ts';

/** Days in a month of a year; February counts its leap day. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day written as "2026-09-30", or undefined when the calendar has no such day (31/9). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The whole of the months from one to another of a year, both included. */
export function monthsWindow(year: number, first: number, last: number): Window | undefined {
  const from = dayOf(year, first, 1);
  const to = last >= 1 && last <= 12 ? dayOf(year, last, daysInMonth(year, last)) : undefined;
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

/** The day before: "2026-10-01" → "2026-09-30". */
export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}

/** Numbers of quarters or months as runs of neighbours, first and last: [3, 2] → [[2, 3]], [2, 4] → [[2, 2], [4, 4]]. */
export function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
