import { dayOf, daysInMonth } from './calendar-windows.ts';
import { addDays } from './days.ts';
import type { Day, ReportRhythm } from './deadline.ts';

export const REPORT_PERIODS = ['month', 'quarter_1', 'half_year', 'quarter_3', 'year'] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/**
 * When a regular report closes its numbers and when it is due: days of the last month of its period, the
 * due day of the month after where `isDueNextMonth`. A day the month does not have is its last.
 */
export type ReportDays = { cutOffDay: number; dueDay: number; isDueNextMonth: boolean };
export type ReportCalendar = Readonly<Record<ReportPeriod, ReportDays>>;

const USUAL: ReportDays = { cutOffDay: 14, dueDay: 20, isDueNextMonth: false };

/**
 * Numbers close on the 14th and reports are due on the 20th of the last month of the period (domain, 4.1;
 * Decree 09/2019/NĐ-CP, Article 12). Cities set other days, and a unit writes them over these.
 */
export const USUAL_REPORTS: ReportCalendar = {
  month: USUAL,
  quarter_1: USUAL,
  half_year: USUAL,
  quarter_3: USUAL,
  year: USUAL,
};

type Report = { key: string; from: Day; to: Day };

/**
 * The reports of a year in a rhythm, in order of their due days: a quarter's are those of quarter I, six
 * months, quarter III and the year. `from` is the day after the numbers before were closed.
 */
export function reportsOf(year: number, rhythm: ReportRhythm, calendar: ReportCalendar): Report[] {
  if (rhythm === 'month') {
    return Array.from({ length: 12 }, (_, index) => {
      const month = index + 1;
      const from = addDays(cutOff(year, month - 1, calendar.month), 1);
      const key = `report-${year}-${String(month).padStart(2, '0')}`;
      return { key, from, to: dueDay(year, month, calendar.month) };
    });
  }
  const yearStart = addDays(cutOff(year, 0, calendar.year), 1);
  const reports = [
    { period: 'quarter_1', month: 3, from: yearStart },
    { period: 'half_year', month: 6, from: yearStart },
    {
      period: 'quarter_3',
      month: 9,
      from: addDays(cutOff(year, 6, calendar.half_year), 1),
    },
    { period: 'year', month: 12, from: yearStart },
  ] as const;
  return reports
    .filter(({ month }) => (rhythm === 'year' ? month === 12 : rhythm === 'quarter' || month % 6 === 0))
    .map(({ period, month, from }) => ({
      key: `report-${year}-${period}`,
      from,
      to: dueDay(year, month, calendar[period]),
    }));
}

/** Month 0 is December of the year before. */
function cutOff(year: number, month: number, { cutOffDay }: ReportDays): Day {
  return month === 0 ? dayWithin(year - 1, 12, cutOffDay) : dayWithin(year, month, cutOffDay);
}

function dueDay(year: number, month: number, { dueDay: day, isDueNextMonth }: ReportDays): Day {
  if (!isDueNextMonth) return dayWithin(year, month, day);
  return month === 12 ? dayWithin(year + 1, 1, day) : dayWithin(year, month + 1, day);
}

function dayWithin(year: number, month: number, day: number): Day {
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)))!;
}
