import { describe, expect, it } from 'vitest';
import type { Task } from '#core/plans/task.ts';
import { dueThisWeek, mostOfGap, silentOwners } from './outlook-findings.ts';

const share = (key: string, gapPoints: number) => ({
  key,
  label: key,
  gapPoints,
  maxPoints: 1000,
  leaves: 1,
});
const owner = { departmentId: 'a', name: 'Phòng A', role: 'lead' as const, inheritedFrom: null };

function task(key: string, changes: Partial<Task>): Task {
  return {
    id: key,
    key,
    section: '2.1',
    sectionTitle: '',
    text: key,
    deadline: { words: '', kind: 'none' },
    dueTo: null,
    status: 'in_progress',
    percent: 0,
    timeliness: 'later',
    daysLeft: null,
    owners: [owner],
    criteria: [],
    dueByDocument: null,
    finishedOn: null,
    verdict: null,
    reportingState: 'not_due' as const,
    holder: { holder: 'owner', departmentId: null, name: null, since: null, answerBy: null },
    openObstacles: 0,
    steps: { done: 0, all: 0 },
    pointsAtStake: 0,
    lastUpdateAt: null,
    lastNote: null,
    version: 1,
    ...changes,
  };
}

describe('where most of the gap lies', () => {
  it.each([
    ['one field holds half', [share('IX', 60), share('V', 40)], 100, ['IX'], 60],
    ['two are needed', [share('I', 128), share('IX', 200), share('V', 167)], 683, ['IX', 'V'], 54],
  ])('%s', (_, shares, gap, keys, percent) => {
    expect(mostOfGap(shares, gap)).toEqual({
      shares: keys.map((key) => expect.objectContaining({ key })),
      percent,
    });
  });

  it.each([
    ['nothing is missing', [share('I', 0)], 0],
    ['it is spread over more than three', [1, 2, 3, 4, 5, 6, 7, 8].map((n) => share(String(n), 10)), 80],
  ])('says nothing when %s', (_, shares, gap) => {
    expect(mostOfGap(shares, gap)).toBeUndefined();
  });
});

describe('what is due this week', () => {
  it('counts the last day as in time, the day after as late, and leaves finished work out', () => {
    const found = dueThisWeek([
      task('today', { daysLeft: 0 }),
      task('late', { daysLeft: -1 }),
      task('week', { daysLeft: 7 }),
      task('later', { daysLeft: 8 }),
      task('done', { daysLeft: -3, status: 'done' }),
      task('undated', {}),
    ]);
    expect(found.overdue.map((each) => each.id)).toEqual(['late']);
    expect(found.due.map((each) => each.id)).toEqual(['today', 'week']);
    expect(found.next?.id).toBe('later');
  });
});

describe('silent owners', () => {
  const today = '2026-11-30';
  it.each([
    ['is silent after 15 days', { lastUpdateAt: '2026-11-15T08:00:00Z' }, '2026-01-05', [15]],
    ['is not silent after 14 days', { lastUpdateAt: '2026-11-16T08:00:00Z' }, '2026-01-05', []],
    ['is silent when it never spoke and the plan is old', {}, '2026-01-05', [null]],
    ['is given time after the plan is confirmed', {}, '2026-11-20', []],
    ['owes nothing when all is done', { status: 'done' as const }, '2026-01-05', []],
  ])('a department %s', (_, changes, confirmedAt, days) => {
    const found = silentOwners([task('t', changes)], confirmedAt, today);
    expect(found.map((each) => each.daysSince)).toEqual(days);
  });
});
