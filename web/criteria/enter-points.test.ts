import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { readPastedColumn } from '#web/ui/pasted-column.ts';
import { addTotals, enterColumn, enterPoints, withPoints } from './enter-points.ts';

const leaf = { maxPoints: 100, source: 'self' } as const;
const penalty = { maxPoints: 0, source: 'penalty' } as const;

describe('points typed in a cell', () => {
  const cases: [string, string, Parameters<typeof enterPoints>[1], ReturnType<typeof enterPoints>][] = [
    ['a decimal comma is read', '0,85', leaf, { points: 85 }],
    ['a decimal point is read', '0.5', leaf, { points: 50 }],
    ['the maximum itself is allowed', '1', leaf, { points: 100 }],
    ['an emptied cell means not scored', ' ', leaf, { points: null }],
    [
      'over the maximum is refused, not cut',
      '9,9',
      leaf,
      { problem: { kind: 'out_of_range', min: 0, max: 100 } },
    ],
    ['below zero is refused', '-0,1', leaf, { problem: { kind: 'out_of_range', min: 0, max: 100 } }],
    ['a penalty takes points below zero', '−0,50', penalty, { points: -50 }],
    [
      'a penalty refuses points above zero',
      '0,5',
      penalty,
      { problem: { kind: 'out_of_range', min: -10_000, max: 0 } },
    ],
    ['words are no points', 'một', leaf, { problem: { kind: 'not_points' } }],
    ['three decimals would need rounding', '0,465', leaf, { problem: { kind: 'not_points' } }],
  ];
  it.each(cases)('%s', (_sentence, text, row, entered) => {
    expect(enterPoints(text, row)).toEqual(entered);
  });
});

describe('a pasted column', () => {
  it('becomes one text a row, first column only', () => {
    expect(readPastedColumn('0,5\tghi chú\r\n1\r\n')).toEqual(['0,5', '1']);
  });
  it('goes over the leaves from one on; what a leaf refuses and what has no leaf is told', () => {
    const leaves = ['a', 'b', 'c'].map((id) => ({ ...leaf, id }));
    const [, b, c] = leaves;
    expect(enterColumn(leaves, 'b', ['0,5', '9', '1', 'một'])).toEqual({
      fitting: [{ row: b, typed: '0,5' }],
      refused: [{ row: c, typed: '9', problem: { kind: 'out_of_range', min: 0, max: 100 } }],
      beyond: 2,
    });
  });
  it('of one value is an ordinary paste', () => {
    expect(readPastedColumn('0,5\n')).toBeUndefined();
  });
});

function rowOf(id: string, parentId: string | null, points: number | null, isLeaf = false): AnnexRow {
  return {
    id,
    parentId,
    code: id,
    level: 1,
    isLeaf,
    title: id,
    source: 'self',
    maxPoints: 200,
    lastPoints: points,
    targetPoints: 200,
    owners: [],
    ownerWords: '',
    tasks: 0,
    version: 1,
  };
}

describe('changing one leaf', () => {
  const rows = [
    rowOf('a', null, 150),
    rowOf('b', 'a', 150),
    rowOf('c', 'b', 100, true),
    rowOf('d', 'b', 50, true),
  ];

  it('adds up every ancestor again', () => {
    expect(withPoints(rows, 'd', 'lastPoints', 75).map((row) => row.lastPoints)).toEqual([175, 175, 100, 75]);
  });
  it('to "not scored" leaves it out of the sum', () => {
    expect(withPoints(rows, 'd', 'lastPoints', null).map((row) => row.lastPoints)).toEqual([
      100,
      100,
      100,
      null,
    ]);
  });
  it('moves the totals and the gap', () => {
    const totals = addTotals(withPoints(rows, 'd', 'lastPoints', 75));
    expect(totals).toEqual({ maxPoints: 400, lastPoints: 175, targetPoints: 400, gapPoints: 225 });
  });
});
