import { readRoman } from '#core/criteria/code.ts';
import { dayBefore, dayOf, daysInMonth, monthsWindow, runsOf } from './calendar-windows.ts';
import type { Day, Window } from './deadline.ts';
import { partOfMonth, partOfQuarter } from './parts-of-month.ts';

/**
 * "Trước ngày 31/12" usually means that the day itself still counts (inclusive); some offices read it
 * strictly. "Trước tháng 10" always ends with 30/9, since no day of October can be meant.
 */
export type BeforeDay = 'inclusive' | 'strict';
export type DateRules = { year?: number; beforeDay: BeforeDay };
export type NamedWindow = Window & { isBefore: boolean };

const YEAR = String.raw`(?:\s*(?:/|-|năm|của năm)\s*(?:năm\s*)?(\d{4}))?`;
const QUARTER = String.raw`(?:iv|i{1,3}|[1-4])(?![\p{L}\p{N}])`;
const JOINER = String.raw`\s*(?:,|-|và|đến|đến hết|tới|&)\s*`;
const LIST = (unit: string, number: string) =>
  String.raw`(?:các\s+)?${unit}\s*(${number})((?:${YEAR.replace('(\\d{4})', '\\d{4}')}${JOINER}(?:${unit}\s*)?${number})*)${YEAR}`;
const BEFORE = String.raw`(?:(trước|chậm nhất|muộn nhất|không quá|đến hết|hết|đến|hạn cuối)\s*(?:(?:là|vào|trong|hết|đến|thời điểm)\s*)*)?`;
const DAY = String.raw`(?:ngày\s*)?(?<!\d|\d[/.])(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?![\d/]|-[\p{L}])`;
const MONTH = String.raw`(?:1[0-2]|0?[1-9])(?!\d)`;
const OTHER_MONTHS = String.raw`((?:\s*(?:,|và)\s*(?:tháng\s*)?${MONTH}(?=\s*(?:[,;./]|và|năm|h[ằà]ng|$)))*)`;
const LONG_DAY = String.raw`ngày\s*(\d{1,2})\s*(?:của\s*)?tháng\s*(\d{1,2})${OTHER_MONTHS}${YEAR}`;
const HALF = String.raw`(?:0?(6|sáu|3|ba|9|chín)\s*tháng\s*(đầu|cuối)\s*năm|(nửa)\s*(đầu|cuối)\s*năm)(?:\s*(?:/|năm|của năm)?\s*(\d{4}))?`;
const WEEK = String.raw`tuần\s*(?:thứ\s*)?(?:đầu(?:\s*tiên)?|nhất|hai|ba|tư|cuối(?:\s*cùng)?|[1-4])`;
const MONTH_PART = String.raw`(${WEEK}|thượng tuần|trung tuần|hạ tuần|đầu|giữa|cuối)\s*(?:của\s*)?tháng\s*(${MONTH})${YEAR}`;
const QUARTER_PART = String.raw`((?:tháng\s*)?(?:đầu|giữa|cuối)(?:\s*(?:tiên|cùng))?)\s*(?:của\s*)?quý\s*(${QUARTER})${YEAR}`;
const QUARTER_DAY = String.raw`ngày\s*(\d{1,2})\s*(?:của\s*)?${QUARTER_PART}`;

const DATE = new RegExp(
  [
    `(?<span>từ\\s*${DAY}\\s*(?:đến|tới)\\s*(?:hết\\s*)?${DAY})`,
    `(?<longDay>${BEFORE}${LONG_DAY})`,
    `(?<quarterDay>${BEFORE}${QUARTER_DAY})`,
    `(?<day>${BEFORE}${DAY})`,
    `(?<half>${BEFORE}${HALF})`,
    `(?<monthPart>${BEFORE}${MONTH_PART})`,
    `(?<quarterPart>${BEFORE}${QUARTER_PART})`,
    `(?<quarters>${BEFORE}${LIST('quý', QUARTER)})`,
    `(?<months>${BEFORE}(?<!\\d\\s{0,2})${LIST('tháng', MONTH)})`,
    `(?<year>${BEFORE}(cuối\\s+|trong\\s+)?năm\\s*(\\d{4})|cuối năm(?!\\s*\\d))`,
  ].join('|'),
  'giu',
);

type FoundDate = { at: number; end: number; windows: NamedWindow[] };

