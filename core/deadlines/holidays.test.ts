import { LunarDate } from '@nghiavuive/lunar_date_vi';
import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar-windows.ts';
import { holidaysOf } from './holidays.ts';
import { lunarDay } from './lunar-calendar.ts';

describe('the lunar calendar', () => {
  it.each([
    ['Tết of 2024, Giáp Thìn', 2024, 1, 1, '2024-02-10'],
    ['Tết of 2025, Ất Tỵ', 2025, 1, 1, '2025-01-29'],
    ['Tết of 2026, Bính Ngọ', 2026, 1, 1, '2026-02-17'],
    ['Tết of 2027, Đinh Mùi', 2027, 1, 1, '2027-02-06'],
    ['Tết of 2028, Mậu Thân', 2028, 1, 1, '2028-01-26'],
    ['Tết of 2007, a day before the new year of China', 2007, 1, 1, '2007-02-17'],
    ['Tết of 1985, a month before the new year of China', 1985, 1, 1, '1985-01-21'],
    ['the Hùng Kings in 2023, whose second month came twice', 2023, 3, 10, '2023-04-29'],
    ['mid-autumn in 2025, behind a sixth month that came twice', 2025, 8, 15, '2025-10-06'],
    ['the kitchen gods in the last month', 2025, 12, 23, '2026-02-10'],
  ])('%s', (_, year, month, day, expected) => {
    expect(lunarDay({ year, month, day })).toBe(expected);
  });

  it('agrees with the tables of a published package on Tết and the Hùng Kings', () => {
    const differences = Array.from({ length: 2101 - 1968 }, (_, index) => 1968 + index).flatMap((year) =>
      [
        { year, month: 1, day: 1 },
        { year, month: 3, day: 10 },
      ].filter((lunar) => lunarDay(lunar) !== dayByPackage(lunar)),
    );
    expect(differences).toEqual([]);
  });
});

function dayByPackage(lunar: { year: number; month: number; day: number }) {
  const date = new LunarDate(lunar);
  date.init();
  const { year, month, day } = date.toSolarDate().get();
  return dayOf(year, month, day);
}

/** Days off of a year within a stretch, as "8/2 9/2 …". */
function daysOff(year: number, from: string, to: string) {
  return holidaysOf(year)
    .filter(({ day, kind }) => kind !== 'swapped_work' && day >= `${year}-${from}` && day <= `${year}-${to}`)
    .map(({ day }) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`)
    .join(' ');
}

describe('the public holidays', () => {
  // Tết as the ministry announced it for offices; 2027 and 2028 as the rule gives it.
  it.each([
    ['2020: begins on a Saturday', 2020, '23/1 24/1 25/1 26/1 27/1 28/1 29/1'],
    ['2021: begins on a Friday', 2021, '10/2 11/2 12/2 13/2 14/2 15/2 16/2'],
    ['2022: begins on a Tuesday, one day before', 2022, '31/1 1/2 2/2 3/2 4/2'],
    ['2023: begins on a Sunday', 2023, '20/1 21/1 22/1 23/1 24/1 25/1 26/1'],
    ['2024: begins on a Saturday', 2024, '8/2 9/2 10/2 11/2 12/2 13/2 14/2'],
    ['2025: begins on a Wednesday, the week is whole', 2025, '27/1 28/1 29/1 30/1 31/1'],
    ['2026: begins on a Tuesday, the week is whole', 2026, '16/2 17/2 18/2 19/2 20/2'],
    ['2027: begins on a Saturday', 2027, '4/2 5/2 6/2 7/2 8/2 9/2 10/2'],
    ['2028: begins on a Wednesday, still in January', 2028, '24/1 25/1 26/1 27/1 28/1'],
  ])('Tết %s', (_, year, expected) => {
    expect(daysOff(year, '01-10', '02-28')).toBe(expected);
  });

  it.each([
    ['2020: still one day', 2020, '2/9'],
    ['2021: a Thursday takes the Friday', 2021, '2/9 3/9'],
    ['2022: a Friday takes the Thursday', 2022, '1/9 2/9'],
    ['2023: a Saturday takes the Friday, and Monday makes up for it', 2023, '1/9 2/9 4/9'],
    ['2024: a Monday takes the Tuesday', 2024, '2/9 3/9'],
    ['2025: a Tuesday takes the Monday', 2025, '1/9 2/9'],
    ['2026: a Wednesday takes the Tuesday, and the Monday was exchanged', 2026, '31/8 1/9 2/9'],
    ['2029: a Sunday takes the Monday, and Tuesday makes up for it', 2029, '2/9 3/9 4/9'],
  ])('National Day %s', (_, year, expected) => {
    expect(daysOff(year, '08-25', '09-10')).toBe(expected);
  });

  it.each([
    ['2022: both at the weekend, two days make up for it', 2022, '30/4 1/5 2/5 3/5'],
    ['2023: the Hùng Kings, victory and labour in a row', 2023, '29/4 30/4 1/5 2/5 3/5'],
    ['2024: the Monday before was exchanged', 2024, '29/4 30/4 1/5'],
    ['2026: in the week', 2026, '30/4 1/5'],
    ['2027: 1/5 on a Saturday', 2027, '30/4 1/5 3/5'],
    ['2028: 30/4 on a Sunday, its day moves past 1/5', 2028, '30/4 1/5 2/5'],
  ])('the end of April %s', (_, year, expected) => {
    expect(daysOff(year, '04-28', '05-10')).toBe(expected);
  });

  it('names what a day is for and what made it one', () => {
    expect(holidaysOf(2026).filter(({ day }) => day.startsWith('2026-04'))).toEqual([
      { day: '2026-04-26', name: 'Giỗ Tổ Hùng Vương', kind: 'holiday' },
      { day: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương', kind: 'compensatory' },
      { day: '2026-04-30', name: 'Ngày Chiến thắng', kind: 'holiday' },
    ]);
    expect(holidaysOf(2026).find(({ day }) => day === '2026-01-10')?.kind).toBe('swapped_work');
  });

  it('knows Vietnam Culture Day from 2026 on', () => {
    expect(daysOff(2025, '11-01', '11-30')).toBe('');
    expect(daysOff(2026, '11-01', '11-30')).toBe('24/11');
  });

  it('makes up for a Saturday only where Saturday is not worked', () => {
    const days = holidaysOf(2027, [7]).map(({ day }) => day);
    expect(days).not.toContain('2027-05-03');
  });
});
