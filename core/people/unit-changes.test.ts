import { describe, expect, it } from 'vitest';
import type { UnitChange, UnitChangeInput } from './unit.ts';
import {
  nameOn,
  type PlacedUnit,
  refuseUnitChange,
  type Standing,
  successorsOf,
  unitsOn,
} from './unit-changes.ts';

const placed = (id: string, change: Partial<PlacedUnit> = {}): PlacedUnit => ({
  id,
  name: `phường ${id}`,
  code: null,
  kind: 'ward',
  parentId: 'city',
  path: `city.${id}`,
  beganOn: null,
  endedOn: null,
  ...change,
});
const CITY = placed('city', { kind: 'city', parentId: null, path: 'city' });
const A = placed('a', { code: '001' });
const B = placed('b', { code: '002' });
const ENDED = placed('ended', { endedOn: '2026-01-01' });
const YOUNG = placed('young', { beganOn: '2026-04-01' });
const AGENCY = placed('agency', { kind: 'agency' });
const OFFICE = placed('office', { kind: 'agency' });
const INNER = placed('inner', { kind: 'agency', parentId: 'agency', path: 'city.agency.inner' });
const DECISION = { number: '1/NQ', issuer: 'HĐND', issuedOn: '2026-01-01' };

const standing: Standing = {
  parent: CITY,
  below: [A, B, ENDED, YOUNG, AGENCY, OFFICE, INNER],
  changes: [{ day: '2026-03-01', before: { units: [B] }, after: { units: [B] } }],
  codes: ['001', '002'],
  today: '2026-06-15',
};
const made = (name: string, code: string | null = null) => ({ name, code, kind: 'ward' as const });

type Told = UnitChangeInput extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'day' | 'decision'>
    : never
  : never;

describe('a decision about units', () => {
  it.each<[string, Told, string | undefined, string?]>([
    ['renames a ward', { kind: 'rename', unitId: 'a', name: 'phường Mới' }, undefined],
    ['corrects the case of a name', { kind: 'rename', unitId: 'a', name: 'Phường A' }, undefined],
    ['does not rename to the same', { kind: 'rename', unitId: 'a', name: 'phường a' }, 'nothing_changes'],
    ['gives no name in use', { kind: 'rename', unitId: 'a', name: 'phường B' }, 'unit_name_taken'],
    ['gives a new code', { kind: 'recode', unitId: 'a', code: '009' }, undefined],
    ['gives no code in use', { kind: 'recode', unitId: 'a', code: '002' }, 'code_taken'],
    ['gives no code the unit has', { kind: 'recode', unitId: 'a', code: '001' }, 'nothing_changes'],
    ['changes no ended unit', { kind: 'rename', unitId: 'ended', name: 'phường X' }, 'unit_already_ended'],
    ['changes no unit further down', { kind: 'end', unitId: 'inner' }, 'not_own_child'],
    ['changes no foreign unit', { kind: 'end', unitId: 'foreign' }, 'not_own_child'],
    ['is not recorded before its day', { kind: 'end', unitId: 'a' }, 'change_in_future', '2026-06-16'],
    ['needs a day of the calendar', { kind: 'end', unitId: 'a' }, 'no_such_day', '2026-02-30'],
    ['does not go before the unit', { kind: 'end', unitId: 'young' }, 'change_before_unit', '2026-03-31'],
    [
      'does not go before the last decision',
      { kind: 'end', unitId: 'b' },
      'change_before_last',
      '2026-02-28',
    ],
    ['may follow it on the same day', { kind: 'end', unitId: 'b' }, undefined, '2026-03-01'],
    ['merges one into another', { kind: 'merge', unitIds: ['a'], into: { id: 'b' } }, undefined],
    [
      'merges two into a new one of an old name and code',
      { kind: 'merge', unitIds: ['a', 'b'], into: made('phường A', '001') },
      undefined,
    ],
    [
      'merges no single one into a new one',
      { kind: 'merge', unitIds: ['a', 'a'], into: made('phường X') },
      'too_few_merged',
    ],
    ['merges nothing into nothing', { kind: 'merge', unitIds: [], into: { id: 'a' } }, 'too_few_merged'],
    ['merges none into itself', { kind: 'merge', unitIds: ['a', 'b'], into: { id: 'b' } }, 'becomes_itself'],
    [
      'merges no units of different parents',
      { kind: 'merge', unitIds: ['a', 'inner'], into: { id: 'b' } },
      'not_own_child',
    ],
    [
      'merges into no ended unit',
      { kind: 'merge', unitIds: ['a'], into: { id: 'ended' } },
      'unit_already_ended',
    ],
    [
      'merges into no name in use',
      { kind: 'merge', unitIds: ['a', 'b'], into: made('phường Young') },
      'unit_name_taken',
    ],
    [
      'splits in two',
      { kind: 'split', unitId: 'a', into: [made('phường X', '001'), { id: 'b' }] },
      undefined,
    ],
    ['splits in no fewer', { kind: 'split', unitId: 'a', into: [made('phường X')] }, 'too_few_successors'],
    [
      'splits in no two of one id',
      { kind: 'split', unitId: 'a', into: [{ id: 'b' }, { id: 'b' }] },
      'too_few_successors',
    ],
    [
      'splits in no two of one code',
      { kind: 'split', unitId: 'a', into: [made('X x', '7'), made('Y y', '7')] },
      'code_taken',
    ],
    ['moves one under another', { kind: 'move', unitId: 'office', parentId: 'agency' }, undefined],
    ['moves none under itself', { kind: 'move', unitId: 'agency', parentId: 'agency' }, 'moved_under_itself'],
    [
      'moves none under what stands under it',
      { kind: 'move', unitId: 'agency', parentId: 'inner' },
      'moved_under_itself',
    ],
    ['moves none to where it is', { kind: 'move', unitId: 'a', parentId: 'city' }, 'nothing_changes'],
    ['moves none out of reach', { kind: 'move', unitId: 'a', parentId: 'foreign' }, 'parent_out_of_reach'],
    [
      'moves none under an ended unit',
      { kind: 'move', unitId: 'agency', parentId: 'ended' },
      'parent_out_of_reach',
    ],
    ['moves no ward under a ward', { kind: 'move', unitId: 'a', parentId: 'b' }, 'kind_not_under'],
  ])('%s', (_sentence, told, kind, day = '2026-05-01') => {
    const change = { ...told, day, decision: DECISION } as UnitChangeInput;
    expect(refuseUnitChange(change, standing)?.kind).toBe(kind);
  });
});

