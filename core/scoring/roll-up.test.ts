import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareTree, rollUp, unitTotals } from './roll-up.ts';

/** A random forest: each row's parent is any earlier row, or none. */
const forest = fc
  .array(fc.nat(), { minLength: 1, maxLength: 60 })
  .map((seeds) => seeds.map((seed, position) => (position === 0 ? -1 : (seed % (position + 1)) - 1)));

describe('rolling points up', () => {
  it('gives every parent the exact sum of its children and overwrites what stood there', () => {
    const tree = prepareTree([-1, 0, 1, 1, 0]);
    expect([...rollUp(tree, Int32Array.of(999, 999, 85, 100, 45))]).toEqual([230, 185, 85, 100, 45]);
  });

  it('does so for many units, each on its own', () => {
    const tree = prepareTree([-1, 0, 0]);
    expect([...rollUp(tree, Int32Array.of(0, 1, 2, 0, 10, 20))]).toEqual([3, 1, 2, 30, 10, 20]);
  });

  it('does not mind children that stand before their parent', () => {
    expect([...rollUp(prepareTree([2, 2, -1]), Int32Array.of(4, 5, 0))]).toEqual([4, 5, 9]);
  });

  it('adds the roots to the total of a unit', () => {
    const tree = prepareTree([-1, 0, -1]);
    expect([...unitTotals(tree, rollUp(tree, Int32Array.of(0, 9300, 17, 0, 1, 2)))]).toEqual([9317, 3]);
  });

  it('keeps penalties negative', () => {
    expect([...rollUp(prepareTree([-1, 0, 0]), Int32Array.of(0, 300, -25))]).toEqual([275, 300, -25]);
  });

  it.each([
    ['a parent that is not there', [-1, 7]],
    ['rows in a circle', [1, 0]],
    ['a row above itself', [0]],
  ])('refuses %s', (_sentence, parents) => {
    expect(() => prepareTree(parents)).toThrow(RangeError);
  });

  it('refuses half a unit', () => {
    expect(() => rollUp(prepareTree([-1, 0]), new Int32Array(3))).toThrow(RangeError);
  });

  it('never loses or makes a point: the roots hold what the leaves hold', () => {
    fc.assert(
      fc.property(
        forest,
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.integer({ min: -500, max: 1000 })),
        (parents, units, stream) => {
          const tree = prepareTree(parents);
          const points = Int32Array.from({ length: units * parents.length }, () => stream.next().value);
          const totals = unitTotals(tree, rollUp(tree, points));
          for (let unit = 0; unit < units; unit++) {
            const leafSum = [...tree.leaves].reduce(
              (sum, leaf) => sum + points[unit * parents.length + leaf]!,
              0,
            );
            expect(totals[unit]).toBe(leafSum);
          }
        },
      ),
    );
  });
});
