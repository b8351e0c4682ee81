import { addDays, weekdayOf } from './days.ts';
import type { Day } from './deadline.ts';
import { lunarDay } from './lunar-calendar.ts';

/**
 * `holiday` is a day of Article 112, `compensatory` the working day taken off for a holiday on a weekly
 * day off, `swapped_off` and `swapped_work` the two days an announcement exchanges.
 */
export type HolidayKind = 'holiday' | 'compensatory' | 'swapped_off' | 'swapped_work';
export type Holiday = { day: Day; name: string; kind: HolidayKind };

const TUESDAY = 2;
const SATURDAY = 6;
const SUNDAY = 7;
const DAYS_OFF: readonly number[] = [SATURDAY, SUNDAY];
/** Resolution 80-NQ/TW of 7/1/2026 names 24 November a paid day off. */
const FIRST_CULTURE_DAY = 2026;
/** The Labour Code of 2019, which gives National Day its second day, applies from 1/1/2021. */
const FIRST_SECOND_NATIONAL_DAY = 2021;

/** Working days the Government exchanged for public offices; those not announced yet are entered by the unit. */
const SWAPS: readonly { off: Day; worked: Day }[] = [
  { off: '2024-04-29', worked: '2024-05-04' },
  { off: '2025-05-02', worked: '2025-04-26' },
  { off: '2026-01-02', worked: '2026-01-10' },
  { off: '2026-08-31', worked: '2026-08-22' },
];

/**
 * The public holidays of Viet Nam in a year with their compensatory days and the exchanges of working
 * days that were announced, in order. A holiday on a weekly day off moves to the next working day
 * (Article 111.3 of the Labour Code 45/2019/QH14); `weeklyDaysOff` are 1 for Monday to 7 for Sunday.
 *
 * Article 112 leaves two things to a yearly decision, and the seed takes what was decided in 2018 to 2026:
 * Tết is two days of the old lunar year and three of the new, and one and four where the year begins on
 * a Tuesday, so that the week is whole; the second day of National Day is 3/9 behind a Monday, Thursday
 * or Sunday, else 1/9.
 */
export function holidaysOf(year: number, weeklyDaysOff: readonly number[] = DAYS_OFF): Holiday[] {
  const holidays = [
    { day: `${year}-01-01`, name: 'Tết Dương lịch' },
    ...lunarNewYear(year),
    { day: lunarDay({ year, month: 3, day: 10 }), name: 'Giỗ Tổ Hùng Vương' },
    { day: `${year}-04-30`, name: 'Ngày Chiến thắng' },
    { day: `${year}-05-01`, name: 'Ngày Quốc tế lao động' },
    ...nationalDay(year),
    ...(year >= FIRST_CULTURE_DAY ? [{ day: `${year}-11-24`, name: 'Ngày Văn hóa Việt Nam' }] : []),
  ].map((each): Holiday => ({ ...each, kind: 'holiday' }));
  const swapped = SWAPS.filter(({ off }) => off.startsWith(`${year}-`)).flatMap(
    ({ off, worked }): Holiday[] => [
      { day: off, name: 'Nghỉ hoán đổi', kind: 'swapped_off' },
      { day: worked, name: 'Làm bù', kind: 'swapped_work' },
    ],
  );
  const compensatory = compensatoryDays(holidays, weeklyDaysOff);
  return [...holidays, ...swapped, ...compensatory].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function lunarNewYear(year: number): { day: Day; name: string }[] {
  const first = lunarDay({ year, month: 1, day: 1 });
  const daysBefore = weekdayOf(first) === TUESDAY ? 1 : 2;
  return Array.from({ length: 5 }, (_, index) => index - daysBefore).map((step) => ({
    day: addDays(first, step),
    name: step < 0 ? 'Tết Âm lịch (cuối năm cũ)' : `Tết Âm lịch (mùng ${step + 1})`,
  }));
}

function nationalDay(year: number): { day: Day; name: string }[] {
  const day = `${year}-09-02`;
  const isDayAfter = [1, 4, SUNDAY].includes(weekdayOf(day));
  const days = year < FIRST_SECOND_NATIONAL_DAY ? [day] : [day, addDays(day, isDayAfter ? 1 : -1)];
  return days.toSorted().map((each) => ({ day: each, name: 'Quốc khánh' }));
}

function compensatoryDays(holidays: readonly Holiday[], weeklyDaysOff: readonly number[]): Holiday[] {
  const taken = new Set(holidays.map(({ day }) => day));
  return holidays
    .filter(({ day }) => weeklyDaysOff.includes(weekdayOf(day)))
    .map(({ day, name }) => {
      let moved = addDays(day, 1);
      while (taken.has(moved) || weeklyDaysOff.includes(weekdayOf(moved))) moved = addDays(moved, 1);
      taken.add(moved);
      return { day: moved, name: `Nghỉ bù ${name}`, kind: 'compensatory' };
    });
}