/** What begins here has no end yet: "từ ngày 25/3", "sau quý II". */
const OPEN = /(?:từ|sau)\s*(?:ngày\s*|tháng\s*|đầu\s*)?$/u;
const RANGE = /^[^,;]*\d\s*(?:đến|tới|-)|^[^,;]*(?:đến|tới)\s/u;

/**
 * Every date or stretch of time named in comparable text, in the order written, with where it stands.
 * What only begins ("từ ngày 01/7") has no windows, unless the next one says until when.
 */
export function findDates(text: string, rules: DateRules): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const end = match.index + match[0].length;
    const date = { at: match.index, end, windows: windowsOf(match, rules) };
    const start = found.at(-1);
    const isEnd = start && isOpenIn(text, start) && /^\s*(?:cho\s*)?$/u.test(text.slice(start.end, date.at));
    if (isEnd && /^(?:đến|tới|hết)/u.test(match[0])) found.splice(-1, 1, joined(start, date));
    else found.push(date);
  }
  return found.map((date) => (isOpenIn(text, date) ? { ...date, windows: [] } : date));
}

function isOpenIn(text: string, { at, end }: FoundDate): boolean {
  return OPEN.test(text.slice(0, at)) && !RANGE.test(text.slice(at, end));
}

function joined(start: FoundDate, end: FoundDate): FoundDate {
  const from = start.windows[0]?.from ?? start.windows[0]?.to;
  const to = end.windows.at(-1)?.to;
  const isRight = from !== undefined && to !== undefined && from <= to;
  return { at: start.at, end: end.end, windows: isRight ? [{ from, to, isBefore: false }] : [] };
}

const PART = {
  span: new RegExp(`^từ\\s*${DAY}\\s*(?:đến|tới)\\s*(?:hết\\s*)?${DAY}$`, 'iu'),
  longDay: new RegExp(`^${BEFORE}${LONG_DAY}$`, 'iu'),
  quarterDay: new RegExp(`^${BEFORE}${QUARTER_DAY}$`, 'iu'),
  day: new RegExp(`^${BEFORE}${DAY}$`, 'iu'),
  half: new RegExp(`^${BEFORE}${HALF}$`, 'iu'),
  monthPart: new RegExp(`^${BEFORE}${MONTH_PART}$`, 'iu'),
  quarterPart: new RegExp(`^${BEFORE}${QUARTER_PART}$`, 'iu'),
  quarters: new RegExp(`^${BEFORE}${LIST('quý', QUARTER)}$`, 'iu'),
  months: new RegExp(`^${BEFORE}${LIST('tháng', MONTH)}$`, 'iu'),
  year: new RegExp(`^${BEFORE}(cuối\\s+|trong\\s+)?năm\\s*(\\d{4})?$|^(cuối) năm$`, 'iu'),
} as const;
const READERS = {
  span: readSpan,
  longDay: readLongDay,
  quarterDay: readQuarterDay,
  day: readDay,
  half: readHalf,
  monthPart: readMonthPart,
  quarterPart: readQuarterPart,
  quarters: readQuarters,
  months: readMonths,
  year: readYear,
} as const satisfies Record<
  keyof typeof PART,
  (parts: readonly (string | undefined)[], rules: DateRules) => NamedWindow[]
>;

function windowsOf(match: RegExpExecArray, rules: DateRules): NamedWindow[] {
  for (const kind of Object.keys(PART) as (keyof typeof PART)[]) {
    const words = match.groups?.[kind];
    const parts = words === undefined ? null : PART[kind].exec(words);
    if (parts) return READERS[kind]([...parts], rules);
  }
  return [];
}

function yearOf(written: string | undefined, rules: DateRules): number | undefined {
  return written === undefined ? rules.year : Number(written);
}

function before(to: Day | undefined): NamedWindow[] {
  return to === undefined ? [] : [{ to, isBefore: true }];
}

function during(window: Window | undefined): NamedWindow[] {
  return window === undefined ? [] : [{ ...window, isBefore: false }];
}

function readSpan(
  [, day, month, year, lastDay, lastMonth, lastYear]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const endYear = yearOf(lastYear, rules);
  const startYear = yearOf(year ?? lastYear, rules);
  if (endYear === undefined || startYear === undefined) return [];
  const from = dayOf(startYear, Number(month), Number(day));
  const to = dayOf(endYear, Number(lastMonth), Number(lastDay));
  return from !== undefined && to !== undefined && from <= to ? during({ from, to }) : [];
}

