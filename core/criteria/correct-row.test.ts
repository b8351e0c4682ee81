import { describe, expect, it } from 'vitest';
import type { AnnexRow } from './annex-row.ts';
import { type PointChanges, refusePoints, rollUpChanges } from './correct-row.ts';
import { dropFollowingSums } from './following-sums.ts';

function row(
  code: string,
  [max, last, target]: [number, number | null, number | null],
  rest: Partial<AnnexRow> = {},
): AnnexRow {
  const dot = code.lastIndexOf('.');
  return {
    id: code,
    parentId: dot < 0 ? null : code.slice(0, dot),
    code,
    level: (code.split('.').length as AnnexRow['level']) ?? 1,
    isLeaf: true,
    title: code,
    source: 'self',
    maxPoints: max,
    lastPoints: last,
    targetPoints: target,
    owners: [],
    ownerWords: '',
    tasks: 0,
    version: 1,
    ...rest,
  };
}

const annex = [
  row('I', [300, 250, 300], { isLeaf: false }),
  row('I.1', [200, 150, 200], { isLeaf: false }),
  row('I.1.1', [100, 50, 100]),
  row('I.1.2', [100, 100, 100]),
  row('I.2', [100, 100, 100]),
];
const leaf = annex[2]!;
const penalty = row('IX.2', [0, 0, 0], { source: 'penalty' });

describe('what a row may be corrected to', () => {
  it.each<[string, AnnexRow, PointChanges, string | undefined]>([
    ['a score up to the maximum', leaf, { lastPoints: 100 }, undefined],
    ['a score above the maximum', leaf, { lastPoints: 101 }, 'over_maximum'],
    ['a target above the maximum', leaf, { targetPoints: 101 }, 'over_maximum'],
    ['a maximum below the score that stays', leaf, { maxPoints: 99 }, 'over_maximum'],
    [
      'a maximum lowered together with both',
      leaf,
      { maxPoints: 40, lastPoints: 40, targetPoints: 40 },
      undefined,
    ],
    ['an emptied score', leaf, { lastPoints: null }, undefined],
    ['an emptied maximum', leaf, { maxPoints: null }, 'maximum_needed'],
    ['a negative score', leaf, { lastPoints: -1 }, 'below_zero'],
    ['a negative score of a penalty', penalty, { lastPoints: -50 }, undefined],
    ['a positive score of a penalty', penalty, { lastPoints: 1 }, 'over_maximum'],
    ['a parent', annex[1]!, { lastPoints: 1 }, 'parent_is_sum'],
    ['a parent with the value it has', annex[1]!, { lastPoints: 150 }, undefined],
  ])('%s', (_, subject, changes, kind) => {
    expect(refusePoints(subject, changes)?.kind).toBe(kind);
  });
});

describe('adding up again', () => {
  it('changes every row above a leaf, nearest first, and nothing else', () => {
    expect(rollUpChanges(annex, new Map([['I.1.1', { lastPoints: 75 }]]))).toEqual([
      { id: 'I.1', code: 'I.1', before: { lastPoints: 150 }, after: { lastPoints: 175 } },
      { id: 'I', code: 'I', before: { lastPoints: 250 }, after: { lastPoints: 275 } },
    ]);
  });

  it('drops sums that follow from a changed leaf, and keeps a parent that does not', () => {
    const changed = (subject: string, after: number) =>
      ({ target: 'criterion', subject, property: 'lastPoints', before: 0, after }) as const;
    const differences = [changed('I.1.1', 75), changed('I.1', 175), changed('I', 999)];
    expect(dropFollowingSums(annex, differences).map(({ subject }) => subject)).toEqual(['I.1.1', 'I']);
  });
});
