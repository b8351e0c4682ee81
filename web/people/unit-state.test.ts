import { describe, expect, it } from 'vitest';
import { findUnits, stateOf } from './unit-state.ts';

describe('how far a unit is', () => {
  it.each([
    ['nobody was invited', { joinedOn: null, invitedUntil: null, endedOn: null }, 'new'],
    ['a link is open', { joinedOn: null, invitedUntil: '2026-06-20T00:00:00Z', endedOn: null }, 'invited'],
    ['somebody is in', { joinedOn: '2026-06-15', invitedUntil: null, endedOn: null }, 'joined'],
    ['it is no more', { joinedOn: '2026-06-15', invitedUntil: null, endedOn: '2026-07-01' }, 'ended'],
  ] as const)('when %s', (_sentence, unit, state) => {
    expect(stateOf(unit)).toBe(state);
  });
});

describe('finding units', () => {
  const units = [
    { name: 'phường Đống Đa', code: '00166' },
    { name: 'xã Hoà Xá', code: null },
  ];
  it.each([
    ['without diacritics', 'dong da', ['phường Đống Đa']],
    ['by code', '0016', ['phường Đống Đa']],
    ['whichever way the tone is written', 'hòa', ['xã Hoà Xá']],
    ['nothing typed finds all', ' ', ['phường Đống Đa', 'xã Hoà Xá']],
    ['a name nobody has', 'ba đình', []],
  ])('%s', (_sentence, typed, names) => {
    expect(findUnits(units, typed).map(({ name }) => name)).toEqual(names);
  });
});
