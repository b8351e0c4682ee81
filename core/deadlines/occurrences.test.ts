import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { timelinessOf } from '#core/plans/timeliness.ts';
import { occurrenceName } from './occurrence-names.ts';
import { currentOccurrence, occurrencesOf, occurrenceToMark } from './occurrences.ts';
import { readDeadline } from './read-deadline.ts';
import { USUAL_REPORTS } from './report-periods.ts';

const occurrencesIn = (words: string, year = 2026) => occurrencesOf(readDeadline(words, { year }), year);
const dueDays = (words: string, year = 2026) =>
  occurrencesIn(words, year)
    .map(({ to }) => to.slice(5))
    .join(' ');

describe('the occurrences of a deadline', () => {
  it.each([
    [
      'month ends, February of a common year',
      'hằng tháng',
      2026,
      '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31',
    ],
    [
      'month ends, February of a leap year',
      'thường xuyên, liên tục',
      2028,
      '01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31',
    ],
    [
      'the 30th where there is one',
      'trước ngày 30 hằng tháng',
      2026,
      '01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30',
    ],
    [
      'the last working day of the week in each month',
      'ngày làm việc cuối cùng hằng tháng',
      2026,
      '01-30 02-27 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
    ],
    ['each quarter', 'hằng quý', 2026, '03-31 06-30 09-30 12-31'],
    ['a day of its last month', 'chậm nhất ngày 25 tháng cuối quý', 2026, '03-25 06-25 09-25 12-25'],
    ['a day of the first month', 'trước ngày 10 tháng đầu quý sau', 2026, '01-10 04-10 07-10 10-10'],
    ['each half-year', 'định kỳ 6 tháng', 2026, '06-30 12-31'],
    ['each year', 'hằng năm', 2026, '12-31'],
    ['within a stretch only', 'hằng tháng, từ tháng 9 đến tháng 11/2026', 2026, '09-30 10-31 11-30'],
    ['the reports of the quarters', 'theo tiến độ báo cáo định kỳ', 2026, '03-20 06-20 09-20 12-20'],
    ['the reports of half a year', 'báo cáo định kỳ 6 tháng, năm', 2026, '06-20 12-20'],
    ['the reports of the year', 'báo cáo định kỳ hằng năm', 2026, '12-20'],
    ['none for a dated deadline', 'trước ngày 30/6/2026', 2026, ''],
    ['none for work on request', 'theo yêu cầu của Sở Nội vụ', 2026, ''],
  ])('%s', (_, words, year, expected) => {
    expect(dueDays(words, year)).toBe(expected);
  });

  it.each([
    ['a month', 'trước ngày 15 hằng tháng', 2, '2026-03 tháng 3 2026-02-16 2026-03-15'],
    ['a quarter', 'hằng quý', 1, '2026-Q2 quý II 2026-04-01 2026-06-30'],
    ['half a year', 'định kỳ 6 tháng', 0, '2026-H1 6 tháng đầu năm 2026-01-01 2026-06-30'],
    ['a year', 'hằng năm', 0, '2026 năm 2026 2026-01-01 2026-12-31'],
    ['the first week of the year', 'hằng tuần', 0, '2026-W01 tuần 1 2026-01-01 2026-01-02'],
    ['the last week of the year', 'hằng tuần', 51, '2026-W52 tuần 52 2026-12-19 2026-12-25'],
    [
      'a first month of a quarter',
      'trước ngày 10 tháng đầu quý sau',
      1,
      '2026-04 tháng 4 2026-01-11 2026-04-10',
    ],
    [
      'the report of quarter I',
      'báo cáo định kỳ',
      0,
      'report-2026-quarter_1 báo cáo quý I 2025-12-15 2026-03-20',
    ],
    [
      'the report of six months',
      'báo cáo định kỳ',
      1,
      'report-2026-half_year báo cáo 6 tháng 2025-12-15 2026-06-20',
    ],
    [
      'the report of quarter III',
      'báo cáo định kỳ',
      2,
      'report-2026-quarter_3 báo cáo quý III 2026-06-15 2026-09-20',
    ],
    [
      'the report of a month',
      'báo cáo định kỳ hằng tháng',
      0,
      'report-2026-01 báo cáo tháng 1 2025-12-15 2026-01-20',
    ],
  ])('names %s', (_, words, index, expected) => {
    const { key, name, from, to } = occurrencesIn(words)[index]!;
    expect(`${key} ${name} ${from} ${to}`).toBe(expected);
  });

  it('numbers the weeks of a year that begins with week 53 of the year before', () => {
    expect(occurrencesIn('hằng tuần', 2027).map(({ key }) => key)[0]).toBe('2026-W53');
  });

  it('follows report days a unit set, and months that lack them', () => {
    const reports = {
      ...USUAL_REPORTS,
      month: { cutOffDay: 31, dueDay: 31, isDueNextMonth: false },
      year: { cutOffDay: 30, dueDay: 5, isDueNextMonth: true },
    };
    const deadline = readDeadline('báo cáo định kỳ hằng tháng', {});
    expect(occurrencesOf(deadline, 2026, reports)[1]).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
    const [, , , year] = occurrencesOf(readDeadline('báo cáo định kỳ', {}), 2026, reports);
    expect(year).toMatchObject({ from: '2025-12-31', to: '2027-01-05' });
  });
});

