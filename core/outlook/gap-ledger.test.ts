import { describe, expect, it } from 'vitest';
import type { AnnexRow, OwnerOf } from '#core/criteria/annex-row.ts';
import { gapHeadline, gapLedger } from './gap-ledger.ts';

const owner = (name: string, role: OwnerOf['role'] = 'lead'): OwnerOf => ({
  departmentId: name,
  name,
  role,
  inheritedFrom: null,
});

function row(
  code: string,
  points: [max: number, last: number | null, target: number | null],
  extra: Partial<AnnexRow> = {},
): AnnexRow {
  const dot = code.lastIndexOf('.');
  return {
    id: code,
    parentId: dot < 0 ? null : code.slice(0, dot),
    code,
    level: 1,
    isLeaf: false,
    title: `Tiêu chí ${code}`,
    source: 'self',
    maxPoints: points[0],
    lastPoints: points[1],
    targetPoints: points[2],
    owners: [],
    ownerWords: '',
    tasks: 0,
    version: 1,
    ...extra,
  };
}

const annex = [
  row('I', [400, 275, 400]),
  row('I.1', [200, 150, 200], { owners: [owner('VP')] }),
  row('I.2', [200, 125, 200], {
    source: 'survey',
    owners: [owner('VP'), owner('KT'), owner('ĐT', 'monitor')],
  }),
  row('II', [100, 100, 100]),
  row('II.1', [100, 100, 100], { owners: [owner('KT', 'coordinate')] }),
  row('III', [500, 300, 500]),
  row('III.1', [500, 300, 500], { source: 'bonus' }),
  row('III.2', [0, 0, 0], { source: 'penalty' }),
];
const ledger = gapLedger(annex, new Set(['I.1']));
const parts = (shares: typeof ledger.byField) =>
  shares.map((share) => [share.key, share.gapPoints, share.leaves]);

describe('the gap ledger', () => {
  it('adds every hundredth once', () => {
    expect(ledger).toMatchObject({ maxPoints: 1000, lastPoints: 675, targetPoints: 1000, gapPoints: 325 });
  });

  it('shows fields from the largest gap down', () => {
    expect(parts(ledger.byField)).toEqual([
      ['III', 200, 1],
      ['I', 125, 2],
      ['II', 0, 0],
    ]);
  });

  it('shows all four ways of scoring', () => {
    expect(parts(ledger.bySource)).toEqual([
      ['bonus', 200, 1],
      ['survey', 75, 1],
      ['self', 50, 1],
      ['penalty', 0, 0],
    ]);
  });

  it('counts a shared leaf whole in each lead, and nobody’s leaf under nobody', () => {
    expect(parts(ledger.byDepartment)).toEqual([
      ['', 200, 1],
      ['VP', 125, 2],
      ['KT', 75, 1],
    ]);
  });

  it('lists the leaves below their target and says which have a task of their own', () => {
    expect(ledger.leaves.map((leaf) => [leaf.row.code, leaf.gapPoints, leaf.hasOwnTask])).toEqual([
      ['III.1', 200, false],
      ['I.2', 75, false],
      ['I.1', 50, true],
    ]);
  });

  it('counts a leaf without a score as no known gap', () => {
    expect(gapLedger([row('I', [100, null, 100])], new Set()).gapPoints).toBe(0);
  });

  it('lets a target below the last score count against the sum', () => {
    const lowered = gapLedger([row('I', [300, 200, 250]), row('II', [100, 100, 90])], new Set());
    expect(lowered.gapPoints).toBe(40);
    expect(lowered.byField.map((share) => share.gapPoints)).toEqual([50, -10]);
  });

  it('headlines the two largest fields and whether they make half', () => {
    expect(gapHeadline(ledger)).toMatchObject({
      gapPoints: 325,
      fieldsPoints: 325,
      isHalf: true,
      leaves: 3,
      leavesWithoutTask: 2,
    });
    expect(gapHeadline(ledger).fields.map((field) => field.code)).toEqual(['III', 'I']);
  });

  it('headlines nothing where nothing is missing', () => {
    expect(gapHeadline(gapLedger([row('I', [100, 100, 100])], new Set()))).toMatchObject({
      fields: [],
      isHalf: false,
    });
  });
});
