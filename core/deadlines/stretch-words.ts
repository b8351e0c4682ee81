import { comparableText } from '#core/vietnamese.ts';
import { addDays, addMonths } from './days.ts';
import type { Day, Stretch } from './deadline.ts';
import { type DateRules, findDates } from './deadline-dates.ts';
import { addWorkingDays, vietnamCalendar, type WorkCalendar } from './working-days.ts';

const STRETCH =
  /(?:trong|chậm nhất|không quá|muộn nhất|sau)\s*(?:là\s*)?(?:thời hạn\s*|vòng\s*|thời gian\s*)?(?:không quá\s*)?(\d{1,3})\s*(?:\([^)]*\)\s*)?(ngày làm việc|ngày|tuần|tháng)(?!\s*(?:đầu|cuối))\s*,?\s*(?:kể\s+)?(?:từ|sau)(?: khi)?\s+([^;]+)/iu;
const UNITS: Record<string, Stretch['unit']> = {
  'ngày làm việc': 'working_day',
  ngày: 'day',
  tuần: 'week',
  tháng: 'month',
};

/**
 * A stretch counted from something, out of tidied words: "trong 05 ngày làm việc kể từ ngày 10/3/2026",
 * "trong 10 ngày kể từ ngày nhận được văn bản". `since` where that is a day, else `event` in the words
 * of the text; a day that lacks its year and gets none stays an event.
 */
export function readStretch(words: string, rules: DateRules): Stretch | undefined {
  const [, count, unit = '', rest = ''] = STRETCH.exec(words) ?? [];
  if (count === undefined || Number(count) === 0) return undefined;
  const comparable = comparableText(rest);
  const [date] = findDates(comparable, rules);
  const isDay = date !== undefined && /^(?:ngày )?(?:ký ?,? ?)?$/u.test(comparable.slice(0, date.at));
  const since = isDay ? date.windows[0]?.to : undefined;
  const event = rest.replace(/^ngày\s+|[\s.,]+$/giu, '');
  return {
    count: Number(count),
    unit: UNITS[unit.toLowerCase()]!,
    ...(since === undefined ? { event } : { since }),
  };
}

/** The last day of a stretch that begins on a day, which does not count itself (Article 147 of the Civil Code). */
export function stretchEnd(
  { count, unit }: Stretch,
  since: Day,
  calendar: WorkCalendar = calendarAround(since),
): Day {
  if (unit === 'working_day') return addWorkingDays(calendar, since, count);
  if (unit === 'month') return addMonths(since, count);
  return addDays(since, unit === 'week' ? count * 7 : count);
}

function calendarAround(day: Day): WorkCalendar {
  const year = Number(day.slice(0, 4));
  return vietnamCalendar([year, year + 1, year + 2]);
}
