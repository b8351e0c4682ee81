import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { lostByCode, pointsOfTasks } from '#core/plans/points-at-stake.ts';
import type { Task } from '#core/plans/task.ts';
import { fallsDue, listTasks } from '#web/plans/task-list.ts';
import { taskOf } from '#web/plans/test-task.ts';
import { columnsOf, moveToProgress } from './board-columns.ts';
import { formerInput, isEmptyChange, withChanged } from './bulk-change.ts';
import {
  deleteFilter,
  isChosen,
  readSavedFilters,
  renameFilter,
  saveFilter,
  writeSavedFilters,
} from './saved-filters.ts';
import {
  keepShown,
  NOTHING_SELECTED,
  reachTo,
  rowAfterKey,
  rowsDrawn,
  toggleAll,
  toggleRow,
  withFocused,
} from './select-rows.ts';
import { readTaskAddress } from './task-search.ts';
import { heatOf, heaviestLoad, loadOfDepartments } from './workload.ts';

const owner = (departmentId: string, role: 'lead' | 'coordinate' = 'lead') => ({
  departmentId,
  name: departmentId,
  role,
  inheritedFrom: null,
});

const officeTask = (key: string, more: Partial<Task> = {}) =>
  taskOf(key, { section: '1', owners: [owner('office')], ...more });

describe('choosing rows', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

  it('toggles one row and reaches from it with Shift, down or up', () => {
    const one = toggleRow(NOTHING_SELECTED, 'b');
    expect(ids(reachTo(one, 'd', order))).toBe('bcd');
    expect(ids(reachTo(one, 'a', order))).toBe('ab');
  });

  it('lets a whole stretch go when the row reached from was let go', () => {
    const all = toggleAll(NOTHING_SELECTED, order);
    expect(ids(reachTo(toggleRow(all, 'b'), 'd', order))).toBe('ae');
  });

  it('toggles only the row when the anchor is filtered away', () => {
    const one = toggleRow(NOTHING_SELECTED, 'b');
    expect(ids(reachTo(one, 'd', ['c', 'd', 'e']))).toBe('bd');
  });

  it('chooses all, then none', () => {
    const all = toggleAll(toggleRow(NOTHING_SELECTED, 'c'), order);
    expect(ids(all)).toBe('abcde');
    expect(ids(toggleAll(all, order))).toBe('');
  });

  it('keeps only what is in sight, so that nothing unseen is changed', () => {
    const all = toggleAll(NOTHING_SELECTED, order);
    expect(ids(keepShown(all, ['b', 'e']))).toBe('be');
    expect(keepShown(all, order)).toBe(all);
  });

  it.each([
    ['down one', 'ArrowDown', 3, 4],
    ['not below the last', 'ArrowDown', 9, 9],
    ['not above the first', 'ArrowUp', 0, 0],
    ['a page down', 'PageDown', 3, 8],
    ['a page down stops at the last', 'PageDown', 7, 9],
    ['to the end', 'End', 0, 9],
    ['to the beginning', 'Home', 9, 0],
    ['nowhere by a letter', 'x', 3, undefined],
  ])('the focus goes %s', (_, key, at, expected) => {
    expect(rowAfterKey(key, at, 10, 5)).toBe(expected);
  });

  it('has nowhere to go in an empty list', () => {
    expect(rowAfterKey('End', 0, 0, 5)).toBeUndefined();
  });

  it('draws the row with the focus wherever one scrolls, each row once and in order', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: -1, max: 5000 }), (first, focused) => {
        const shown = Array.from({ length: 20 }, (_, step) => first + step);
        const drawn = withFocused(shown, focused);
        expect(drawn).toEqual([...new Set(drawn)].sort((one, other) => one - other));
        expect(shown.every((each) => drawn.includes(each))).toBe(true);
        expect(drawn.length).toBe(20 + Number(focused >= 0 && !shown.includes(focused)));
      }),
    );
  });
});

