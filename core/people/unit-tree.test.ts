import { describe, expect, it } from 'vitest';
import { type LineFault, type NewUnit, type Place, readUnitLines, refuseChild } from './unit-tree.ts';

const CITY: Place = { kind: 'city', names: ['phường Hồ Sen'], codes: ['00001'] };
const ward = (change: Partial<NewUnit>): NewUnit => ({
  name: 'phường Mới',
  code: null,
  kind: 'ward',
  ...change,
});

describe('a unit under another', () => {
  it.each<[string, NewUnit, Place, string | undefined]>([
    ['a ward stands under a city', ward({}), CITY, undefined],
    ['a department of the city too', ward({ kind: 'agency' }), CITY, undefined],
    ['a city does not stand under a city', ward({ kind: 'city' }), CITY, 'kind_not_under'],
    ['a ward does not stand under a ward', ward({}), { ...CITY, kind: 'ward' }, 'kind_not_under'],
    ['a school stands under a ward', ward({ kind: 'agency' }), { ...CITY, kind: 'ward' }, undefined],
    ['nothing is called like its neighbour', ward({ name: 'Phường HỒ SEN' }), CITY, 'unit_name_taken'],
    ['diacritics tell names apart', ward({ name: 'phường Hồ Sến' }), CITY, undefined],
    ['nothing has the code of another', ward({ code: '00001' }), CITY, 'code_taken'],
  ])('%s', (_sentence, unit, place, kind) => {
    expect(refuseChild(unit, place)?.kind).toBe(kind);
  });
});

describe('pasted lines', () => {
  it.each<[string, string, NewUnit]>([
    ['code, name and kind', '00166; Phường Ba Đình; phường', ward({ code: '00166', name: 'Phường Ba Đình' })],
    ['tabs of a spreadsheet', '00166\tPhường Ba Đình\t', ward({ code: '00166', name: 'Phường Ba Đình' })],
    ['no code', '; Phường Ba Đình', ward({ name: 'Phường Ba Đình' })],
    [
      'the kind said by the name',
      '1; xã Đông Anh',
      ward({ code: '1', name: 'xã Đông Anh', kind: 'commune' }),
    ],
    [
      'a department of the city',
      'H26.9; Sở Nội vụ; Sở',
      ward({ code: 'H26.9', name: 'Sở Nội vụ', kind: 'agency' }),
    ],
    [
      'decomposed letters',
      '; Phu\u031Bo\u031B\u0300ng Ba Đình'.normalize('NFD'),
      ward({ name: 'Phường Ba Đình' }),
    ],
  ])('are read: %s', (_sentence, line, unit) => {
    expect(readUnitLines(line, CITY)).toEqual({ units: [unit], faults: [] });
  });

  it.each<[string, string, LineFault['kind']]>([
    ['no name', '00166;', 'name_wrong'],
    ['a name of more than 200 characters', `; phường ${'a'.repeat(200)}`, 'name_wrong'],
    ['a name with a hidden turn of direction', '; phường \u202Eabc', 'name_wrong'],
    ['a code with spaces', '00 166; phường Ba Đình', 'code_wrong'],
    ['a kind nobody knows', '; Ba Đình; quận', 'kind_unknown'],
    ['no kind, and none in the name', '; Ba Đình', 'kind_unknown'],
    ['more parts than three', '1; phường A; phường; 12.000 dân', 'too_many_parts'],
    ['a kind that does not stand here', '1; thành phố A', 'kind_not_under'],
    ['a name in use', '; phường Hồ Sen', 'unit_name_taken'],
    ['a code in use', '00001; phường A', 'code_taken'],
  ])('tell what is wrong: %s', (_sentence, line, kind) => {
    const { faults } = readUnitLines(`\n${line}`, CITY);
    expect(faults).toMatchObject([{ line: 2, kind }]);
  });

  it('tell every fault at once, and of two lines alike the second', () => {
    const { faults } = readUnitLines('7; phường A\n7; phường B\nx x; phường C\n8; phường a', CITY);
    expect(faults.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '2 code_taken',
      '3 code_wrong',
      '4 unit_name_taken',
    ]);
  });
});
