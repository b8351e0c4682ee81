import { describe, expect, it } from 'vitest';
import { arrangeUnits, countUnits, nextWaiting } from './list-units.ts';
import { readPastedPoints } from './pasted-points.ts';

const unit = (unitId: string, changed: object = {}) => ({
  unitId,
  unitName: `phường ${unitId}`,
  rulingId: null,
  state: 'open' as const,
  isDue: true,
  points: 80,
  lastPoints: 80,
  proofs: 1,
  claimedPoints: 80,
  hasConflict: false,
  ...changed,
});
const UNITS = [
  unit('A', { state: 'kept' }),
  unit('B', { lastPoints: 60 }),
  unit('C', { proofs: 0, points: 70, lastPoints: 75 }),
  unit('D', { hasConflict: true }),
];
const ids = (units: readonly { unitId: string }[]) => units.map(({ unitId }) => unitId).join('');

describe('the list of units', () => {
  it.each([
    ['all', 'ABCD'],
    ['open', 'BC'],
    ['ruled', 'A'],
    ['moved', 'BC'],
    ['unproved', 'C'],
  ] as const)('shows of "%s" these: %s', (filter, shown) => {
    expect(ids(arrangeUnits(UNITS, { filter, sort: 'name' }))).toBe(shown);
    expect(countUnits(UNITS, filter)).toBe(shown.length);
  });

  it('keeps in sight the unit that is open, whatever the filter', () => {
    expect(ids(arrangeUnits(UNITS, { filter: 'ruled', sort: 'name', stays: 'C' }))).toBe('AC');
  });

  it('sorts by fewest points, and by the largest change on last year', () => {
    expect(ids(arrangeUnits(UNITS, { filter: 'all', sort: 'points' }))).toBe('CABD');
    expect(ids(arrangeUnits(UNITS, { filter: 'all', sort: 'moved' }))).toBe('BCAD');
  });

  it('goes on to the next that waits, going round', () => {
    expect(nextWaiting(UNITS, 'B')?.unitId).toBe('C');
    expect(nextWaiting(UNITS, 'C')?.unitId).toBe('B');
    expect(nextWaiting(UNITS.slice(0, 1), 'A')).toBeUndefined();
  });
});

describe('pasted points', () => {
  it('go down the list, an empty cell leaving its unit alone', () => {
    const { rows, beyond } = readPastedPoints('0,5\n\n0,7\n0,8\n0,9\n', UNITS);
    expect(rows.map(({ unitId, points }) => [unitId, points])).toEqual([
      ['A', 50],
      ['C', 70],
      ['D', 80],
    ]);
    expect(beyond).toBe(1);
  });

  it('find units by name, and say what they do not understand', () => {
    const { rows, faults } = readPastedPoints('Phường B\t0,5\nphường X\t1\nphường A\tx\nphuong b\t1', UNITS);
    expect(rows.map(({ unitId }) => unitId)).toEqual(['B']);
    expect(faults.map(({ kind }) => kind)).toEqual(['unknown', 'notPoints', 'twice']);
  });
});
