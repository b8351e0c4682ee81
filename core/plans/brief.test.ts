import { describe, expect, it } from 'vitest';
import { briefOf, dueThisWeek, isPastClock, silentOwners, waitingObstacles } from './brief.ts';
import type { Obstacle } from './follow-up.ts';
import { lostByCode } from './points-at-stake.ts';
import type { Task } from './task.ts';

const TODAY = '2026-11-30';
const ownerOf = (departmentId: string, role: 'lead' | 'coordinate' = 'lead') => ({
  departmentId,
  name: `Phòng ${departmentId.toUpperCase()}`,
  role,
  inheritedFrom: null,
});
const atCity = {
  holder: 'upper_level' as const,
  departmentId: null,
  name: 'Sở Nội vụ',
  since: '2026-11-02',
  answerBy: '2026-11-20',
};
const atDepartment = { ...atCity, holder: 'coordinator' as const, departmentId: 'b', name: 'Phòng B' };

function task(key: string, changes: Partial<Task> = {}): Task {
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
    owners: [ownerOf('a')],
    criteria: [],
    occurrence: null,
    dueByDocument: null,
    finishedOn: null,
    verdict: null,
    reportingState: 'not_due',
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

function obstacle(id: string, changes: Partial<Obstacle> = {}): Obstacle {
  return {
    id,
    taskId: 'late',
    status: 'open',
    holder: 'approver',
    departmentId: null,
    departmentName: null,
    name: null,
    answerBy: null,
    raisedBy: 'Bà B',
    raisedAt: '2026-11-20T03:00:00Z',
    version: 1,
    entries: [],
    ...changes,
  };
}

const keysOf = (tasks: readonly Task[]) => tasks.map((each) => each.id);

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
    expect(keysOf(found.overdue)).toEqual(['late']);
    expect(keysOf(found.due)).toEqual(['today', 'week']);
    expect(found.next?.id).toBe('later');
  });

  it('puts the most points at stake first, of equal ones the longest late', () => {
    const { overdue } = dueThisWeek([
      task('a day late', { daysLeft: -1 }),
      task('ten days late', { daysLeft: -10 }),
      task('points', { daysLeft: -2, pointsAtStake: 25 }),
    ]);
    expect(keysOf(overdue)).toEqual(['points', 'ten days late', 'a day late']);
  });
});

describe('a clock', () => {
  it.each([
    ['nobody set has not passed', null, false],
    ['is kept on its last day', '2026-11-30', false],
    ['has passed the day after', '2026-11-29', true],
  ])('%s', (_, answerBy, isPast) => {
    expect(isPastClock(answerBy, TODAY)).toBe(isPast);
  });
});

describe('obstacles waiting for an answer', () => {
  const tasks = [task('late'), task('done', { status: 'done' })];

  it('come oldest first, with the days they wait and whether their clock has passed', () => {
    const found = waitingObstacles(
      [
        obstacle('young', { raisedAt: '2026-11-28T03:00:00Z', answerBy: '2026-12-02' }),
        obstacle('old', { raisedAt: '2026-11-01T03:00:00Z', answerBy: '2026-11-29' }),
      ],
      tasks,
      TODAY,
    );
    expect(found.map(({ obstacle: each, days, isPastClock: isPast }) => [each.id, days, isPast])).toEqual([
      ['old', 29, true],
      ['young', 2, false],
    ]);
  });

  it.each([
    ['an answered one', { status: 'answered' as const }],
    ['one on finished work', { taskId: 'done' }],
    ['one of a plan that was replaced', { taskId: 'gone' }],
  ])('leave out %s', (_, changes) => {
    expect(waitingObstacles([obstacle('one', changes)], tasks, TODAY)).toEqual([]);
  });

  it('count the days of Viet Nam: 18:30 in London is the next day there', () => {
    const [found] = waitingObstacles([obstacle('one', { raisedAt: '2026-11-28T18:30:00Z' })], tasks, TODAY);
    expect(found?.days).toBe(1);
  });
});

