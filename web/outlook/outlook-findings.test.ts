import { describe, expect, it } from 'vitest';
import { mostOfGap } from './outlook-findings.ts';

const share = (key: string, gapPoints: number) => ({
  key,
  label: key,
  gapPoints,
  maxPoints: 1000,
  leaves: 1,
});
describe('where most of the gap lies', () => {
  it.each([
    ['one field holds half', [share('IX', 60), share('V', 40)], 100, ['IX'], 60],
    ['two are needed', [share('I', 128), share('IX', 200), share('V', 167)], 683, ['IX', 'V'], 54],
  ])('%s', (_, shares, gap, keys, percent) => {
    expect(mostOfGap(shares, gap)).toEqual({
      shares: keys.map((key) => expect.objectContaining({ key })),
      percent,
    });
  });

  it.each([
    ['nothing is missing', [share('I', 0)], 0],
    ['it is spread over more than three', [1, 2, 3, 4, 5, 6, 7, 8].map((n) => share(String(n), 10)), 80],
  ])('says nothing when %s', (_, shares, gap) => {
    expect(mostOfGap(shares, gap)).toBeUndefined();
  });
});