describe('saved filters', () => {
  const overdue = { name: 'Quá hạn', search: { timeliness: 'overdue' as const } };

  it('come back for the person who saved them, and for nobody else', () => {
    const text = writeSavedFilters(null, 'one', [overdue]);
    expect(readSavedFilters(text, 'one')).toEqual([overdue]);
    expect(readSavedFilters(text, 'other')).toEqual([]);
    expect(readSavedFilters(writeSavedFilters(text, 'other', []), 'one')).toEqual([overdue]);
  });

  it.each([
    ['nothing kept', null],
    ['broken text', '{"one": [{'],
    ['a list instead of people', '[1, 2]'],
    ['a number', '7'],
    ['null', 'null'],
    ['entries of another shape', '{"one": [null, 3, {"name": 7, "search": {}}, {"name": "x"}]}'],
    ['people that are no list', '{"one": "x"}'],
  ])('are none for %s, and saving still works', (_, text) => {
    expect(readSavedFilters(text, 'one')).toEqual([]);
    expect(readSavedFilters(writeSavedFilters(text, 'one', [overdue]), 'one')).toEqual([overdue]);
  });

  it('are none for a name every object bears', () => {
    expect(readSavedFilters('{}', 'constructor')).toEqual([]);
  });

  it('leave out what no filter knows and the month in sight', () => {
    const text =
      '{"one": [{"name": "x", "search": {"status": "gone", "section": "2.1", "month": "2026-09"}}]}';
    expect(readSavedFilters(text, 'one')).toEqual([{ name: 'x', search: { section: '2.1' } }]);
  });

  it('are replaced under the same name, renamed and deleted', () => {
    const two = saveFilter([overdue], '  Mục   2.1 ', { section: '2.1', q: undefined, month: '2026-01' });
    expect(two[1]).toEqual({ name: 'Mục 2.1', search: { section: '2.1' } });
    expect(saveFilter(two, 'Quá hạn', { view: 'board' })[0]).toEqual({
      name: 'Quá hạn',
      search: { view: 'board' },
    });
    expect(renameFilter(two, 'Quá hạn', 'Trễ').map(({ name }) => name)).toEqual(['Trễ', 'Mục 2.1']);
    expect(renameFilter(two, 'Quá hạn', 'Mục 2.1')).toEqual([{ ...overdue, name: 'Mục 2.1' }]);
    expect(deleteFilter(two, 'Quá hạn').map(({ name }) => name)).toEqual(['Mục 2.1']);
  });

  it('are marked when the address asks the same', () => {
    expect(isChosen(overdue, { q: undefined, timeliness: 'overdue', month: '2026-02' })).toBe(true);
    expect(isChosen(overdue, { timeliness: 'overdue', q: 'x' })).toBe(false);
  });
});

describe('what the address asks', () => {
  it('reads views, months and due days, and leaves out what it does not know', () => {
    expect(
      readTaskAddress({ view: 'board', month: '2026-09', due: '2026-10', group: 'department' }),
    ).toMatchObject({
      view: 'board',
      month: '2026-09',
      due: '2026-10',
      group: 'department',
    });
    expect(readTaskAddress({ view: 'list', month: '2026-13', due: '8', group: 'x' })).toMatchObject({
      view: undefined,
      month: undefined,
      due: undefined,
      group: undefined,
    });
  });

  it.each([
    ['open work', {}, 'open', true],
    ['work that is done', { status: 'done' }, 'open', false],
    ['due today within a week', { daysLeft: 0 }, '7', true],
    ['due on the seventh day', { daysLeft: 7 }, '7', true],
    ['due on the eighth', { daysLeft: 8 }, '7', false],
    ['what is late is not due within a week', { daysLeft: -1 }, '7', false],
    ['work without a day', { daysLeft: null, dueTo: null }, '30', false],
    ['due in the month', {}, '2026-06', true],
    ['due in another month', {}, '2026-07', false],
  ] as const)('%s', (_, more, due, expected) => {
    expect(fallsDue(officeTask('1/1', more), due)).toBe(expected);
  });

  it('sorts by the department that leads, in Vietnamese order, who has none last', () => {
    const tasks = [
      officeTask('1/1', { owners: [] }),
      officeTask('1/2', { owners: [owner('Văn phòng')] }),
      officeTask('1/3', { owners: [owner('Văn phòng', 'coordinate'), owner('Đoàn thể')] }),
      officeTask('1/4', { owners: [owner('Công an')] }),
    ];
    expect(listTasks(tasks, { sort: 'department' }).map(({ key }) => key)).toEqual([
      '1/4',
      '1/3',
      '1/2',
      '1/1',
    ]);
  });
});

describe('the board', () => {
  it('stands in four columns, the most pressing on top unless an order was chosen', () => {
    const tasks = [
      officeTask('1/1', { dueTo: null }),
      officeTask('1/2'),
      officeTask('1/3', { status: 'stuck' }),
    ];
    const keys = (isSorted: boolean) =>
      columnsOf(tasks, isSorted).map((each) => each.tasks.map(({ key }) => key));
    expect(keys(false)).toEqual([['1/2', '1/1'], [], ['1/3'], []]);
    expect(keys(true)).toEqual([['1/1', '1/2'], [], ['1/3'], []]);
  });

  it.each([
    ['begun work keeps its percent', 'not_started', 30, 'in_progress', 30],
    ['taken back to the start it is at 0 %', 'in_progress', 60, 'not_started', 0],
    ['done is 100 %', 'stuck', 20, 'done', 100],
    ['reopened it is at 90 %', 'done', 100, 'in_progress', 90],
    ['what was done and is stuck is not at 100 %', 'done', 100, 'stuck', 90],
  ] as const)('%s', (_, status, percent, to, expected) => {
    expect(moveToProgress(officeTask('1/1', { status, percent }), to)).toEqual({
      status: to,
      percent: expected,
      note: '',
      isNothingNew: false,
      version: 3,
    });
  });
});

