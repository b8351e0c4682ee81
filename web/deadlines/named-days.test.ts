import { describe, expect, it } from 'vitest';
import { daysOffAround, namedDaysOf, withDay } from './named-days.ts';

const own = (day: string, isOff: boolean) => ({ day, isOff, name: 'Theo thông báo' });

describe('the named days of a year', () => {
  it.each([
    ['a national day stands as it is', [], '2026-11-24', { kind: 'holiday', isOff: true, isOwn: false }],
    [
      'a unit works on it',
      [own('2026-11-24', false)],
      '2026-11-24',
      { kind: 'own_work', isOff: false, isOwn: true },
    ],
    [
      'a unit takes another day off',
      [own('2026-03-27', true)],
      '2026-03-27',
      { kind: 'own_off', isOwn: true },
    ],
    ['a day worked in exchange', [], '2026-01-10', { kind: 'swapped_work', isOff: false }],
  ])('%s', (_, days, day, expected) => {
    const named = namedDaysOf(2026, { weeklyDaysOff: [6, 7], days });
    expect(named.filter((each) => each.day === day)).toEqual([expect.objectContaining(expected)]);
    expect(named.map((each) => each.day)).toEqual(named.map((each) => each.day).toSorted());
  });

  it('leaves the days of other years out', () => {
    const named = namedDaysOf(2026, { weeklyDaysOff: [6, 7], days: [own('2027-01-04', true)] });
    expect(named.every(({ day }) => day.startsWith('2026-'))).toBe(true);
  });

  it('writes a day anew instead of twice', () => {
    expect(withDay([own('2026-03-27', true)], own('2026-03-27', false))).toEqual([own('2026-03-27', false)]);
  });
});

describe('what a calendar of tasks shows as off', () => {
  const unit = {
    weeklyDaysOff: [6, 7],
    days: [
      { day: '2026-11-28', isOff: false, name: 'Làm bù' },
      { day: '2026-11-26', isOff: true, name: 'Ngày truyền thống' },
    ],
  };
  const cases: [string, string, boolean, string | undefined][] = [
    ['a working day', '2026-11-25', false, undefined],
    ['a Sunday', '2026-11-29', true, undefined],
    ['a Saturday the unit works', '2026-11-28', false, undefined],
    ['a day of its own', '2026-11-26', true, 'Ngày truyền thống'],
    ['a holiday of the year that follows', '2027-01-01', true, 'Tết Dương lịch'],
  ];
  it.each(cases)('%s', (_, day, isOff, name) => {
    const shown = daysOffAround('2026-11', unit);
    expect([shown.isOff(day), shown.daysOff.get(day)]).toEqual([isOff, name]);
  });
});
