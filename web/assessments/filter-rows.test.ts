import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '#core/assessments/assessment-page.ts';
import { readAssessmentAddress } from './assessment-search.ts';
import {
  daysBetween,
  filterRows,
  gainOf,
  isBelowLast,
  isReady,
  neighboursOf,
  orderByLoss,
} from './filter-rows.ts';

function row(code: string, change: Partial<ClaimRow> = {}): ClaimRow {
  return {
    code,
    title: code,
    maxPoints: 100,
    scoredBy: 'self',
    state: 'open',
    selfPoints: null,
    reviewPoints: null,
    isChangedSince: false,
    declaredBy: null,
    declaredAt: null,
    returnReason: '',
    version: 1,
    isClaimed: true,
    criterionId: null,
    planMaxPoints: null,
    owners: [],
    isMine: false,
    livePoints: 80,
    lastPoints: 90,
    proof: 'full',
    proofs: 1,
    fingerprint: 'a',
    declaredFingerprint: null,
    moves: [],
    ...change,
  };
}

const owner = { departmentId: 'p1', name: 'Văn phòng', role: 'lead' as const, inheritedFrom: null };
const rows = [
  row('I.1', { state: 'declared', isMine: true, owners: [owner] }),
  row('I.2', { isChangedSince: true, reviewPoints: 95 }),
  row('II.1', { isClaimed: false, livePoints: null }),
];

describe('filterRows', () => {
  it.each([
    ['shows all without filters', {}, ['I.1', 'I.2', 'II.1']],
    ['keeps a state, of claimed leaves only', { state: 'open' }, ['I.2']],
    ['keeps a department', { department: 'p1' }, ['I.1']],
    ['keeps a field', { field: 'I' }, ['I.1', 'I.2']],
    ["keeps a person's own", { mine: 'yes' }, ['I.1']],
    ['keeps what changed', { changed: 'yes' }, ['I.2']],
    ['keeps what stands below last year', { below: 'yes' }, ['I.1']],
    ['combines them', { field: 'I', changed: 'yes', mine: 'yes' }, []],
  ])('%s', (_what, search, codes) => {
    expect(filterRows(rows, readAssessmentAddress(search)).map(({ code }) => code)).toEqual(codes);
  });
});

describe('small questions of the list', () => {
  it('reads nothing foreign from an address', () => {
    expect(readAssessmentAddress({ state: 'khác', mine: '1', field: 7 })).toEqual({});
  });
  it('knows what is below last year', () => {
    expect(isBelowLast(row('I', { livePoints: null }))).toBe(false);
    expect(isBelowLast(row('I', { lastPoints: null }))).toBe(false);
    expect(isBelowLast(row('I', { selfPoints: 89 }))).toBe(true);
  });
  it('knows the neighbours of a leaf, none at the ends or elsewhere', () => {
    expect(neighboursOf(rows, 'I.1')).toEqual({ previous: undefined, next: 'I.2' });
    expect(neighboursOf(rows, 'II.1')).toEqual({ previous: 'I.2', next: undefined });
    expect(neighboursOf(rows, 'X')).toEqual({ previous: undefined, next: 'I.1' });
  });
  it('is ready for a move only when nothing stands against it', () => {
    const refusal = { kind: 'need_unmet', vi: '', en: '' };
    const moves = [
      { move: 'declare', refusal: null },
      { move: 'accept', refusal },
    ];
    expect([isReady({ moves }, 'declare'), isReady({ moves }, 'accept')]).toEqual([true, false]);
  });
  it('puts fields that lost most first', () => {
    const field = (code: string, reviewPoints: number) => ({
      code,
      reviewPoints,
      maxPoints: 100,
      livePoints: 0,
      selfPoints: 0,
      lastPoints: 90,
      leaves: 1,
      states: { open: 0, declared: 0, accepted: 1, returned: 0 },
      changed: 0,
    });
    expect(orderByLoss([field('I', 95), field('II', 60)]).map(gainOf)).toEqual([-30, 5]);
  });
  it('counts days', () => {
    expect(daysBetween('2026-11-28', '2026-12-03')).toBe(5);
    expect(daysBetween('2026-12-03', '2026-12-01')).toBe(-2);
  });
});
