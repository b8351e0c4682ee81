import type { BeforeDay } from './deadline-dates.ts';

/** An iCalendar RRULE (RFC 5545) of due days; with `isCheck` a rhythm nobody named but the rule gave. */
export type ReadRecurrence = { recurrence: string; isCheck: boolean; hasOwnDay: boolean };

/** Steady work is asked after once a month, on its last day (domain, Annex B: "recurring, with a monthly check"). */
const MONTHLY_CHECK = 'FREQ=MONTHLY;BYMONTHDAY=-1';

const EACH = '(?:h[ằà]ng|mỗi|từng|theo)';
const MONTHLY = new RegExp(
  `${EACH}\\s*tháng|(?:1|01|một)\\s*tháng\\s*(?:/|một|1)\\s*lần|(?:lần|tháng)\\s*/\\s*tháng`,
  'u',
);
const QUARTERLY = new RegExp(
  `${EACH}\\s*quý|(?:3|03|ba)\\s*tháng\\s*(?:/|một|1)\\s*lần|lần\\s*/\\s*quý|tháng (?:cuối|đầu) (?:của )?(?:mỗi )?quý(?!\\s*[ivx\\d])`,
  'u',
);
const HALF_YEARLY = new RegExp(
  `định kỳ (?:0?6|sáu) tháng(?!\\s*(?:đầu|cuối))|(?:${EACH}|cứ)\\s*(?:0?6|sáu) tháng|(?:0?6|sáu)\\s*tháng\\s*(?:/|một|1)\\s*lần|0?2\\s*lần\\s*/\\s*năm`,
  'u',
);
const YEARLY = new RegExp(`${EACH}\\s*năm|(?:1|01|một)\\s*lần\\s*/\\s*năm`, 'u');
const WEEKLY = new RegExp(`${EACH}\\s*tuần|lần\\s*/\\s*tuần`, 'u');
const STEADY = new RegExp(`thường xuyên|liên tục|${EACH}\\s*ngày|định kỳ|cả năm|quanh năm`, 'u');

const DAY_OF_MONTH =
  /(trước\s*)?(?:ngày|mùng|mồng)\s*(\d{1,2})(?!\s*\/|\d|\s*tháng\s*\d)(?:\s*(?:đến|-)\s*(?:ngày\s*)?(\d{1,2})(?!\s*\/|\d))?/u;
const LAST_WORKING_DAY = /ngày làm việc cuối(?: cùng)?/u;
const FIRST_WORKING_DAY = /ngày làm việc đầu(?: tiên)?/u;
const FIRST_WEEK = /tuần (?:đầu|thứ nhất|1)/u;
const WORKING_WEEK = 'BYDAY=MO,TU,WE,TH,FR';
const WEEKDAYS: Record<string, string> = {
  hai: 'MO',
  '2': 'MO',
  ba: 'TU',
  '3': 'TU',
  tư: 'WE',
  '4': 'WE',
  năm: 'TH',
  '5': 'TH',
  sáu: 'FR',
  '6': 'FR',
  bảy: 'SA',
  '7': 'SA',
};
const WEEKDAY = /(?<!tuần )thứ\s*(hai|ba|tư|năm|sáu|bảy|[2-7])(?![\p{L}\d])/u;

/**
 * The rhythm comparable text names, as a rule of its due days: "trước ngày 15 hằng tháng", "chậm nhất
 * ngày 25 tháng cuối quý", "thứ Sáu hằng tuần". Without a day of its own a rhythm is due on the last
 * day of its month, quarter, half-year or year, and a week on Friday. Steady work ("thường xuyên", "hằng
 * ngày", "định kỳ" and no more) becomes a monthly check. Undefined where no rhythm is named.
 */
export function readRecurrence(text: string, beforeDay: BeforeDay): ReadRecurrence | undefined {
  if (WEEKLY.test(text)) {
    const weekday = WEEKDAY.exec(text)?.[1];
    return named(`FREQ=WEEKLY;BYDAY=${WEEKDAYS[weekday ?? ''] ?? 'FR'}`, weekday !== undefined);
  }
  const day = dayPart(text, beforeDay);
  const rule = (frequency: string) => named(`${frequency};${day ?? 'BYMONTHDAY=-1'}`, day !== undefined);
  if (MONTHLY.test(text)) return rule('FREQ=MONTHLY');
  if (QUARTERLY.test(text)) {
    const isNext = /tháng đầu (?:của )?quý (?:sau|tiếp)/u.test(text);
    const isFirst = !isNext && /tháng đầu (?:của )?(?:mỗi )?quý/u.test(text);
    return rule(`FREQ=MONTHLY;BYMONTH=${isNext || isFirst ? '1,4,7,10' : '3,6,9,12'}`);
  }
  if (HALF_YEARLY.test(text)) return rule('FREQ=MONTHLY;BYMONTH=6,12');
  if (/tháng (?:sau|tiếp theo|kế tiếp)/u.test(text) && day !== undefined) return rule('FREQ=MONTHLY');
  if (YEARLY.test(text)) return rule('FREQ=MONTHLY;BYMONTH=12');
  if (STEADY.test(text)) return { recurrence: MONTHLY_CHECK, isCheck: true, hasOwnDay: false };
  return undefined;
}

function named(recurrence: string, hasOwnDay: boolean): ReadRecurrence {
  return { recurrence, isCheck: false, hasOwnDay };
}

function dayPart(text: string, beforeDay: BeforeDay): string | undefined {
  if (LAST_WORKING_DAY.test(text)) return `${WORKING_WEEK};BYSETPOS=-1`;
  if (FIRST_WORKING_DAY.test(text)) return `${WORKING_WEEK};BYSETPOS=1`;
  if (FIRST_WEEK.test(text)) return 'BYMONTHDAY=7';
  const [, sign, first, last] = DAY_OF_MONTH.exec(text) ?? [];
  if (first === undefined) return undefined;
  const day = Number(last ?? first) - (sign !== undefined && beforeDay === 'strict' ? 1 : 0);
  if (day > 31) return undefined;
  // A month without a 31st is due on its last day: of the days from 28 on, the last there is.
  if (day > 28) return `BYMONTHDAY=${daysFrom28(day)};BYSETPOS=-1`;
  return `BYMONTHDAY=${day === 0 ? -1 : day}`;
}

function daysFrom28(day: number): string {
  return Array.from({ length: day - 27 }, (_, index) => 28 + index).join(',');
}
