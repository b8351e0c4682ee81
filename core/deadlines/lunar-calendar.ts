import { dayNumber, dayOfNumber } from './days.ts';
import type { Day } from './deadline.ts';

/** Viet Nam is seven hours ahead of UTC: a new moon falls on the day it has there, not in Beijing. */
const ZONE_DAYS = 7 / 24;
const MONTH_DAYS = 29.530588853;
/** Julian day number of 1970-01-01. */
const EPOCH = 2440588;
/** Julian date of the new moon the months are counted from, on 1900-01-01. */
const FIRST_NEW_MOON = 2415021.076998695;

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/**
 * The day on which a day of the Vietnamese lunar calendar falls: the first of the first month of 2026
 * is "2026-02-17". Months that are repeated in a leap year are not asked for. Meant for 1968 on: before, the calendar was counted in Beijing's time.
 *
 * Source: the algorithm of Hồ Ngọc Đức after Jean Meeus, "Astronomical Algorithms" (1998): a month begins
 * with the day of the new moon, the month of the winter solstice is the eleventh, and a month without
 * a major solar term is the leap month.
 */
export function lunarDay({ year, month, day }: { year: number; month: number; day: number }): Day {
  const start = month < 11 ? eleventhMonth(year - 1) : eleventhMonth(year);
  const end = month < 11 ? eleventhMonth(year) : eleventhMonth(year + 1);
  const index = monthIndex(start);
  const months = (month + 1) % 12;
  const isLeapYear = end - start > 365;
  const isBehindLeapMonth = isLeapYear && months >= leapMonthOffset(index);
  const firstOfMonth = newMoon(index + months + (isBehindLeapMonth ? 1 : 0));
  return dayOfNumber(firstOfMonth + day - 1 - EPOCH);
}

function monthIndex(julianDay: number): number {
  return Math.floor(0.5 + (julianDay - FIRST_NEW_MOON) / MONTH_DAYS);
}

/** Julian day number on which the month of the winter solstice begins. */
function eleventhMonth(year: number): number {
  const index = Math.floor((dayNumber(`${year}-12-31`) + EPOCH - 2415021) / MONTH_DAYS);
  const begin = newMoon(index);
  return solarTerm(begin) >= 9 ? newMoon(index - 1) : begin;
}

/** How many months after the eleventh the repeated one begins: the first that enters no new major term. */
function leapMonthOffset(index: number): number {
  const terms = Array.from({ length: 15 }, (_, step) => solarTerm(newMoon(index + step)));
  return terms.findIndex((term, step) => step > 0 && term === terms[step + 1]);
}

/** Which twelfth of its yearly way the sun is in when a day begins: 0 from the spring equinox on. */
function solarTerm(julianDay: number): number {
  const centuries = (julianDay - 2451545.5 - ZONE_DAYS) / 36525;
  const anomaly = 357.5291 + 35999.0503 * centuries - 0.0001559 * centuries ** 2;
  const longitude =
    280.46645 +
    36000.76983 * centuries +
    0.0003032 * centuries ** 2 +
    (1.9146 - 0.004817 * centuries - 0.000014 * centuries ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * centuries) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

/** Julian day number of a new moon in Viet Nam, counted from the first of 1900. */
function newMoon(index: number): number {
  const t = index / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * index +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2);
  const sun = 359.2242 + 29.10535608 * index - 0.0000333 * t ** 2 - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * index + 0.0107306 * t ** 2 + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * index - 0.0016528 * t ** 2 - 0.00000239 * t ** 3;
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun);
  const slowing = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + correction - slowing + 0.5 + ZONE_DAYS);
}
