import { describe, expect, it } from 'vitest';
import {
  countReportingStates,
  type ReportedTask,
  type ReportingState,
  reportingStateOf,
} from './reporting-state.ts';

const open: ReportedTask = {
  status: 'in_progress',
  finishedOn: null,
  dueTo: '2026-06-30',
  timeliness: 'later',
  verdict: null,
  isRecurring: false,
};
const done: ReportedTask = { ...open, status: 'done', timeliness: 'done', finishedOn: '2026-06-30' };
const steady: ReportedTask = { ...open, dueTo: null, timeliness: 'recurring', isRecurring: true };

describe('the state a report counts a task in', () => {
  const cases: [string, ReportedTask, ReportingState][] = [
    ['finished on the due day is on time', done, 'done_on_time'],
    ['finished the day after is late', { ...done, finishedOn: '2026-07-01' }, 'done_late'],
    ['finished after an extension is on time', { ...done, dueTo: '2026-07-31' }, 'done_on_time'],
    ['finished and found good stays finished', { ...done, verdict: 'met' }, 'done_on_time'],
    [
      'finished late and found good is still late',
      { ...done, finishedOn: '2026-08-01', verdict: 'met' },
      'done_late',
    ],
    ['finished but not good enough', { ...done, verdict: 'not_met' }, 'done_not_met'],
    [
      'not good enough and opened again, while the verdict stands',
      { ...open, timeliness: 'overdue', verdict: 'not_met' },
      'done_not_met',
    ],
    ['finished without ever being due is on time', { ...done, dueTo: null }, 'done_on_time'],
    ['finished on a day nobody noted is on time', { ...done, finishedOn: null }, 'done_on_time'],
    ['open and not due yet', open, 'not_due'],
    ['open and due soon is not due yet', { ...open, timeliness: 'due_soon' }, 'not_due'],
    ['not begun is not due yet', { ...open, status: 'not_started' }, 'not_due'],
    ['open after the due day', { ...open, timeliness: 'overdue' }, 'overdue'],
    ['stuck after the due day', { ...open, status: 'stuck', timeliness: 'overdue' }, 'overdue'],
    ['open without a day is not due', { ...open, dueTo: null, timeliness: 'undated' }, 'not_due'],
    ['steady work goes on', steady, 'ongoing'],
    ['steady work not begun goes on all the same', { ...steady, status: 'not_started' }, 'ongoing'],
    [
      'steady work with a month due soon',
      { ...steady, dueTo: '2026-06-30', timeliness: 'due_soon' },
      'ongoing',
    ],
    ['steady work with a late month', { ...steady, dueTo: '2026-06-30', timeliness: 'overdue' }, 'overdue'],
    [
      'steady work finished for the year',
      { ...steady, status: 'done', timeliness: 'done', finishedOn: '2026-12-20' },
      'done_on_time',
    ],
  ];
  it.each(cases)('%s', (_sentence, task, state) => {
    expect(reportingStateOf(task)).toBe(state);
  });
});

it('counts steady work that is kept up as completed, and splits what is completed', () => {
  const counts = countReportingStates([
    { state: 'ongoing', isRecurring: true },
    { state: 'done_on_time', isRecurring: true },
    { state: 'done_on_time', isRecurring: false },
    { state: 'done_late', isRecurring: false },
    { state: 'overdue', isRecurring: true },
    { state: 'not_due', isRecurring: false },
    { state: 'done_not_met', isRecurring: false },
  ]);
  expect(counts).toEqual({
    byState: { done_on_time: 2, done_late: 1, ongoing: 1, not_due: 1, overdue: 1, done_not_met: 1 },
    total: 7,
    completed: 4,
    completedRecurring: 2,
    completedDated: 2,
  });
});
