import type { GapLedger } from '#core/outlook/gaps.ts';

type Share = GapLedger['byField'][number];

/** The fewest shares that hold at least half of the gap together, when three are enough; and their part in percent. */
export function mostOfGap(
  shares: readonly Share[],
  gapPoints: number,
): { shares: Share[]; percent: number } | undefined {
  if (gapPoints <= 0) return undefined;
  const chosen: Share[] = [];
  let sum = 0;
  for (const share of shares.toSorted((a, b) => b.gapPoints - a.gapPoints)) {
    chosen.push(share);
    sum += share.gapPoints;
    if (sum * 2 >= gapPoints) {
      return chosen.length <= 3
        ? { shares: chosen, percent: Math.round((sum * 100) / gapPoints) }
        : undefined;
    }
  }
  return undefined;
}