describe('bulk edit', () => {
  it('knows an empty change and gives each task back what it was, on its new version', () => {
    const before = officeTask('1/1', { criteria: [{ id: 'c', code: 'I.1', title: '' }] });
    expect([isEmptyChange({}), isEmptyChange({ leadId: 'x' })]).toEqual([true, false]);
    expect(formerInput(before, { version: 9 })).toEqual({
      text: before.text,
      deadline: before.deadline,
      ownerIds: ['office'],
      criterionIds: ['c'],
      version: 9,
    });
    expect(
      withChanged([before, officeTask('1/2')], [{ ...before, version: 4 }]).map(({ version }) => version),
    ).toEqual([4, 3]);
  });
});

describe('workload', () => {
  const departments = [
    { id: 'all', name: 'Các phòng, ban, đơn vị', kind: 'group' },
    { id: 'office', name: 'Văn phòng', kind: 'office' },
    { id: 'culture', name: 'Phòng Văn hóa', kind: 'department' },
    { id: 'idle', name: 'Trạm y tế', kind: 'service' },
  ] as const;
  const row = (code: string, isLeaf: boolean, lastPoints: number | null) =>
    ({ code, isLeaf, maxPoints: 100, lastPoints }) as AnnexRow;
  const lost = lostByCode([
    row('I', false, 20),
    row('I.1', true, 40),
    row('I.2', true, null),
    row('I.10', true, 90),
  ]);
  const criterion = (code: string) => ({ id: code, code, title: code });
  const tasks = [
    officeTask('1/1', {
      owners: [owner('office'), owner('all')],
      timeliness: 'overdue',
      daysLeft: -2,
      criteria: [criterion('I.1')],
    }),
    officeTask('1/2', {
      daysLeft: 5,
      dueTo: '2026-07-05',
      criteria: [criterion('I')],
      lastUpdateAt: '2026-03-01T00:00:00Z',
    }),
    officeTask('1/3', { status: 'done', timeliness: 'done', lastUpdateAt: '2026-05-01T00:00:00Z' }),
    officeTask('1/4', { owners: [owner('culture', 'coordinate'), owner('all')] }),
    officeTask('1/5', { owners: [owner('all')] }),
  ];

  it('counts what is open, late and near for each department that has any task', () => {
    const loads = loadOfDepartments(tasks, departments, ['2026-06', '2026-07'], lost);
    expect(
      loads.map((load) => [
        load.department.id,
        load.open,
        load.overdue,
        load.within7,
        load.within30,
        load.dueByMonth,
      ]),
    ).toEqual([
      ['all', 3, 1, 0, 0, [3, 0]],
      ['office', 2, 1, 1, 1, [1, 1]],
      ['culture', 1, 0, 0, 0, [1, 0]],
    ]);
    expect(loads[1]?.lastUpdateAt).toBe('2026-05-01T00:00:00Z');
  });

  it('counts what a criterion lost once, however many tasks serve it or what it lies in', () => {
    expect(pointsOfTasks(tasks.slice(0, 2), lost)).toBe(70);
    expect(pointsOfTasks(tasks.slice(0, 1), lost)).toBe(60);
    expect(pointsOfTasks([], lost)).toBe(0);
  });

  it('names the department that carries most, never a name for many', () => {
    expect(heaviestLoad(loadOfDepartments(tasks, departments, [], lost))?.department.id).toBe('office');
    expect(heaviestLoad([])).toBeUndefined();
  });

  it('is as dark as its share of the most', () => {
    expect([heatOf(0, 9), heatOf(1, 9), heatOf(4, 9), heatOf(9, 9), heatOf(1, 1)]).toEqual([0, 1, 2, 3, 3]);
  });
});

describe('the rows that are drawn', () => {
  const cases: [string, number, number, number, [number, number]][] = [
    ['at the top the first whole dozens', 0, 9, 5000, [0, 23]],
    ['two rows further the same ones', 2, 11, 5000, [0, 23]],
    ['in the middle whole dozens on both sides', 100, 109, 5000, [96, 119]],
    ['at the end no further than the last row', 4990, 4999, 5000, [4980, 4999]],
    ['of a short list all of it', 0, 4, 5, [0, 4]],
  ];
  it.each(cases)('%s', (_, startIndex, endIndex, count, [first, last]) => {
    const drawn = rowsDrawn({ startIndex, endIndex, overscan: 3, count });
    expect([drawn[0], drawn.at(-1), drawn.length]).toEqual([first, last, last - first + 1]);
  });

  it('are none where there is nothing', () => {
    expect(rowsDrawn({ startIndex: 0, endIndex: 0, overscan: 3, count: 0 })).toEqual([]);
  });
});
