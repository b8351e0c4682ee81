import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { isDay } from './days.ts';
import type { Day } from './deadline.ts';
import { REPORT_PERIODS } from './report-periods.ts';

const weekdaySchema = z.int().min(1).max(7);
const dayOfMonthSchema = z.int().min(1).max(31);

const reportDaysSchema = z.object({
  cutOffDay: dayOfMonthSchema,
  dueDay: dayOfMonthSchema,
  isDueNextMonth: z.boolean(),
});

export const calendarDaySchema = z.object({
  day: daySchema,
  isOff: z.boolean(),
  name: z.string().trim().min(1).max(120),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** How a unit reads and counts deadlines: its own days stand over the national calendar. */
export const workCalendarSchema = z.object({
  weeklyDaysOff: z.array(weekdaySchema).max(7).describe('1 is Monday, 7 is Sunday'),
  beforeDay: z.enum(['inclusive', 'strict']).describe('whether the day of "trước ngày …" still counts'),
  reports: z.record(z.enum(REPORT_PERIODS), reportDaysSchema),
  days: z.array(calendarDaySchema).max(1000).describe('days that differ from the national calendar'),
  version: z.int().describe('0 before anything was kept'),
});
export type WorkCalendarSettings = z.infer<typeof workCalendarSchema>;

export type WorkCalendarRefusal =
  | { kind: 'day_unknown'; field: 'days'; day: Day }
  | { kind: 'day_twice'; field: 'days'; day: Day }
  | { kind: 'no_working_day'; field: 'weeklyDaysOff' };

/** Refuses a day that is not in the calendar or given twice, and a week without a working day. */
export function refuseWorkCalendar({
  days,
  weeklyDaysOff,
}: Pick<WorkCalendarSettings, 'days' | 'weeklyDaysOff'>): WorkCalendarRefusal | undefined {
  const unknown = days.find(({ day }) => !isDay(day));
  if (unknown) return { kind: 'day_unknown', field: 'days', day: unknown.day };
  const twice = days.find(({ day }, index) => days.findIndex((other) => other.day === day) < index);
  if (twice) return { kind: 'day_twice', field: 'days', day: twice.day };
  return new Set(weeklyDaysOff).size >= 7 ? { kind: 'no_working_day', field: 'weeklyDaysOff' } : undefined;
}
