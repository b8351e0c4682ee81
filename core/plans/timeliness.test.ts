import { describe, expect, it } from 'vitest';
import { daysBetween } from '#core/deadlines/days.ts';
import type { Day, Deadline } from '#core/deadlines/deadline.ts';
import type { TaskStatus } from './task-status.ts';
import { timelinessOf } from './timeliness.ts';

const window = (from: Day, to: Day): Deadline => ({ words: '', kind: 'window', from, to });
const before = (to: Day): Deadline => ({ words: '', kind: 'before', to });
const undated = (kind: Deadline['kind']): Deadline => ({ words: '', kind });
const dialogues: Deadline = {
  words: '06 tháng đầu năm và lần 2 kết thúc trước tháng 11/2026',
  kind: 'several',
  windows: [{ from: '2026-01-01', to: '2026-06-30' }, { to: '2026-10-31' }],
};
const quarterTwo = window('2026-04-01', '2026-06-30');

const cases: [string, TaskStatus, Deadline, Day, [string, number | null, Day | null]][] = [
  [
    'the last day of the quarter is still in time',
    'in_progress',
    quarterTwo,
    '2026-06-30',
    ['due_soon', 0, '2026-06-30'],
  ],
  [
    'the day after the quarter is late by one day',
    'in_progress',
    quarterTwo,
    '2026-07-01',
    ['overdue', -1, '2026-06-30'],
  ],
  ['fourteen days before is near', 'not_started', quarterTwo, '2026-06-16', ['due_soon', 14, '2026-06-30']],
  ['fifteen days before is not', 'not_started', quarterTwo, '2026-06-15', ['later', 15, '2026-06-30']],
  [
    'a window that has not opened yet is later',
    'not_started',
    quarterTwo,
    '2026-01-02',
    ['later', 179, '2026-06-30'],
  ],
  ['a stuck task is late like any other', 'stuck', quarterTwo, '2026-07-10', ['overdue', -10, '2026-06-30']],
  ['what is done is never late', 'done', quarterTwo, '2026-12-31', ['done', null, '2026-06-30']],
  [
    'February of a leap year has its 29th',
    'in_progress',
    before('2028-03-01'),
    '2028-02-28',
    ['due_soon', 2, '2028-03-01'],
  ],
  [
    'February of 2026 has not',
    'in_progress',
    before('2026-03-01'),
    '2026-02-28',
    ['due_soon', 1, '2026-03-01'],
  ],
  [
    'the year turns between two days',
    'in_progress',
    before('2026-12-31'),
    '2027-01-01',
    ['overdue', -1, '2026-12-31'],
  ],
  [
    'a deadline early next year counts over the year',
    'in_progress',
    before('2027-01-05'),
    '2026-12-31',
    ['due_soon', 5, '2027-01-05'],
  ],
  [
    'of two dialogues the first is due first',
    'in_progress',
    dialogues,
    '2026-06-20',
    ['due_soon', 10, '2026-06-30'],
  ],
  [
    'when the first has passed the second counts',
    'in_progress',
    dialogues,
    '2026-07-01',
    ['later', 122, '2026-10-31'],
  ],
  [
    'when both have passed the last one is late',
    'in_progress',
    dialogues,
    '2026-11-02',
    ['overdue', -2, '2026-10-31'],
  ],
  [
    'a finished pair of dialogues was due at the last',
    'done',
    dialogues,
    '2026-05-01',
    ['done', null, '2026-10-31'],
  ],
  ['steady work recurs', 'in_progress', undated('recurring'), '2026-11-23', ['recurring', null, null]],
  [
    'work along the report calendar recurs',
    'in_progress',
    undated('report_calendar'),
    '2026-11-23',
    ['recurring', null, null],
  ],
  [
    'work on request waits without a day',
    'not_started',
    undated('on_request'),
    '2026-11-23',
    ['undated', null, null],
  ],
  [
    'a directive gives it one',
    'not_started',
    { ...undated('on_request'), to: '2026-11-25' },
    '2026-11-23',
    ['due_soon', 2, '2026-11-25'],
  ],
  [
    'words not understood give no day',
    'not_started',
    undated('not_understood'),
    '2026-11-23',
    ['undated', null, null],
  ],
  ['no deadline gives no day', 'not_started', undated('none'), '2026-11-23', ['undated', null, null]],
];

describe('where a task stands in time', () => {
  it.each(cases)('%s', (_sentence, status, deadline, today, [timeliness, daysLeft, dueTo]) => {
    expect(timelinessOf({ status, deadline }, today)).toEqual({ timeliness, daysLeft, dueTo });
  });
});

describe('counting days', () => {
  it('counts a whole leap year', () => {
    expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366);
  });

  it.each([['2026-02-29'], ['2026-13-01'], ['2026-1-1'], ['hôm nay']])('refuses %s', (day) => {
    expect(() => daysBetween('2026-01-01', day)).toThrow(RangeError);
  });
});
