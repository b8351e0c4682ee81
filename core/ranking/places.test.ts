import { expect, it } from 'vitest';
import { placesOf } from './places.ts';

it.each<[string, number[], number[]]>([
  ['nobody has no place', [], []],
  ['one is first', [0], [1]],
  ['equal points share a place, and the next is not taken', [9473, 9410, 9410, 9317], [1, 2, 2, 4]],
  ['all are first when all are equal', [5000, 5000, 5000], [1, 1, 1]],
  ['places follow the order given, not the order of points', [10, 30, 20], [3, 1, 2]],
  ['three share the second', [100, 90, 90, 90, 80], [1, 2, 2, 2, 5]],
  ['one hundredth is a difference', [9410, 9411], [2, 1]],
  ['below nothing comes last', [-50, 0, 50], [3, 2, 1]],
])('%s', (_, points, places) => {
  expect(placesOf(points)).toEqual(places);
});
