import { comparableText, tidyText } from '#core/vietnamese.ts';
import type { Deadline, Window } from './deadline.ts';
import { type BeforeDay, findDates, type NamedWindow } from './deadline-dates.ts';

export type DeadlineRules = {
  /** The plan's year, for words that name none ("trước ngày 30/6"). Without it such words are not understood. */
  year?: number;
  /** Whether the day of "trước ngày …" still counts; inclusive, the usual reading, when left out. */
  beforeDay?: BeforeDay;
};

const PURPOSE = /\s(?:để|nhằm|phục vụ)\s.*$/u;
const CITATION =
  /(?:số|nghị quyết|nghị định|quyết định|kế hoạch|công văn|chỉ thị|thông tư)\s[^\s,;]*\d[^\s,;]*(?:\s*ngày\s*\d{1,2}\/\d{1,2}\/\d{4})?|theo kế hoạch[^;]*/giu;
const ON_REQUEST = /theo (?:yêu cầu|chỉ đạo|hướng dẫn|đề nghị|thời gian yêu cầu|văn bản)(?: của)? /u;
const REPORT_CALENDAR =
  /theo (?:tiến độ|thời gian|kỳ|chế độ|lịch)(?: thực hiện)? báo cáo|báo cáo định kỳ|theo định kỳ báo cáo/u;
const RECURRING =
  /thường xuyên|liên tục|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|mỗi (?:tuần|tháng|quý)|định kỳ|trong cả năm|cả năm|quanh năm/u;

/**
 * Reads a deadline as Vietnamese offices write it ("quý II và quý III/2026", "trước tháng 10/2026",
 * "thường xuyên, liên tục", "theo yêu cầu của Sở Nội vụ"). The words are kept as they are; a clause of
 * purpose behind "để", "nhằm" or "phục vụ" and the numbers of cited documents are not taken for dates.
 * Several dates give `several` with its windows in order of their end. Empty words give `none`; words it
 * cannot read give `not_understood`, never a guess (domain, Annex B "Deadlines to parse").
 */
export function readDeadline(words: string, rules: DeadlineRules): Deadline {
  const kept = tidyText(words);
  if (kept === '') return { words: '', kind: 'none' };
  const clauses = comparableText(kept)
    .split(';')
    .map((clause) => clause.replace(PURPOSE, '').replace(CITATION, ' '));
  const dates = clauses.flatMap((clause) =>
    findDates(clause, { beforeDay: 'inclusive', ...rules }).map((each) => each.windows),
  );
  if (dates.some((windows) => windows.length === 0)) return { words: kept, kind: 'not_understood' };
  const windows = distinctWindows(dates.flat());
  const only = windows[0];
  if (only && windows.length === 1) {
    const { isBefore, ...window } = only;
    return { words: kept, kind: isBefore ? 'before' : 'window', ...window };
  }
  if (only) return severalOf(kept, windows);
  return undatedOf(kept, clauses.join(';'));
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

function undatedOf(words: string, comparable: string): Deadline {
  if (REPORT_CALENDAR.test(comparable)) return { words, kind: 'report_calendar' };
  const requestedBy = requesterOf(words);
  if (requestedBy !== undefined)
    return { words, kind: 'on_request', ...(requestedBy === '' ? {} : { requestedBy }) };
  if (RECURRING.test(comparable)) return { words, kind: 'recurring' };
  return { words, kind: 'not_understood' };
}

/** Who asks, in the plan's own words; "" when it is asked by nobody named; undefined when nothing is asked. */
function requesterOf(words: string): string | undefined {
  if (!ON_REQUEST.test(`${comparableText(words)} `)) return undefined;
  return /của\s+([^;,.()]+)/iu.exec(words)?.[1]?.trim() ?? '';
}
