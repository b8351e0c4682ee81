import type { MovedPoints } from '#core/registers/register.ts';
import type { Words } from '#web/words/vi.ts';

/** How many leaves a message names before it only counts them. */
const NAMED = 3;

type Moved = { moved: readonly MovedPoints[]; totalBefore: number | null; totalAfter: number | null };

/** Which leaves a change moved and from what to what, and the total, for a message; undefined when none moved. */
export function sayMoved(
  { moved, totalBefore, totalAfter }: Moved,
  { scoring }: Words,
  print: (points: number) => string,
): { leaves: string; total: string } | undefined {
  if (moved.length === 0) return undefined;
  const points = (value: number | null) => (value === null ? scoring.panel.moveNone : print(value));
  const named = moved
    .slice(0, NAMED)
    .map(({ code, before, after }) => scoring.entry.movedLeaf(code, points(before), points(after)));
  if (moved.length > NAMED) named.push(scoring.entry.movedMore(moved.length - NAMED));
  return {
    leaves: named.join('; '),
    total: scoring.entry.total(points(totalBefore), points(totalAfter)),
  };
}
