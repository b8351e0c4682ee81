import { addDays } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkCalendar,
} from '#core/deadlines/working-days.ts';
import type { ReminderRule } from './notice-settings.ts';

/** The last days looked at when nothing was sent for long: nobody is reminded of older ones. */
const LONGEST_GAP = 7;

/**
 * The days on which a rule reminds of work due on a day. What falls on a day off moves: before the last
 * day and on it to the working day before, so that there is time left; after it to the next one.
 */
export function reminderDays(dueOn: Day, rule: ReminderRule, calendar: WorkCalendar): Day[] {
  const early = [...rule.before.map((days) => -days), ...(rule.isOnDay ? [0] : [])].map((days) => {
    const day = addDays(dueOn, days);
    return isWorkingDay(calendar, day) ? day : previousWorkingDay(calendar, day);
  });
  const late = rule.after.map((days) => {
    const day = addDays(dueOn, days);
    return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
  });
  return [...early, ...late];
}

/**
 * Whether a reminder falls between the last digest and today. Days on which nothing went out, because
 * the server stood still, are made up for, a week at most. `since` is the day of the last digest, null
 * where there was none.
 */
export function isReminded(
  dueOn: Day,
  rule: ReminderRule,
  { since, today, calendar }: { since: Day | null; today: Day; calendar: WorkCalendar },
): boolean {
  const oldest = addDays(today, since === null ? -1 : -LONGEST_GAP);
  const after = since !== null && since > oldest ? since : oldest;
  return reminderDays(dueOn, rule, calendar).some((day) => day > after && day <= today);
}
