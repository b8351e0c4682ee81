import { describe, expect, it } from 'vitest';
import { readBlock } from '#core/registers/check-rows.ts';
import type { Column, RegisterRow } from '#core/registers/register.ts';
import { filterRows, monthsOf, sortRows, sumColumns } from './arrange-rows.ts';
import { correctBlock, dropFaultyRows, faultByCell } from './block-preview.ts';
import { stepOf, withWritten } from './keep-rows.ts';
import { isBlock, readPastedCells } from './pasted-cells.ts';
import { readRegisterAddress } from './register-search.ts';
import {
  checkDraft,
  draftOf,
  inputOf,
  isChanged,
  isFaulty,
  newDraft,
  rebase,
  settle,
  textOf,
  typeInto,
  withYear,
} from './row-drafts.ts';
import { sheetColumns } from './sheet-column.ts';
import { arrangeRows, linesOf } from './sheet-lines.ts';
import { dropStep, moveBack, moveForward, NO_STEPS, remember, writeStates } from './undo-steps.ts';

const month: Column = { key: 'month', title: 'Tháng', kind: 'month', isRequired: true };
const signed: Column = { key: 'signed', title: 'Ký số', kind: 'number', isRequired: true, decimals: 0 };
const share: Column = { key: 'share', title: 'Tỷ lệ', kind: 'number', isRequired: false, unit: '%' };
const note: Column = { key: 'note', title: 'Ghi chú', kind: 'long_text', isRequired: false };
const register = { columns: [month, signed, share, note] };
const departments = [
  { id: 'd1', name: 'Văn phòng' },
  { id: 'd2', name: 'Phòng Kinh tế' },
];
const columns = sheetColumns(register, departments, 'Đơn vị');
const row = (id: string, values: RegisterRow['values'], more: Partial<RegisterRow> = {}): RegisterRow => ({
  id,
  registerKey: 'e_documents',
  year: 2026,
  happenedOn: typeof values.month === 'string' ? `${values.month}-01` : null,
  departmentId: null,
  values,
  proofs: 0,
  version: 1,
  updatedAt: '',
  updatedBy: '',
  ...more,
});
const rows = [
  row('a', { month: '2026-09', signed: 9, share: 90, note: 'Đủ hồ sơ' }, { departmentId: 'd1' }),
  row('b', { month: '2026-10', signed: 10.5 }, { departmentId: 'd2' }),
  row('c', { month: '2026-02' }),
];
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id).join('');

