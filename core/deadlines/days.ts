import type { Day } from './deadline.ts';

const WRITTEN_DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether a text is a day of the calendar: "2026-02-28" is, "2026-02-30", "0000-01-01" and "28/2/2026" are not. */
export function isDay(text: string): boolean {
  // Databases, like calendars, know no year 0.
  if (!WRITTEN_DAY.test(text) || text.startsWith('0000')) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

/**
 * Whether a text is a day that work of a plan can be due on. Lateness is counted day by day: a slip of the
 * pen such as "9999" or "0206" would keep the server counting for minutes.
 */
export function isPlanDay(text: string): boolean {
  return text.startsWith('20') && isDay(text);
}

/**
 * The running number of a day, counted in UTC so that no time zone or summer time moves it. Throws
 * on what is no day of the calendar ("2026-02-30"): days are checked where they come in.
 */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`"${day}" is no day of the calendar`);
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day with a running number, the way back from `dayNumber`. */
export function dayOfNumber(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day that many whole days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** The same day that many months later, or the last of a month that has no such day: 31/1 → 28/2. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return dayOfNumber(Math.floor(last.getTime() / MILLISECONDS_A_DAY) - Math.max(0, last.getUTCDate() - date));
}

/** The day of the week as people count it: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}
