import { describe, expect, it } from 'vitest';
import { nextWork } from './next-work.ts';
import type { Timeliness } from './task-status.ts';

const OWN = 'own';
const KINDS = new Map([
  [OWN, 'department'],
  ['other', 'department'],
  ['everyone', 'group'],
] as const);

function task(name: string, owner: string, timeliness: Timeliness, daysLeft: number | null, held?: string) {
  return {
    name,
    timeliness,
    daysLeft,
    owners: [{ departmentId: owner, name: owner, role: 'lead' as const, inheritedFrom: null }],
    holder: {
      holder: held ? ('coordinator' as const) : ('owner' as const),
      departmentId: held ?? null,
      name: null,
      since: null,
      answerBy: null,
    },
  };
}

describe('what is to be answered next', () => {
  it.each([
    [
      'late work before nearly due work',
      [task('near', OWN, 'due_soon', 3), task('late', OWN, 'overdue', -9)],
      ['late', 'near'],
    ],
    ['the latest of all first', [task('a', OWN, 'overdue', -1), task('b', OWN, 'overdue', -30)], ['b', 'a']],
    ['nothing that has time', [task('a', OWN, 'later', 60), task('b', OWN, 'recurring', null)], []],
    [
      'nothing that is done or has no day',
      [task('a', OWN, 'done', null), task('b', OWN, 'undated', null)],
      [],
    ],
    ["no other department's work", [task('a', 'other', 'overdue', -1)], []],
    ['work of everyone', [task('a', 'everyone', 'overdue', -1)], ['a']],
    ["another department's work that we hold", [task('a', 'other', 'overdue', -1, OWN)], ['a']],
    ['nothing that was answered today', [task('answered', OWN, 'overdue', -1)], []],
  ])('is %s', (_, tasks, expected) => {
    const isAnswered = ({ name }: { name: string }) => name === 'answered';
    const next = nextWork(tasks, { departmentId: OWN, kindByDepartment: KINDS, isAnswered });
    expect(next.map(({ name }) => name)).toEqual(expected);
  });

  it('is all of the unit for whoever has no department', () => {
    const tasks = [task('a', 'other', 'overdue', -1), task('b', OWN, 'due_soon', 1)];
    const next = nextWork(tasks, { departmentId: null, kindByDepartment: KINDS, isAnswered: () => false });
    expect(next.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
