import { describe, expect, it } from 'vitest';
import { answeringDepartments, inChargeOf, nextTaskKey, settleProgress } from './task-rules.ts';
import type { TaskStatus } from './task-status.ts';

describe('how far a task is after an answer', () => {
  it.each<[string, TaskStatus, number, boolean, TaskStatus, number]>([
    ['done is all of it', 'done', 30, false, 'done', 100],
    ['not begun is none of it', 'not_started', 30, false, 'not_started', 0],
    ['under way is what was said', 'in_progress', 30, false, 'in_progress', 30],
    ['nothing new leaves it as it stands', 'done', 100, true, 'stuck', 60],
  ])('%s', (_, status, percent, isNothingNew, after, afterPercent) => {
    const before = { status: 'stuck' as const, percent: 60 };
    expect(settleProgress(before, { status, percent, isNothingNew })).toEqual({
      status: after,
      percent: afterPercent,
    });
  });
});

describe('whose task it is', () => {
  const owners = [
    { departmentId: 'nhóm', name: 'Các phòng, ban', role: 'lead' as const, inheritedFrom: null },
  ];
  it.each([
    ["a group's task is everyone's own", 'group', 'mine', ['nhóm', 'mine']],
    ["a department's task is its own", 'department', 'mine', ['nhóm']],
    ['who has no department owns none', 'group', null, ['nhóm']],
  ] as const)('%s', (_, kind, own, expected) => {
    expect(answeringDepartments({ owners }, new Map([['nhóm', kind]]), own)).toEqual(expected);
  });
});

describe('who is in charge', () => {
  it.each([
    ['the one that leads', ['coordinate', 'lead'], [1]],
    ['all that lead', ['lead', 'monitor', 'lead'], [0, 2]],
    ['everyone named where none leads', ['coordinate', 'monitor'], [0, 1]],
    ['nobody where nobody is named', [], []],
  ] as const)('%s', (_, roles, places) => {
    const owners = roles.map((role, place) => ({ role, place }));
    expect(inChargeOf(owners).map(({ place }) => place)).toEqual(places);
  });
});

it('gives a new task the next number of its section', () => {
  expect(nextTaskKey('2.1', ['2.1/1', '2.1/9', '2.10/40', '2.2/3'])).toBe('2.1/10');
  expect(nextTaskKey('3', [])).toBe('3/1');
});