it.each([
  ['2026-11', 'tháng 11'],
  ['2026-Q3', 'quý III'],
  ['2026-H2', '6 tháng cuối năm'],
  ['2026-W05', 'tuần 5'],
  ['2026', 'năm 2026'],
  ['report-2026-09', 'báo cáo tháng 9'],
  ['report-2026-half_year', 'báo cáo 6 tháng'],
  ['report-2026-other', 'report-2026-other'],
  ['of another time', 'of another time'],
])('the key %s is called %s', (key, name) => {
  expect(occurrenceName(key)).toBe(name);
});

describe('the current occurrence', () => {
  const reports = occurrencesIn('hằng quý');
  const checks = occurrencesIn('thường xuyên');
  const since = '2026-03-10';

  it.each([
    ['nothing marked', reports, [], '2026-Q1 open'],
    ['the first marked', reports, ['2026-Q1'], '2026-Q2 open'],
    ['a gap', reports, ['2026-Q1', '2026-Q3'], '2026-Q2 open'],
    ['all marked', reports, ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'], '2026-Q4 marked'],
    ['a check before the work began', checks, [], '2026-03 open'],
    ['a check answers for those before', checks, ['2026-06'], '2026-07 open'],
    ['a mark of another rhythm', checks, ['2026-Q1'], '2026-03 open'],
  ])('%s', (_, occurrences, marks, expected) => {
    const current = currentOccurrence(occurrences, new Set(marks), since);
    expect(`${current?.key} ${current?.isMarked ? 'marked' : 'open'}`).toBe(expected);
  });

  it.each([
    ['a quarter that is late comes first', reports, [], '2026-08-01', '2026-Q1'],
    ['a quarter ahead of its time', reports, ['2026-Q1', '2026-Q2'], '2026-06-10', '2026-Q3'],
    ['of checks the one that runs', checks, [], '2026-08-01', '2026-08'],
    ['a check already answered takes the next', checks, ['2026-08'], '2026-08-20', '2026-09'],
    ['nothing is left', reports, ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'], '2026-12-31', undefined],
  ])('is marked: %s', (_, occurrences, marks, today, expected) => {
    expect(occurrenceToMark(occurrences, new Set(marks), { since, today })).toBe(expected);
  });

  it.each([
    ['far from due', '2026-04-02', 'recurring', 89],
    ['near from a fortnight on', '2026-06-16', 'due_soon', 14],
    ['late the day after', '2026-07-01', 'overdue', -1],
  ])('stands in time: %s', (_, today, timeliness, daysLeft) => {
    const occurrence = currentOccurrence(reports, new Set(['2026-Q1']), since);
    const task = { status: 'in_progress', deadline: readDeadline('hằng quý', {}), occurrence } as const;
    expect(timelinessOf(task, today)).toEqual({ timeliness, daysLeft, dueTo: '2026-06-30' });
  });

  it('asks for a monthly check in its last week only', () => {
    const occurrence = currentOccurrence(checks, new Set(), '2026-04-01');
    const task = { status: 'in_progress', deadline: readDeadline('thường xuyên', {}), occurrence } as const;
    expect(timelinessOf(task, '2026-04-20').timeliness).toBe('recurring');
    expect(timelinessOf(task, '2026-04-23').timeliness).toBe('due_soon');
  });
});

describe('a machine in another time zone', () => {
  const script = `
    const { readDeadline } = await import('./read-deadline.ts');
    const { occurrencesOf } = await import('./occurrences.ts');
    const { holidaysOf } = await import('./holidays.ts');
    const { vietnamCalendar, addWorkingDays } = await import('./working-days.ts');
    const { timelinessOf } = await import('#core/plans/timeliness.ts');
    const words = ['trước ngày 31/12/2026', 'quý I/2026', 'tuần cuối tháng 02/2028', 'trong 05 ngày làm việc kể từ ngày 12/02/2026'];
    const read = words.map((each) => readDeadline(each, { year: 2026 }));
    console.log(JSON.stringify([
      read,
      ['hằng tháng', 'hằng tuần', 'báo cáo định kỳ'].map((each) => occurrencesOf(readDeadline(each, {}), 2028)),
      [2024, 2025, 2026, 2027, 2028].map((year) => holidaysOf(year)),
      addWorkingDays(vietnamCalendar([2025, 2026]), '2025-12-31', 40),
      read.map((deadline) => timelinessOf({ status: 'in_progress', deadline }, '2026-12-31')),
    ]));`;
  const answerIn = (zone: string) =>
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
      {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      },
    );

  it.each([['America/Los_Angeles'], ['Pacific/Kiritimati']])('%s gives the days of Viet Nam', (zone) => {
    expect(answerIn(zone)).toBe(answerIn('Asia/Ho_Chi_Minh'));
  });
});
