import { describe, expect, it } from 'vitest';
import { arrangeTree, BY_CODE, compareSums, leavesOf } from '#core/criteria/tree.ts';
import { sumPoints } from '#core/points.ts';
import { findSlips } from '#core/reading/check-ocr.ts';
import { HANOI_2025_WARD } from './hanoi-2025-ward.ts';

const tree = arrangeTree(HANOI_2025_WARD, BY_CODE);
const leaves = leavesOf(tree).map((position) => HANOI_2025_WARD[position]!);

describe("the criteria set of Hà Nội's wards", () => {
  it('has 130 rows in three levels and 95 leaves', () => {
    const levels = HANOI_2025_WARD.map((row) => row.code.split('.').length);
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual([9, 48, 73]);
    expect(leaves).toHaveLength(95);
    expect(tree.orphans).toEqual([]);
  });

  it('adds up to 100,00 at the leaves and at every row above', () => {
    expect(sumPoints(leaves.map((leaf) => leaf.maxPoints))).toBe(10_000);
    expect(compareSums(tree, (row) => row.maxPoints)).toEqual([]);
  });

  it.each([
    ['the unit itself', 'self', 64, 6500],
    ['survey', 'survey', 29, 3000],
    ['bonus', 'bonus', 1, 500],
    ['penalty', 'penalty', 1, 0],
  ])('scores by %s', (_sentence, scoredBy, count, points) => {
    const scored = leaves.filter((leaf) => leaf.scoredBy === scoredBy);
    expect([scored.length, sumPoints(scored.map((leaf) => leaf.maxPoints))]).toEqual([count, points]);
  });

  it('carries no slip of scanning', () => {
    expect(HANOI_2025_WARD.flatMap((row) => findSlips(row.title))).toEqual([]);
  });
});
