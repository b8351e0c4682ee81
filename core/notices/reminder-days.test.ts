import { describe, expect, it } from 'vitest';
import { vietnamCalendar } from '#core/deadlines/working-days.ts';
import { type ReminderRule, refuseNoticeSettings, USUAL_SETTINGS } from './notice-settings.ts';
import { isReminded, reminderDays } from './reminder-days.ts';
import { waitBeforeTry } from './retry.ts';
import { isFirstWorkingDayOfWeek, isSendingTime } from './sending-hours.ts';

const calendar = vietnamCalendar([2025, 2026, 2027, 2028]);
const OWNER = USUAL_SETTINGS.rules.owner;
const NEVER: ReminderRule = { before: [], isOnDay: false, after: [] };

describe('the days of a rule', () => {
  const cases: [string, string, ReminderRule, string[]][] = [
    [
      'three, one and no days before a Friday',
      '2026-10-16',
      { ...NEVER, before: [1, 3], isOnDay: true },
      ['2026-10-15', '2026-10-13', '2026-10-16'],
    ],
    [
      'a last day on a Sunday is told on the Friday before',
      '2026-10-18',
      { ...NEVER, isOnDay: true },
      ['2026-10-16'],
    ],
    [
      'one day before a Monday is told on the Friday',
      '2026-10-19',
      { ...NEVER, before: [1] },
      ['2026-10-16'],
    ],
    ['a day after a Friday is told on the Monday', '2026-10-16', { ...NEVER, after: [1] }, ['2026-10-19']],
    ['what is due in Tết is told before it', '2026-02-18', { ...NEVER, isOnDay: true }, ['2026-02-13']],
    ['lateness that begins in Tết is told after it', '2026-02-16', { ...NEVER, after: [1] }, ['2026-02-23']],
    [
      'a day before 1 March of a leap year is 29 February',
      '2028-03-01',
      { ...NEVER, before: [1] },
      ['2028-02-29'],
    ],
    [
      'seven days before 5 January lie in the old year',
      '2027-01-05',
      { ...NEVER, before: [7] },
      ['2026-12-29'],
    ],
  ];
  it.each(cases)('%s', (_, dueOn, rule, days) => {
    expect(reminderDays(dueOn, rule, calendar)).toEqual(days);
  });
});

describe('whether a reminder falls today', () => {
  const cases: [string, string, string | null, string, boolean][] = [
    ['three days before, told every day', '2026-10-16', '2026-10-12', '2026-10-13', true],
    ['two days before', '2026-10-16', '2026-10-13', '2026-10-14', false],
    ['the reminder was told yesterday', '2026-10-16', '2026-10-13', '2026-10-14', false],
    ['the server stood still on the day: told the next', '2026-10-16', '2026-10-12', '2026-10-14', true],
    ['before the first digest only today counts', '2026-10-16', null, '2026-10-14', false],
    [
      'the server stood still for a month: no older than a week',
      '2026-09-22',
      '2026-09-08',
      '2026-10-15',
      false,
    ],
    ['a week late', '2026-10-06', '2026-10-12', '2026-10-13', true],
    ['late for long: no reminder any more', '2026-08-19', '2026-10-12', '2026-10-13', false],
  ];
  it.each(cases)('%s', (_, dueOn, since, today, expected) => {
    expect(isReminded(dueOn, OWNER, { since, today, calendar })).toBe(expected);
  });
});

describe('the hours of sending', () => {
  const cases: [string, string, string, boolean][] = [
    ['half past seven on a Monday', '2026-10-12', '07:30', true],
    ['a minute before', '2026-10-12', '07:29', false],
    ['the last minute before the quiet', '2026-10-12', '17:59', true],
    ['when the quiet begins', '2026-10-12', '18:00', false],
    ['a Saturday', '2026-10-17', '09:00', false],
    ['the second day of Tết', '2026-02-18', '09:00', false],
  ];
  it.each(cases)('%s', (_, day, time, expected) => {
    expect(isSendingTime({ day, time }, USUAL_SETTINGS, calendar)).toBe(expected);
  });

  const weeks: [string, string, boolean][] = [
    ['a Monday', '2026-10-12', true],
    ['a Tuesday', '2026-10-13', false],
    ['the Monday after Tết', '2026-02-23', true],
    ['a Friday when the rest of the week was off', '2027-09-03', false],
    ['the Sunday of a week', '2026-10-18', false],
  ];
  it.each(weeks)('begin a week or not: %s', (_, day, expected) => {
    expect(isFirstWorkingDayOfWeek(day, calendar)).toBe(expected);
  });

  it('must end after they begin', () => {
    expect(refuseNoticeSettings({ ...USUAL_SETTINGS, quietFrom: '07:30' })).toEqual({
      kind: 'hours_crossed',
      field: 'quietFrom',
    });
    expect(refuseNoticeSettings(USUAL_SETTINGS)).toBeUndefined();
  });
});

it('waits a minute, then twice as long each time, a quarter of an hour at most', () => {
  expect([1, 2, 3, 4, 5, 6, 40].map((attempts) => waitBeforeTry(attempts) / 60_000)).toEqual([
    1, 2, 4, 8, 15, 15, 15,
  ]);
});