describe('pasted cells', () => {
  it.each<[string, string, string[][]]>([
    [
      'cells and rows',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a last line break ends the last row', 'a\tb\r\n', [['a', 'b']]],
    [
      'empty cells stay',
      '\tb\t\n\t\t',
      [
        ['', 'b', ''],
        ['', '', ''],
      ],
    ],
    ['line breaks and tabs inside quotes', '"a\nb"\t"c\td"\ne', [['a\nb', 'c\td'], ['e']]],
    ['doubled quotes are one', '"nói ""không"""\tb', [['nói "không"', 'b']]],
    ['a quote that is never closed is a letter', '"a\tb', [['"a', 'b']]],
    ['words after a closing quote belong to the cell', '"a" b\tc', [['"a" b', 'c']]],
  ])('%s', (_, text, cells) => expect(readPastedCells(text)).toEqual(cells));

  it.each<[string, string, boolean]>([
    ['one cell, as a spreadsheet copies it', '12\r\n', false],
    ['one row of two', '1\t2', true],
    ['two rows', '1\n2', true],
  ])('is a block or a value: %s', (_, text, is) => expect(isBlock(text)).toBe(is));
});

describe('a row in work', () => {
  it('keeps what cannot be read beside the old value, and is right again once it can', () => {
    const wrong = typeInto(draftOf(rows[0]!), signed, 'chín');
    expect([textOf(wrong, signed), wrong.now.values.signed, isFaulty(wrong)]).toEqual(['chín', 9, true]);
    const right = typeInto(wrong, signed, '1.009');
    expect([right.now.values.signed, isFaulty(right)]).toEqual([1009, false]);
    expect(isChanged(typeInto(right, signed, '9'))).toBe(false);
  });

  it('is asked for its required cells only when it is to be kept', () => {
    const begun = typeInto(newDraft('new 1', 'd1'), month, '9/2026');
    expect(isFaulty(begun)).toBe(false);
    expect(Object.keys(checkDraft(register, begun).problems)).toEqual(['signed']);
    expect(inputOf(begun)).toEqual({ departmentId: 'd1', values: { month: '2026-09' } });
  });

  it('takes the department as one more choice, by its name', () => {
    expect(typeInto(draftOf(rows[2]!), columns.at(-1)!, 'phòng kinh tế').now.departmentId).toBe('d2');
  });

  it.each<[string, Column['kind'], string, string]>([
    ['a day without its year', 'date', '5/9', '5/9/2026'],
    ['a month without its year', 'month', '9', '9/2026'],
    ['a number is no month', 'number', '9', '9'],
    ['a whole date', 'date', '5/9/2025', '5/9/2025'],
  ])('reads with the year of the register: %s', (_, kind, typed, read) =>
    expect(withYear({ kind }, typed, 2026)).toBe(read),
  );

  it('lays what was typed over the row as others have changed it', () => {
    const typed = typeInto(draftOf(rows[0]!), signed, '12');
    const theirs = row('a', { month: '2026-09', signed: 9, note: 'Đã sửa' }, { version: 4 });
    expect(rebase(typed, theirs)).toMatchObject({
      version: 4,
      now: { values: { month: '2026-09', signed: 12, note: 'Đã sửa' } },
    });
    expect(inputOf(rebase(typed, undefined))).not.toHaveProperty('id');
  });

  it('keeps what was typed while it was being saved', () => {
    const sent = typeInto(draftOf(rows[0]!), signed, '12');
    const kept = row('a', { ...rows[0]!.values, signed: 12 }, { version: 2, departmentId: 'd1' });
    expect(settle(sent, sent, kept)).toBeUndefined();
    expect(settle(typeInto(sent, note, 'thêm'), sent, kept)).toMatchObject({
      version: 2,
      now: { values: { signed: 12, note: 'thêm' } },
    });
  });
});

describe('undo', () => {
  const kept = { moved: [], totalBefore: null, totalAfter: null };
  const sent = typeInto(draftOf(rows[0]!), signed, '12');
  const after = row('a', sent.now.values, { version: 2, departmentId: 'd1' });
  const change = { kind: 'saved' as const, rows: [], removed: [], sent: [sent], taken: [] };
  const changed = stepOf(change, { ...kept, rows: [after] });

  it('brings a changed row back, and forward again', () => {
    const steps = remember(NO_STEPS, changed, { rows: [after], removed: [] });
    expect(writeStates(steps.done[0]!.before, steps.versionById)).toEqual({
      rows: [{ id: 'a', version: 2, departmentId: 'd1', values: rows[0]!.values }],
      removed: [],
    });
    const back = moveBack(steps, { rows: [{ ...rows[0]!, version: 3 }], removed: [] });
    expect([back.done.length, back.undone.length]).toEqual([0, 1]);
    expect(writeStates(back.undone[0]!.after, back.versionById).rows[0]).toMatchObject({ version: 3 });
    expect(moveForward(back, { rows: [], removed: [] }).done).toHaveLength(1);
  });

  it('takes an added row out, and brings a removed one in under its id and next version', () => {
    const added = stepOf({ ...change, sent: [] }, { ...kept, rows: [rows[1]!] });
    const one = remember(NO_STEPS, added, { rows: [rows[1]!], removed: [] });
    expect(writeStates(added.before, one.versionById)).toEqual({
      rows: [],
      removed: [{ id: 'b', version: 1 }],
    });
    const two = moveBack(one, { rows: [], removed: [{ id: 'b', version: 1 }] });
    expect(writeStates(added.after, two.versionById).rows[0]).toMatchObject({ id: 'b', version: 2 });
  });

  it('forgets what was undone once something new is kept, and steps that can no longer be taken', () => {
    const written = { rows: [after], removed: [] };
    const back = moveBack(remember(NO_STEPS, changed, written), written);
    expect(remember(back, changed, written).undone).toEqual([]);
    expect(dropStep(back, 'redone').undone).toEqual([]);
    expect(dropStep(back, 'saved')).toBe(back);
  });
});

describe('rows under the filters of the address', () => {
  it.each<[string, Parameters<typeof filterRows>[2], string]>([
    ['nothing asked', {}, 'abc'],
    ['words without diacritics, across cells', { q: 'ho so van phong' }, 'a'],
    ['a department', { department: 'd2' }, 'b'],
    ['no department', { department: 'none' }, 'c'],
    ['a month', { month: '2026-10' }, 'b'],
  ])('%s', (_, search, ids) => expect(idsOf(filterRows(rows, columns, search))).toBe(ids));

  it.each<[string, Column, boolean, string]>([
    ['a number, empty last', signed, false, 'abc'],
    ['a number downwards, empty last', signed, true, 'bac'],
    ['a department by its name', columns.at(-1)!, false, 'bac'],
  ])('sorts by %s', (_, column, isDescending, ids) =>
    expect(idsOf(sortRows(rows, column, isDescending))).toBe(ids),
  );

  it('adds up numbers but never percentages, and lists the months there are', () => {
    expect([
      ...sumColumns(
        rows.map((cells) => ({ cells })),
        columns,
      ),
    ]).toEqual([['signed', 20]]);
    expect(monthsOf(rows)).toEqual(['2026-02', '2026-09', '2026-10']);
  });

  it('keeps a row in work in sight, and new rows last', () => {
    const arranged = arrangeRows(rows, columns, { department: 'd1' });
    const drafts = new Map(
      [typeInto(draftOf(rows[1]!), note, 'đang sửa'), newDraft('new 1', null)].map((each) => [each.id, each]),
    );
    expect(linesOf(arranged, rows, drafts).map(({ id }) => id)).toEqual(['a', 'b', 'new 1']);
  });

  it('leaves out of an address whatever it says wrongly', () => {
    expect(readRegisterAddress({ year: '26', month: '2026-9', q: '', sort: 'Tháng' })).toEqual({});
    expect(readRegisterAddress({ year: '2025', descending: 'true' })).toMatchObject({
      year: '2025',
      descending: true,
    });
  });

  it('puts a write into the page: rows of other years leave it', () => {
    const page = { register: {} as never, year: 2026, rows, snapshots: [] };
    const written = withWritten(page, [{ ...rows[0]!, year: 2025 }, row('d', {})], [{ id: 'b' }]);
    expect(idsOf(written.rows)).toBe('cd');
  });
});

describe('a block before it is kept', () => {
  const read = readBlock(
    register,
    [
      ['9/2026', 'chín'],
      ['10/2026', '10'],
    ],
    { departments },
  );

  it('marks the faulty cell with what stands there, and takes a correction', () => {
    expect(faultByCell(read.faults).get('0 signed')?.typed).toBe('chín');
    expect(correctBlock(register, read, 0, signed, 'mười').faults).toHaveLength(1);
    const right = correctBlock(register, read, 0, signed, '9');
    expect([right.faults, right.rows[0]!.values]).toEqual([[], { month: '2026-09', signed: 9 }]);
  });

  it('can leave the faulty rows out', () => {
    expect(dropFaultyRows(read).rows.map(({ values }) => values.month)).toEqual(['2026-10']);
  });

  it('reads 5,000 rows of 12 cells well under a second', () => {
    const wide = {
      columns: [
        month,
        ...Array.from({ length: 11 }, (_, n) => ({ ...signed, key: `n${n}`, title: `Số ${n}` })),
      ],
    };
    const text = Array.from({ length: 5000 }, () => ['9/2026', ...Array(11).fill('1.234')].join('\t')).join(
      '\n',
    );
    const started = performance.now();
    const block = readBlock(wide, readPastedCells(text), { departments });
    expect([block.rows.length, block.faults.length]).toEqual([5000, 0]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