describe('silent owners', () => {
  it.each([
    ['is silent after 15 days', { lastUpdateAt: '2026-11-15T08:00:00Z' }, '2026-01-05', [15]],
    ['is not silent after 14 days', { lastUpdateAt: '2026-11-16T08:00:00Z' }, '2026-01-05', []],
    ['spoke on the day it was in Viet Nam', { lastUpdateAt: '2026-11-15T18:00:00Z' }, '2026-01-05', []],
    ['is silent when it never spoke and the plan is old', {}, '2026-01-05', [null]],
    ['is given time after the plan is confirmed', {}, '2026-11-20', []],
    ['owes nothing when all is done', { status: 'done' as const }, '2026-01-05', []],
    ['owes nothing for work it only helps with', { owners: [ownerOf('a', 'coordinate')] }, '2026-01-05', []],
  ])('a department %s', (_, changes, confirmedAt, days) => {
    const found = silentOwners([task('t', changes)], confirmedAt, TODAY);
    expect(found.map((each) => each.daysSince)).toEqual(days);
  });
});

describe('the brief', () => {
  const criterion = (code: string) => ({ id: code, code, title: code });
  const row = (code: string, lastPoints: number) => ({ code, isLeaf: true, maxPoints: 100, lastPoints });
  const lost = lostByCode([row('V.1', 60), row('V.2', 75), row('VI.1', 0)]);
  const tasks = [
    task('late', { daysLeft: -5, criteria: [criterion('V.1')], lastUpdateAt: '2026-11-29T01:00:00Z' }),
    task('late at the city', { daysLeft: -2, holder: atCity, owners: [ownerOf('c')] }),
    task('late at department B', { daysLeft: -1, holder: atDepartment, criteria: [criterion('V')] }),
    task('due', { daysLeft: 3, owners: [ownerOf('b', 'coordinate')] }),
    task('later', { daysLeft: 40, criteria: [criterion('VI.1')] }),
  ];
  const obstacles = [
    obstacle('on work of A, for B to answer', { departmentId: 'b' }),
    obstacle('on work of C', { taskId: 'late at the city' }),
  ];
  const read = (departmentId?: string) => {
    const brief = briefOf({
      tasks,
      obstacles,
      lost,
      confirmedAt: '2026-01-05',
      today: TODAY,
      departmentId,
    });
    return {
      withOwner: keysOf(brief.lateWithOwner),
      elsewhere: keysOf(brief.lateElsewhere),
      due: keysOf(brief.due),
      points: brief.pointsAtStake,
      waiting: brief.waiting.map((each) => each.obstacle.id),
      silent: brief.silent.map((each) => each.departmentId),
    };
  };

  it('parts late work by who has it now, and counts a leaf of two late tasks once', () => {
    expect(read()).toEqual({
      withOwner: ['late'],
      elsewhere: ['late at the city', 'late at department B'],
      due: ['due'],
      points: 65,
      waiting: obstacles.map(({ id }) => id),
      silent: ['c'],
    });
  });

  it.each([
    [
      'that leads keeps what it leads, wherever it is',
      'a',
      { withOwner: ['late'], elsewhere: ['late at department B'], due: [], waiting: [obstacles[0]?.id] },
    ],
    [
      'that holds work of another, and has an obstacle to answer, sees both',
      'b',
      { withOwner: [], elsewhere: ['late at department B'], due: ['due'], waiting: [obstacles[0]?.id] },
    ],
    [
      'sees its own silence',
      'c',
      { elsewhere: ['late at the city'], points: 0, waiting: [obstacles[1]?.id], silent: ['c'] },
    ],
    ['with nothing late has an empty brief', 'd', { withOwner: [], elsewhere: [], due: [], waiting: [] }],
  ])('of a department %s', (_, departmentId, expected) => {
    expect(read(departmentId)).toMatchObject(expected);
  });
});
