import { daysBetween, weekdayOf } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { isWorkingDay, previousWorkingDay, type WorkCalendar } from '#core/deadlines/working-days.ts';
import type { NoticeSettings } from './notice-settings.ts';

/** A moment as a clock in Viet Nam shows it: "2026-11-23", "07:30". */
export type LocalMoment = { day: Day; time: string };

/** Whether something may go out now: on a working day, from the hour of sending until the quiet begins. */
export function isSendingTime(
  { day, time }: LocalMoment,
  { sendAt, quietFrom }: Pick<NoticeSettings, 'sendAt' | 'quietFrom'>,
  calendar: WorkCalendar,
): boolean {
  return isWorkingDay(calendar, day) && time >= sendAt && time < quietFrom;
}

/** Whether no other day of the same week (Monday to Sunday) was a working day before this one. */
export function isFirstWorkingDayOfWeek(day: Day, calendar: WorkCalendar): boolean {
  if (!isWorkingDay(calendar, day)) return false;
  return daysBetween(previousWorkingDay(calendar, day), day) >= weekdayOf(day);
}
