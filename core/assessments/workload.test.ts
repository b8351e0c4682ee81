import { describe, expect, it } from 'vitest';
import { shareWork } from './workload.ts';

const codes = ['I.1', 'I.2', 'II.1'];
const units = [
  { assessedId: 'A', codes, done: ['I.1'] },
  { assessedId: 'B', codes, done: [] },
];
const give = (userId: string, code: string | null, unitId: string | null = null) => ({
  userId,
  code,
  unitId,
});

describe('the work of appraisers', () => {
  const cases: [string, Parameters<typeof shareWork>[1], object, object][] = [
    [
      'a field for all units',
      { units, conflicts: [], assignments: [give('u', 'I')] },
      { given: 4, done: 1, left: 3 },
      [{ code: 'II.1', units: 2 }],
    ],
    [
      'a whole unit',
      { units, conflicts: [], assignments: [give('u', null, 'B')] },
      { given: 3, done: 0 },
      codes.map((code) => ({ code, units: 1 })),
    ],
    [
      'the same leaf twice counts once',
      { units, conflicts: [], assignments: [give('u', 'I'), give('u', 'I.1', 'A')] },
      { given: 4 },
      [{ code: 'II.1', units: 2 }],
    ],
    [
      'a unit left to others is a gap',
      { units, conflicts: [{ userId: 'u', unitId: 'A' }], assignments: [give('u', null)] },
      { given: 3, left: 3 },
      codes.map((code) => ({ code, units: 1 })),
    ],
    [
      'nothing given leaves everything',
      { units, conflicts: [], assignments: [] },
      { given: 0 },
      codes.map((code) => ({ code, units: 2 })),
    ],
  ];
  it.each(cases)('%s', (_, work, workload, gaps) => {
    const shared = shareWork(['u'], work);
    expect(shared.workloads[0]).toMatchObject(workload);
    expect(shared.gaps).toEqual(gaps);
  });
});
