import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#core/deadlines/days.ts';
import type { Deadline } from '#core/deadlines/deadline.ts';
import { taskOf } from '#web/plans/test-task.ts';
import { lastDayOf, monthAfter, monthsFrom, placeInWeek, printMonth, quarterOf } from './day-steps.ts';
import { dayAfterKey, tasksByDay, weeksOf } from './month-grid.ts';
import { barOf, drawingOf, groupTasks, placeOf, spanOf, stretchesOf } from './timeline-bars.ts';

const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays('1970-01-01', days));

describe('steps from day to day and month to month', () => {
  it.each([
    ['a month later in the same year', '2026-09', 1, '2026-10'],
    ['across the end of the year', '2026-12', 1, '2027-01'],
    ['back across the beginning of the year', '2026-01', -1, '2025-12'],
    ['a whole year back', '2026-03', -12, '2025-03'],
  ])('%s', (_, month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  it.each([
    ['Monday is the first of the week', '2026-11-23', 0],
    ['Sunday is the last', '2026-11-29', 6],
    ['a day before 1970 has its weekday too', '1969-12-29', 0],
  ])('%s', (_, day, weekday) => {
    expect(placeInWeek(day)).toBe(weekday);
  });

  it('knows the last day of February in a leap year and in another', () => {
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(lastDayOf('2026-02')).toBe('2026-02-28');
    expect(lastDayOf('2100-02')).toBe('2100-02-28');
  });

  it('finds the quarter of a month and writes months as offices do', () => {
    expect(['2026-01', '2026-06', '2026-12'].map(quarterOf)).toEqual(['2026-01', '2026-04', '2026-10']);
    expect(printMonth('2026-09')).toBe('9/2026');
  });
});

describe('the grid of a month', () => {
  it.each([
    ['February of a leap year', '2028-02', '2028-01-31', '2028-03-05', 5],
    ['February that is four weeks to the day', '2027-02', '2027-02-01', '2027-02-28', 4],
    ['December reaches into the next year', '2026-12', '2026-11-30', '2027-01-03', 5],
    ['January begins in the year before', '2027-01', '2026-12-28', '2027-01-31', 5],
    ['a month of six weeks', '2026-08', '2026-07-27', '2026-09-06', 6],
  ])('%s', (_, month, first, last, weeks) => {
    const grid = weeksOf(month);
    expect([grid[0]?.[0], grid.at(-1)?.[6], grid.length]).toEqual([first, last, weeks]);
  });

  it('holds every day of the month once, in weeks of seven days from Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = day.slice(0, 7);
        const days = weeksOf(month).flat();
        expect(days.filter((each) => each.startsWith(month)).length).toBe(Number(lastDayOf(month).slice(8)));
        expect(days.every((each, at) => placeInWeek(each) === at % 7)).toBe(true);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it.each([
    [
      'the right arrow goes to the next day, over the end of the year',
      'ArrowRight',
      '2026-12-31',
      '2027-01-01',
    ],
    ['the down arrow goes to the same day of the next week', 'ArrowDown', '2028-02-26', '2028-03-04'],
    ['Home goes to Monday', 'Home', '2026-11-27', '2026-11-23'],
    ['End goes to Sunday', 'End', '2026-11-27', '2026-11-29'],
    ['a letter goes nowhere', 'a', '2026-11-27', undefined],
  ])('%s', (_, key, day, expected) => {
    expect(dayAfterKey(key, day)).toBe(expected);
  });

  it('puts tasks on their day, open ones before those done, and leaves out those without a day', () => {
    const byDay = tasksByDay([
      taskOf('1/1', { status: 'done' }),
      taskOf('1/2'),
      taskOf('1/3', { dueTo: null }),
      taskOf('1/4', { dueTo: '2026-07-01' }),
    ]);
    expect([...byDay].map(([day, tasks]) => [day, tasks.map(({ key }) => key)])).toEqual([
      ['2026-06-30', ['1/2', '1/1']],
      ['2026-07-01', ['1/4']],
    ]);
  });
});

describe('bars of the timeline', () => {
  const year = spanOf('2026-01', 12);

  it('spans whole months, the last day included', () => {
    expect([year.from, year.to, year.months.length]).toEqual(['2026-01-01', '2026-12-31', 12]);
    expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it.each([
    ['the whole year fills the width', { from: '2026-01-01', to: '2026-12-31' }, [0, 100, false, false]],
    ['one day is as wide as a day', { from: '2026-01-01', to: '2026-01-01' }, [0, 100 / 365, false, false]],
    ['what began before is cut', { from: '2025-06-01', to: '2026-01-01' }, [0, 100 / 365, true, false]],
    [
      'what goes on after is cut',
      { from: '2026-12-31', to: '2027-03-31' },
      [36_400 / 365, 100 / 365, false, true],
    ],
  ])('%s', (_, stretch, [left, width, before, after]) => {
    const bar = barOf(stretch, year);
    expect(bar?.left).toBeCloseTo(Number(left), 6);
    expect(bar?.width).toBeCloseTo(Number(width), 6);
    expect([bar?.startsBefore, bar?.endsAfter]).toEqual([before, after]);
  });

  it('draws nothing for what lies wholly outside', () => {
    expect(barOf({ from: '2025-01-01', to: '2025-12-31' }, year)).toBeUndefined();
    expect(barOf({ from: '2027-01-01', to: '2027-01-01' }, year)).toBeUndefined();
  });

  it('keeps every bar inside the width', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = daysBetween(one, other) >= 0 ? [one, other] : [other, one];
        const bar = barOf({ from, to }, year);
        if (!bar) return;
        expect(bar.left).toBeGreaterThanOrEqual(0);
        expect(bar.left + bar.width).toBeLessThanOrEqual(100 + 1e-9);
        expect(bar.width).toBeGreaterThan(0);
      }),
    );
  });

  it('places today by the days gone by', () => {
    expect(placeOf('2026-01-01', year)).toBe(0);
    expect(placeOf('2026-07-02', year)).toBeCloseTo((182 / 365) * 100, 6);
  });

  it.each([
    [
      'a window as it is',
      { kind: 'window', from: '2026-04-01', to: '2026-06-30' },
      [['2026-04-01', '2026-06-30']],
    ],
    [
      'only an end begins with its year',
      { kind: 'before', to: '2026-09-30' },
      [['2026-01-01', '2026-09-30']],
    ],
    [
      'several windows are several stretches',
      {
        kind: 'several',
        to: '2026-09-30',
        windows: [{ from: '2026-04-01', to: '2026-06-30' }, { to: '2026-09-30' }],
      },
      [
        ['2026-04-01', '2026-06-30'],
        ['2026-01-01', '2026-09-30'],
      ],
    ],
    ['nothing dated is no stretch', { kind: 'none' }, []],
  ] as [string, Omit<Deadline, 'words'>, string[][]][])('%s', (_, deadline, expected) => {
    const task = { deadline: { words: '', ...deadline }, dueTo: null, dueByDocument: null };
    expect(stretchesOf(task).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('draws the days an extension added after the stretch of the plan', () => {
    const deadline = { words: '', kind: 'window', from: '2026-04-01', to: '2026-06-30' } as const;
    const extended = { deadline, dueTo: '2026-07-15', dueByDocument: '2026-07-15' };
    expect(stretchesOf(extended)).toEqual([
      { from: '2026-04-01', to: '2026-06-30' },
      { from: '2026-07-01', to: '2026-07-15' },
    ]);
  });

  it('draws recurring work as ticks, done or not, and work without a day not at all', () => {
    const recurring = { words: 'thường xuyên', kind: 'recurring' } as const;
    const onRequest = { words: 'theo yêu cầu', kind: 'on_request' } as const;
    expect(drawingOf(taskOf('1/1', { deadline: recurring, dueTo: null, timeliness: 'recurring' }))).toBe(
      'ticks',
    );
    expect(drawingOf(taskOf('1/1', { deadline: recurring, dueTo: null, timeliness: 'done' }))).toBe('ticks');
    expect(drawingOf(taskOf('1/1', { deadline: onRequest, dueTo: null, timeliness: 'undated' }))).toBe(
      'none',
    );
    expect(drawingOf(taskOf('1/1', { deadline: onRequest, dueTo: '2026-05-01' }))).toBe('bars');
  });

  it('gathers rows by section or by the department that leads, who has none at the end', () => {
    const owner = (departmentId: string, role: 'lead' | 'coordinate') =>
      ({ departmentId, name: departmentId, role, inheritedFrom: null }) as const;
    const tasks = [
      taskOf('1/1'),
      taskOf('2/1', { owners: [owner('Công an', 'coordinate'), owner('Văn phòng', 'lead')] }),
      taskOf('1/2', { owners: [owner('Văn phòng', 'lead')] }),
    ];
    const keys = (by: 'section' | 'department') =>
      groupTasks(tasks, by, 'Chưa giao').map((group) => [group.title, group.tasks.map(({ key }) => key)]);
    expect(keys('section')).toEqual([
      ['1. Mục 1', ['1/1', '1/2']],
      ['2. Mục 2', ['2/1']],
    ]);
    expect(keys('department')).toEqual([
      ['Văn phòng', ['2/1', '1/2']],
      ['Chưa giao', ['1/1']],
    ]);
  });
});
