import { comparableText, tidyText } from '#core/vietnamese.ts';
import type { Deadline, ReportRhythm, Window } from './deadline.ts';
import { type BeforeDay, type DateRules, findDates, type NamedWindow } from './deadline-dates.ts';
import { readRecurrence } from './recurrence-words.ts';
import { refuseDeadline } from './refuse-deadline.ts';
import { readStretch, stretchEnd } from './stretch-words.ts';
import type { WorkCalendar } from './working-days.ts';

export type DeadlineRules = {
  /** The plan's year, for words that name none ("trước ngày 30/6"). Without it such words are not understood. */
  year?: number;
  /** Whether the day of "trước ngày …" still counts; inclusive, the usual reading, when left out. */
  beforeDay?: BeforeDay;
  /** For stretches of working days; the national calendar when left out. */
  calendar?: WorkCalendar;
};

const PURPOSE = /\s(?:để|nhằm|phục vụ)\s.*$/u;
const CITATION =
  /(?:số|nghị quyết|nghị định|quyết định|kế hoạch|công văn|chỉ thị|thông tư)\s[^\s,;]*\d[^\s,;]*(?:\s*ngày\s*\d{1,2}\/\d{1,2}\/\d{4})?|theo kế hoạch[^;]*/giu;
const BARE_MONTH = /(?<=^|[\s,(])(?<!(?:tháng|quý|ngày)[^;]*)(?:t\s?)?(0?[1-9]|1[0-2])\/(20\d\d)(?!\d)/gu;
const ON_REQUEST =
  /theo (?:yêu cầu|chỉ đạo|hướng dẫn|đề nghị|thời gian yêu cầu|văn bản)(?: của)? |(?:ngay )?(?:sau khi|khi) (?:có|nhận được) (?:văn bản )?(?:yêu cầu|chỉ đạo|hướng dẫn|đề nghị|văn bản|thông báo|kế hoạch|ý kiến)/u;
const REPORT_CALENDAR =
  /theo (?:tiến độ|thời gian|kỳ|chế độ|lịch)(?: thực hiện)? báo cáo|báo cáo định kỳ|theo định kỳ báo cáo|(?:cùng|trong|theo) (?:kỳ )?báo cáo (?:tháng|quý|0?6 tháng|năm)|kỳ báo cáo|báo cáo (?:hằng |hàng )?quý/u;
const RHYTHM =
  /(?:h[ằà]ng|mỗi|từng)\s*(?:tuần|tháng|quý)|(?:tháng|quý)\s*(?:một|1|\/)\s*lần|lần\s*\/\s*(?:tuần|tháng|quý)/u;
const STEADY = /thường xuyên|liên tục|h[ằà]ng ngày/u;
const WHOLE_YEAR = /(?:trong|của|cả)?\s*năm\s*\d{4}/gu;

/**
 * Reads a deadline as Vietnamese offices write it ("quý II và quý III/2026", "trước tháng 10/2026",
 * "chậm nhất ngày 25 tháng cuối quý", "trong 05 ngày làm việc kể từ ngày 10/3/2026", "theo yêu cầu của
 * Sở Nội vụ"). The words are kept as they are; a clause of purpose behind "để", "nhằm" or "phục vụ" and
 * the numbers of cited documents are not taken for dates. Several dates give `several` with its windows
 * in order of their end; a rhythm gives `recurring` with the rule of its due days, within a stretch where
 * one is named. What waits for a document that has no day gives `on_request`. Empty words give `none`;
 * words it cannot read, and days no plan can name, give `not_understood`, never a guess (domain, Annex B "Deadlines to parse").
 */
export function readDeadline(words: string, rules: DeadlineRules): Deadline {
  const read = readWords(words, rules);
  return refuseDeadline(read) ? { words: read.words, kind: 'not_understood' } : read;
}

function readWords(words: string, rules: DeadlineRules): Deadline {
  const kept = tidyText(words);
  if (kept === '') return { words: '', kind: 'none' };
  const dateRules: DateRules = { beforeDay: 'inclusive', ...rules };
  const clauses = comparableText(kept)
    .split(';')
    .map((clause) => clause.replace(PURPOSE, '').replace(CITATION, ' ').replace(BARE_MONTH, 'tháng $1/$2'));
  const comparable = clauses.join(';');
  const counted = countedOf(kept, dateRules, rules.calendar);
  if (counted) return counted;
  const isRhythmic = RHYTHM.test(comparable);
  const isYearOnly = isRhythmic || STEADY.test(comparable);
  const dates = clauses.flatMap((clause) =>
    findDates(isYearOnly ? clause.replace(WHOLE_YEAR, ' ') : clause, dateRules).map((each) => each.windows),
  );
  if (dates.some((windows) => windows.length === 0)) return { words: kept, kind: 'not_understood' };
  const windows = distinctWindows(dates.flat());
  const only = windows[0];
  if (only && windows.length === 1) {
    const { isBefore, ...window } = only;
    if (isRhythmic && !isBefore) return { ...undatedOf(kept, comparable, dateRules), ...window };
    return { words: kept, kind: isBefore ? 'before' : 'window', ...window };
  }
  if (only) return severalOf(kept, windows);
  return undatedOf(kept, comparable, dateRules);
}

/** A deadline counted from a day, or from something that has no day yet and is waited for. */
function countedOf(
  words: string,
  rules: DateRules,
  calendar: WorkCalendar | undefined,
): Deadline | undefined {
  const within = readStretch(words, rules);
  if (!within) return undefined;
  if (within.since !== undefined)
    return { words, kind: 'before', to: stretchEnd(within, within.since, calendar), within };
  const requestedBy = namedRequester(words);
  return { words, kind: 'on_request', ...(requestedBy === '' ? {} : { requestedBy }), within };
}

function severalOf(words: string, windows: NamedWindow[]): Deadline {
  const plain = windows.map(({ isBefore: _isBefore, ...window }): Window => window);
  return { words, kind: 'several', windows: plain, to: plain.at(-1)!.to };
}

function distinctWindows(windows: NamedWindow[]): NamedWindow[] {
  const windowByDays = new Map(windows.map((each) => [`${each.to} ${each.from ?? ''}`, each]));
  return [...windowByDays.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, window]) => window);
}

