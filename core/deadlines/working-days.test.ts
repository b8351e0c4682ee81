import { describe, expect, it } from 'vitest';
import { weekdayOf } from './days.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  vietnamCalendar,
  workingDaysBetween,
} from './working-days.ts';

const calendar = vietnamCalendar([2023, 2024, 2025, 2026, 2027, 2028]);

describe('working days', () => {
  it.each([
    ['a Thursday', '2026-01-15', true],
    ['a Saturday', '2026-01-17', false],
    ['a Sunday', '2026-01-18', false],
    ['New Year', '2026-01-01', false],
    ['a Saturday worked in exchange', '2026-01-10', true],
    ['the Friday it was exchanged for', '2026-01-02', false],
    ['the day before Tết in 2026', '2026-02-16', false],
    ['the last of Tết in 2026', '2026-02-20', false],
    ['a day that makes up for the Hùng Kings', '2026-04-27', false],
    ['a leap day in the week', '2024-02-29', true],
  ])('%s', (_, day, expected) => {
    expect(isWorkingDay(calendar, day)).toBe(expected);
  });

  it.each([
    ['within the week', '2026-03-10', 1, '2026-03-11'],
    ['over the weekend', '2026-03-13', 1, '2026-03-16'],
    ['from a Saturday', '2026-03-14', 1, '2026-03-16'],
    ['five working days are a week', '2026-03-10', 5, '2026-03-17'],
    ['none leaves the day', '2026-03-14', 0, '2026-03-14'],
    ['Tết 2024, seven days off', '2024-02-07', 1, '2024-02-15'],
    ['Tết 2025, a week off', '2025-01-24', 1, '2025-02-03'],
    ['Tết 2026, a week off', '2026-02-13', 1, '2026-02-23'],
    ['five working days over Tết 2026', '2026-02-11', 5, '2026-02-25'],
    ['Tết 2027', '2027-02-03', 1, '2027-02-11'],
    ['Tết 2028', '2028-01-21', 1, '2028-01-31'],
    ['over the leap day', '2028-02-28', 2, '2028-03-01'],
    ['over the end of February in a common year', '2026-02-27', 1, '2026-03-02'],
    ['over the end of April', '2026-04-29', 1, '2026-05-04'],
    ['over the year', '2024-12-31', 1, '2025-01-02'],
    ['over the year onto an exchanged Friday', '2025-12-31', 1, '2026-01-05'],
    ['onto a Saturday that is worked', '2026-01-09', 1, '2026-01-10'],
    ['back over the year', '2026-01-05', -1, '2025-12-31'],
    ['back over Tết', '2026-02-23', -1, '2026-02-13'],
  ])('counts on: %s', (_, day, count, expected) => {
    expect(addWorkingDays(calendar, day, count)).toBe(expected);
  });

  it.each([
    ['a week', '2026-03-09', '2026-03-16', 5],
    ['the same day', '2026-03-09', '2026-03-09', 0],
    ['only a weekend', '2026-03-13', '2026-03-15', 0],
    ['Tết', '2026-02-13', '2026-02-23', 1],
    ['backwards', '2026-03-16', '2026-03-09', -5],
    ['September 2026', '2026-08-31', '2026-09-30', 20],
    ['over the year', '2025-12-30', '2026-01-05', 2],
  ])('between: %s', (_, from, to, expected) => {
    expect(workingDaysBetween(calendar, from, to)).toBe(expected);
  });

  it('finds the neighbours of a holiday', () => {
    expect(nextWorkingDay(calendar, '2026-09-01')).toBe('2026-09-03');
    expect(previousWorkingDay(calendar, '2026-09-01')).toBe('2026-08-28');
  });

  it("puts a unit's own days before the seed", () => {
    const own = vietnamCalendar([2026], {
      ownDays: {
        '2026-11-24': { isOff: false, name: 'Trực bầu cử' },
        '2026-11-25': { isOff: true, name: 'Hội nghị' },
      },
    });
    expect(isWorkingDay(own, '2026-11-24')).toBe(true);
    expect(isWorkingDay(own, '2026-11-25')).toBe(false);
  });

  it('lets a unit work on Saturdays', () => {
    expect(isWorkingDay(vietnamCalendar([2026], { weeklyDaysOff: [7] }), '2026-03-14')).toBe(true);
  });

  it('refuses a week without a working day', () => {
    expect(() => vietnamCalendar([2026], { weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] })).toThrow(RangeError);
  });

  it('knows the day of the week on both sides of 1970', () => {
    expect(['1969-12-31', '1970-01-01', '2024-02-29', '2026-11-29'].map(weekdayOf)).toEqual([3, 4, 4, 7]);
  });
});
