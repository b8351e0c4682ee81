import { describe, expect, it } from 'vitest';
import { type RegisterDraft, refuseDefinition } from './define-register.ts';
import type { Column } from './register.ts';
import { dayOfRow, yearOfRow } from './row-window.ts';

const day: Column = { key: 'held_on', title: 'Ngày', kind: 'date', isRequired: true };
const name: Column = { key: 'name', title: 'Tên', kind: 'text', isRequired: false };
const draft = (change: Partial<RegisterDraft> = {}): RegisterDraft => ({
  title: 'Sổ họp giao ban',
  about: '',
  columns: [day, name],
  dateColumn: 'held_on',
  isRestricted: false,
  retentionYears: 10,
  ...change,
});

describe('a register of the unit’s own', () => {
  it.each<[string, RegisterDraft, unknown]>([
    ['with a required day and a text is taken', draft(), undefined],
    [
      'counting by a required month is taken',
      draft({ columns: [{ ...day, kind: 'month' }, name] }),
      undefined,
    ],
    [
      'with the title of another, in other letters, is refused',
      draft({ title: 'SỔ TIẾP DÂN' }),
      { kind: 'register_title_taken', field: 'title' },
    ],
    [
      'with one key twice is refused',
      draft({ columns: [day, name, { ...name, title: 'Khác' }] }),
      { kind: 'column_twice', field: 'columns.2', column: 'Khác' },
    ],
    [
      'with one title twice is refused, whatever the letters',
      draft({ columns: [day, name, { ...name, key: 'other', title: 'TÊN' }] }),
      { kind: 'column_twice', field: 'columns.2', column: 'TÊN' },
    ],
    [
      'with a choice of nothing is refused',
      draft({ columns: [day, { ...name, kind: 'choice' }] }),
      { kind: 'choices_needed', field: 'columns.1', column: 'Tên' },
    ],
    [
      'without its date column is refused',
      draft({ columns: [name] }),
      { kind: 'date_column_unfit', field: 'dateColumn' },
    ],
    [
      'counting by a day that may be empty is refused',
      draft({ columns: [{ ...day, isRequired: false }, name] }),
      { kind: 'date_column_unfit', field: 'dateColumn' },
    ],
    [
      'counting by a text is refused',
      draft({ dateColumn: 'name', columns: [day, { ...name, isRequired: true }] }),
      { kind: 'date_column_unfit', field: 'dateColumn' },
    ],
  ])('%s', (_, written, refusal) => {
    expect(refuseDefinition(written, [{ title: 'Sổ tiếp dân' }])).toEqual(refusal);
  });

  it('keeps the kind of a column that is there, and may take it away or add others', () => {
    const before = { columns: [day, name] };
    const changed = draft({ columns: [day, { ...name, kind: 'number' }] });
    expect(refuseDefinition(changed, [], before)).toMatchObject({ kind: 'column_kind_fixed' });
    expect(refuseDefinition(draft({ columns: [day] }), [], before)).toBeUndefined();
    const more: Column = { ...name, key: 'more', title: 'Thêm', kind: 'number' };
    expect(refuseDefinition(draft({ columns: [day, name, more] }), [], before)).toBeUndefined();
  });
});

describe('the day a row counts by', () => {
  it.each([
    ['is its day', { held_on: '2026-02-28' }, '2026-02-28'],
    ['is the first of its month', { held_on: '2026-02' }, '2026-02-01'],
    ['is none while the cell is empty', { held_on: '' }, null],
    ['is none where the column is not there', {}, null],
  ])('%s', (_, values, expected) => {
    expect(dayOfRow({ dateColumn: 'held_on' }, values)).toBe(expected);
  });

  it.each([
    ['puts the row in its year, whichever is at hand', '2025-12-31', 2026, 2025],
    ['leaves the year at hand to a row without a day', null, 2026, 2026],
  ])('%s', (_, happenedOn, atHand, year) => {
    expect(yearOfRow(happenedOn, atHand)).toBe(year);
  });
});