const change = (kind: UnitChange['kind'], day: string, from: string[], to: string[]) => {
  const side = (names: string[]) => ({
    units: names.map((each) => ({ id: each.split(':')[0] ?? '', name: each, code: null })),
  });
  return { kind, day, before: side(from), after: side(to) };
};

describe('what later results print', () => {
  const changes = [
    change('rename', '2025-07-01', ['a:first'], ['a:second']),
    change('rename', '2026-02-01', ['a:second'], ['a:third']),
    change('merge', '2026-03-01', ['a:third', 'b'], ['c']),
    change('split', '2026-05-01', ['c'], ['d', 'e']),
  ];
  const a = { id: 'a', name: 'a:third', code: null };

  it.each([
    ['before any decision', '2024-01-01', 'a:first'],
    ['the day before a new name', '2025-06-30', 'a:first'],
    ['the day of a new name', '2025-07-01', 'a:second'],
    ['after the last', '2026-06-01', 'a:third'],
  ])('is the name %s', (_sentence, day, name) => {
    expect(nameOn(a, changes, day)).toBe(name);
  });

  it('follows a unit through a merge and a split', () => {
    expect(successorsOf('a', changes).sort()).toEqual(['d', 'e']);
    expect(successorsOf('e', changes)).toEqual(['e']);
  });

  it.each([
    ['before the merge', '2026-02-28', ['a:third']],
    ['on the day of the merge', '2026-03-01', ['c']],
    ['once the new one is split', '2026-05-01', []],
  ])('are the units there were %s', (_sentence, day, names) => {
    const units = [
      { ...a, beganOn: null, endedOn: '2026-03-01' },
      { id: 'c', name: 'c', code: null, beganOn: '2026-03-01', endedOn: '2026-05-01' },
    ];
    expect(unitsOn(units, changes, day).map(({ name }) => name)).toEqual(names);
  });
});