function readDay([, sign, day, month, written]: readonly (string | undefined)[], rules: DateRules) {
  const year = yearOf(written, rules);
  const to = year === undefined ? undefined : dayOf(year, Number(month), Number(day));
  if (to === undefined) return [];
  return before(sign === 'trước' && rules.beforeDay === 'strict' ? dayBefore(to) : to);
}

function readLongDay(
  [, sign, day, month, others = '', written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const months = [month, ...(others.match(/\d+/gu) ?? [])];
  return allOf(months.map((each) => readDay(['', sign, day, each, written], rules)));
}

function readQuarterDay(
  [, sign, day, part = '', quarter = '', written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const [month] = readQuarterPart(['', undefined, part, quarter, written], rules);
  return month ? readDay(['', sign, day, month.to.slice(5, 7), month.to.slice(0, 4)], rules) : [];
}

function readQuarterPart(
  [, sign, part = '', quarter = '', written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const year = yearOf(written, rules);
  return year === undefined ? [] : limited(sign, partOfQuarter(part, year, quarterOf(quarter)));
}

function readMonthPart(
  [, sign, part = '', month, written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const year = yearOf(written, rules);
  return year === undefined ? [] : limited(sign, partOfMonth(part, year, Number(month)));
}

const COUNT_BY_WORD: Record<string, number> = { '3': 3, ba: 3, '6': 6, sáu: 6, '9': 9, chín: 9 };

function readHalf(
  [, sign, count, end, half, halfEnd, written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const year = yearOf(written, rules);
  if (year === undefined) return [];
  const months = half === undefined ? (COUNT_BY_WORD[count ?? ''] ?? 6) : 6;
  const window =
    (end ?? halfEnd) === 'đầu' ? monthsWindow(year, 1, months) : monthsWindow(year, 13 - months, 12);
  return limited(sign, window);
}

/** A stretch behind "trước" ends before it begins, behind "hết" or "chậm nhất" with its last day. */
function limited(sign: string | undefined, window: Window | undefined): NamedWindow[] {
  if (sign === undefined || window === undefined) return during(window);
  return before(sign === 'trước' && window.from !== undefined ? dayBefore(window.from) : window.to);
}

function numbersOf(first: string, others: string, read: (word: string) => number | undefined): number[] {
  const numbers = [read(first) ?? 0];
  const rest = others.replace(/(?:\/|năm)\s*(?:năm\s*)?\d{4}/giu, ' ');
  for (const [, joiner = '', word = ''] of rest.matchAll(
    /(,|-|và|đến|tới|&)?[^\p{L}\p{N}]*(?:hết\s*)?(?:quý|tháng)?\s*([iv]+|\d+)(?![\p{L}\p{N}])/giu,
  )) {
    const number = read(word) ?? 0;
    const last = numbers.at(-1) ?? number;
    const isRange = joiner === '-' || joiner === 'đến' || joiner === 'tới';
    for (let each = last + 1; isRange && each < number; each += 1) numbers.push(each);
    numbers.push(number);
  }
  return numbers;
}

function quarterOf(word: string): number {
  return readRoman(word.toUpperCase()) ?? Number(word);
}

function readQuarters(
  [, sign, first = '', others = '', written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const year = yearOf(written, rules);
  if (year === undefined) return [];
  const quarters = numbersOf(first, others, quarterOf);
  return runsOf(quarters).flatMap(([start, end]) =>
    limited(sign, monthsWindow(year, start * 3 - 2, end * 3)),
  );
}

/** All windows, or none when one of them is no stretch of the calendar: half a reading would be a guess. */
function allOf(windows: NamedWindow[][]): NamedWindow[] {
  return windows.some((each) => each.length === 0) ? [] : windows.flat();
}

function readMonths(
  [, sign, first = '', others = '', written]: readonly (string | undefined)[],
  rules: DateRules,
) {
  const year = yearOf(written, rules);
  if (year === undefined) return [];
  return allOf(
    runsOf(numbersOf(first, others, Number)).map(([start, end]) =>
      limited(sign, monthsWindow(year, start, end)),
    ),
  );
}

function readYear([, sign, where, written, ending]: readonly (string | undefined)[], rules: DateRules) {
  const year = yearOf(written, rules);
  if (year === undefined) return [];
  if (ending !== undefined || where?.trim() === 'cuối') return before(dayOf(year, 12, daysInMonth(year, 12)));
  return limited(sign, monthsWindow(year, 1, 12));
}
