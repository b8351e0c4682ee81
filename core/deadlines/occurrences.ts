import { RRuleTemporal } from 'rrule-temporal';
import { addDays, dayNumber } from './days.ts';
import type { Day, Deadline } from './deadline.ts';
import { occurrenceName } from './occurrence-names.ts';
import { type ReportCalendar, reportsOf, USUAL_REPORTS } from './report-periods.ts';

/**
 * One time a piece of work comes due that comes due again. A `check` only asks whether steady work goes
 * on. `from` is the day after the one before was due.
 */
export type Occurrence = {
  key: string;
  name: string;
  from: Day;
  to: Day;
  kind: 'check' | 'recurrence' | 'report';
};

/** An occurrence as a task shows it. */
export type CurrentOccurrence = Pick<Occurrence, 'key' | 'name' | 'from' | 'to'> & {
  isMarked: boolean;
  /** The latest of all that are marked; null before the first is. */
  lastMarked: string | null;
};

/**
 * The occurrences of a deadline within a year, in order of their due days: those of its recurrence rule,
 * within its window where it has one, or the reports it follows. Empty for every other deadline.
 */
export function occurrencesOf(
  deadline: Deadline,
  year: number,
  reportCalendar: ReportCalendar = USUAL_REPORTS,
): Occurrence[] {
  if (deadline.kind === 'report_calendar')
    return reportsOf(year, deadline.reports ?? 'quarter', reportCalendar).map((report) => ({
      ...report,
      name: occurrenceName(report.key),
      kind: 'report',
    }));
  if (deadline.kind !== 'recurring' || deadline.recurrence === undefined) return [];
  const { recurrence, isCheck, from = `${year}-01-01`, to = `${year}-12-31` } = deadline;
  const days = dueDays(recurrence, year).filter((day) => day >= from && day <= to);
  return days.map((day, index) => {
    const key = periodKey(day, recurrence);
    return {
      key,
      name: occurrenceName(key),
      from: index === 0 ? from : addDays(days[index - 1]!, 1),
      to: day,
      kind: isCheck ? 'check' : 'recurrence',
    };
  });
}

/** The days of an iCalendar rule within a year, counted in UTC so that no time zone moves them. */
function dueDays(recurrence: string, year: number): Day[] {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${year}0101T000000Z\nRRULE:${recurrence};UNTIL=${year}1231T000000Z`,
  });
  return rule.all().map((moment) => moment.toString().slice(0, 10));
}

/** The period a due day of a rule stands for. */
function periodKey(day: Day, recurrence: string): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  if (recurrence.includes('FREQ=WEEKLY')) return weekKey(day);
  switch (/BYMONTH=([\d,]+)/u.exec(recurrence)?.[1]) {
    case '3,6,9,12':
      return `${year}-Q${month / 3}`;
    case '6,12':
      return `${year}-H${month / 6}`;
    case '12':
      return year;
    default:
      return day.slice(0, 7);
  }
}

/** The week as ISO 8601 numbers it: of the year its Thursday lies in. */
function weekKey(day: Day): string {
  const thursday = addDays(day, 3 - ((dayNumber(day) + 3) % 7));
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The occurrence a task stands at: the first that is not marked, whether its window has begun or not; once
 * all are marked the last one. What was due before `since`, the day the work came into the plan, is left
 * out. An answered check also answers for those before it. Null where there is none.
 */
export function currentOccurrence(
  occurrences: readonly Occurrence[],
  marks: ReadonlySet<string>,
  since: Day,
): CurrentOccurrence | null {
  const own = occurrences.filter(({ to }) => to >= since);
  const lastMark = own.findLastIndex(({ key }) => marks.has(key));
  const isMarked = ({ key, kind }: Occurrence, index: number) =>
    marks.has(key) || (kind === 'check' && index < lastMark);
  const open = own.find((each, index) => !isMarked(each, index));
  const shown = open ?? own.at(-1);
  if (!shown) return null;
  const { key, name, from, to } = shown;
  return { key, name, from, to, isMarked: open === undefined, lastMarked: own[lastMark]?.key ?? null };
}

/**
 * The occurrence an answer of that day marks: the current one, but of steady work the check that runs now,
 * since nobody can still be asked whether the work went on months ago.
 */
export function occurrenceToMark(
  occurrences: readonly Occurrence[],
  marks: ReadonlySet<string>,
  { since, today }: { since: Day; today: Day },
): string | undefined {
  const current = currentOccurrence(occurrences, marks, since);
  if (!current || current.isMarked) return undefined;
  const running = occurrences.findLast(({ kind, from }) => kind === 'check' && from <= today);
  return running && running.from > current.from ? running.key : current.key;
}
