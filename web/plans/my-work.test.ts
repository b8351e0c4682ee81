import { describe, expect, it } from 'vitest';
import type { ProgressInput, Task } from '#core/plans/task.ts';
import {
  groupMyWork,
  holdPlaces,
  placesOf,
  type Tap,
  tapToProgress,
  undoProgress,
  withProgress,
} from './my-work.ts';
import { countTasks, listFilters, listSections, listTasks, type TaskSearch } from './task-list.ts';
import { taskOf } from './test-task.ts';

const OFFICE = '00000000-0000-7000-8000-000000000001';
const CULTURE = '00000000-0000-7000-8000-000000000002';

const officeTask = (key: string, more: Partial<Task> = {}) =>
  taskOf(key, {
    owners: [{ departmentId: OFFICE, name: 'Văn phòng', role: 'lead', inheritedFrom: null }],
    ...more,
  });

const TASKS: Task[] = [
  officeTask('2.1/1', { dueTo: null, daysLeft: null, timeliness: 'recurring', pointsAtStake: 10 }),
  officeTask('2.1/2', {
    dueTo: '2026-09-30',
    status: 'in_progress',
    percent: 40,
    criteria: [{ id: 'v', code: 'V', title: 'Công vụ' }],
  }),
  officeTask('2.2/1', {
    dueTo: '2026-03-31',
    timeliness: 'overdue',
    daysLeft: -20,
    text: 'Tổ chức đối thoại',
    pointsAtStake: 55,
  }),
  officeTask('2.2/2', { status: 'done', timeliness: 'done', daysLeft: null, owners: [] }),
];

const GROUP = '00000000-0000-7000-8000-000000000003';

it('counts what a group of departments answers for as the work of each', () => {
  const shared = officeTask('2.3/1', {
    owners: [{ departmentId: GROUP, name: 'Các phòng, ban, đơn vị', role: 'lead', inheritedFrom: null }],
  });
  const keysOf = (kind: 'group' | 'department') =>
    groupMyWork([shared], CULTURE, new Map([[GROUP, kind]])).flatMap(({ tasks }) =>
      tasks.map(({ key }) => key),
    );
  expect(keysOf('group')).toEqual(['2.3/1']);
  expect(keysOf('department')).toEqual([]);
});

it('leaves an answered task where it stood until the list is opened again', () => {
  const before = groupMyWork([officeTask('2.1/1', { timeliness: 'overdue' }), officeTask('2.1/2')], OFFICE);
  const after = groupMyWork(
    [officeTask('2.1/1', { timeliness: 'done', status: 'done' }), officeTask('2.1/2'), officeTask('2.1/3')],
    OFFICE,
  );
  const held = holdPlaces(after, placesOf(before));
  expect(held.map(({ group, tasks }) => [group, tasks.map(({ key }) => key)])).toEqual([
    ['overdue', ['2.1/1']],
    ['later', ['2.1/2', '2.1/3']],
  ]);
});

describe('the task list shows', () => {
  const cases: [string, TaskSearch, string[]][] = [
    ['every task in document order', {}, ['2.1/1', '2.1/2', '2.2/1', '2.2/2']],
    ['words typed without diacritics', { q: 'doi thoai' }, ['2.2/1']],
    ['one status', { status: 'done' }, ['2.2/2']],
    ['what is late', { timeliness: 'overdue' }, ['2.2/1']],
    ['one section', { section: '2.1' }, ['2.1/1', '2.1/2']],
    ['tasks without an owner', { department: 'none' }, ['2.2/2']],
    ['one department', { department: OFFICE }, ['2.1/1', '2.1/2', '2.2/1']],
    ['tasks of a field, asked for by one of its leaves', { criterion: 'V.9.4' }, ['2.1/2']],
    [
      'the nearest day first, undated after, done last',
      { sort: 'deadline' },
      ['2.2/1', '2.1/2', '2.1/1', '2.2/2'],
    ],
    ['most points at stake first', { sort: 'points' }, ['2.2/1', '2.1/1', '2.1/2', '2.2/2']],
  ];
  it.each(cases)('%s', (_sentence, search, keys) => {
    expect(listTasks(TASKS, search).map((task) => task.key)).toEqual(keys);
  });

  it('a chip for every filter that is set', () => {
    expect(listFilters({ section: '2.1', status: 'done', sort: 'points' })).toEqual([
      { filter: 'status', value: 'done' },
      { filter: 'section', value: '2.1' },
    ]);
  });

  it('counts that leave out their own filter only', () => {
    const { byStatus } = countTasks(TASKS, { section: '2.2', status: 'done' });
    expect(byStatus.find(({ status }) => status === 'not_started')?.tasks).toBe(1);
  });

  it('each section once, in document order', () => {
    expect(listSections(TASKS).map(({ section }) => section)).toEqual(['2.1', '2.2']);
  });
});