function undatedOf(words: string, comparable: string, { beforeDay }: DateRules): Deadline {
  const rhythm = readRecurrence(comparable, beforeDay);
  if (rhythm?.hasOwnDay) return { words, kind: 'recurring', recurrence: rhythm.recurrence };
  if (REPORT_CALENDAR.test(comparable)) {
    const reports = reportRhythmOf(comparable);
    return { words, kind: 'report_calendar', ...(reports === undefined ? {} : { reports }) };
  }
  if (ON_REQUEST.test(`${comparable} `)) {
    const requestedBy = namedRequester(words);
    return { words, kind: 'on_request', ...(requestedBy === '' ? {} : { requestedBy }) };
  }
  if (!rhythm) return { words, kind: 'not_understood' };
  const { recurrence, isCheck } = rhythm;
  return { words, kind: 'recurring', recurrence, ...(isCheck ? { isCheck } : {}) };
}

/** The shortest rhythm a report names; undefined where none is, and for the quarter, which is the usual one. */
function reportRhythmOf(comparable: string): ReportRhythm | undefined {
  const text = comparable.replace(/0?[69] tháng|(?:sáu|chín) tháng/gu, 'nửa năm');
  if (/(?:h[ằà]ng|mỗi|báo cáo|kỳ)\s*tháng/u.test(text)) return 'month';
  if (/quý/u.test(text)) return undefined;
  if (/nửa năm/u.test(text)) return 'half_year';
  return /(?:h[ằà]ng|mỗi|báo cáo|kỳ)\s*năm(?!\s*\d)/u.test(text) ? 'year' : undefined;
}

/** Who asks, in the plan's own words; "" when nobody is named. */
function namedRequester(words: string): string {
  return /của\s+([^;,.()]+)/iu.exec(words)?.[1]?.trim() ?? '';
}
