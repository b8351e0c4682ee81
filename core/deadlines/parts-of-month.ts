import { dayOf, daysInMonth, monthsWindow } from './calendar-windows.ts';
import type { Window } from './deadline.ts';

const WEEKS: Record<string, number> = {
  đầu: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/**
 * A named part of a month: weeks count from its first day in sevens, "cuối" is its last seven days; "đầu
 * tháng", "giữa tháng" and "cuối tháng" are the ten-day parts (thượng tuần, trung tuần, hạ tuần).
 */
export function partOfMonth(words: string, year: number, month: number): Window | undefined {
  const last = daysInMonth(year, month);
  const days = (first: number, end: number): Window | undefined => {
    const from = dayOf(year, month, first);
    const to = dayOf(year, month, Math.min(end, last));
    return from !== undefined && to !== undefined ? { from, to } : undefined;
  };
  const week = /^tuần\s*(?:thứ\s*)?(đầu|nhất|hai|ba|tư|cuối|[1-4])/u.exec(words)?.[1];
  if (week === 'cuối') return days(last - 6, last);
  const number = WEEKS[week ?? ''];
  if (number !== undefined) return days(number * 7 - 6, number * 7);
  if (/^(?:đầu|thượng tuần)/u.test(words)) return days(1, 10);
  return /^(?:giữa|trung tuần)/u.test(words) ? days(11, 20) : days(21, last);
}

/** A named month of a quarter: "tháng cuối quý II" and "cuối quý II" are June, "đầu quý II" is April. */
export function partOfQuarter(words: string, year: number, quarter: number): Window | undefined {
  const step = words.includes('đầu') ? 2 : words.includes('giữa') ? 1 : 0;
  return monthsWindow(year, quarter * 3 - step, quarter * 3 - step);
}