describe('my work', () => {
  it('puts what is late first and what is done last', () => {
    expect(groupMyWork(TASKS, undefined).map(({ group }) => group)).toEqual([
      'overdue',
      'later',
      'recurring',
      'done',
    ]);
  });
  it('is empty for a department without tasks', () => {
    expect(groupMyWork(TASKS, CULTURE)).toEqual([]);
  });
});

describe('one tap', () => {
  const task = { status: 'in_progress', percent: 40, version: 3 } as const;
  const cases: [string, Tap, Partial<ProgressInput>][] = [
    ['"done" means 100 %', { kind: 'done' }, { status: 'done', percent: 100 }],
    [
      '"doing" carries the percent chosen',
      { kind: 'in_progress', percent: 75 },
      { status: 'in_progress', percent: 75 },
    ],
    [
      '"nothing new" keeps status and percent',
      { kind: 'nothing_new' },
      { status: 'in_progress', percent: 40, isNothingNew: true },
    ],
  ];
  it.each(cases)('%s', (_sentence, tap, input) => {
    expect(tapToProgress(task, tap, 'ghi chú')).toMatchObject({ note: 'ghi chú', version: 3, ...input });
  });

  it('is undone by another update on the newer version', () => {
    expect(undoProgress(taskOf('1', task), taskOf('1', { version: 4 }), 'Hoàn tác')).toMatchObject({
      status: 'in_progress',
      percent: 40,
      version: 4,
    });
  });

  it('is undone for the occurrence it marked', () => {
    const june = { key: '2026-Q2', name: 'quý II', from: '2026-04-01', to: '2026-06-30' };
    const before = taskOf('1', { occurrence: { ...june, isMarked: false, lastMarked: '2026-Q1' } });
    const next = { key: '2026-Q3', name: 'quý III', from: '2026-07-01', to: '2026-09-30' };
    const after = taskOf('1', { occurrence: { ...next, isMarked: false, lastMarked: '2026-Q2' } });
    expect(undoProgress(before, after, '').occurrence).toBe('2026-Q2');
    expect(undoProgress(before, before, '').occurrence).toBeUndefined();
    const steady = { ...before, deadline: { ...before.deadline, isCheck: true } };
    const late = taskOf('1', { occurrence: { ...next, isMarked: false, lastMarked: '2026-11' } });
    expect(undoProgress(steady, late, '').occurrence).toBe('2026-11');
  });

  it('shows an occurrence as marked at once, not the whole task as done', () => {
    const occurrence = {
      key: '2026-11',
      name: 'tháng 11',
      from: '2026-11-01',
      to: '2026-11-30',
      isMarked: false,
      lastMarked: null,
    };
    const deadline = { words: 'hằng tháng', kind: 'recurring' as const };
    const monthly = taskOf('1', { deadline, occurrence, timeliness: 'due_soon', daysLeft: 2 });
    const shown = withProgress(monthly, tapToProgress(monthly, { kind: 'done' }), '2026-11-28');
    expect(shown).toMatchObject({ status: 'in_progress', timeliness: 'recurring', dueTo: null });
  });

  it('shows a finished task as done at once, and late again when taken back', () => {
    const late = TASKS[2]!;
    const done = withProgress(late, tapToProgress(late, { kind: 'done' }), '2026-07-05');
    expect(done).toMatchObject({ timeliness: 'done', percent: 100 });
    const back = withProgress(done, undoProgress(late, done, ''), '2026-07-05');
    expect(back).toMatchObject({ timeliness: 'overdue', daysLeft: -5 });
  });
});
