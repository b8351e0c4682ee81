import type { Block, Place } from '#core/reading/blocks.ts';

/** A spot among the blocks shown: which block, and inside a table which row and cell. Counts start at 0. */
export type Spot = { block: number; row?: number; cell?: number };

function isAt(place: Place, wanted: Place): boolean {
  const keys = new Set([...Object.keys(place), ...Object.keys(wanted)]) as Set<keyof Place>;
  return [...keys].every((key) => place[key] === wanted[key]);
}

/** How many parts two places share; -1 when they contradict each other. */
function closeness(place: Place, wanted: Place): number {
  let shared = 0;
  for (const [key, value] of Object.entries(place)) {
    const other = wanted[key as keyof Place];
    if (other === undefined) continue;
    if (other !== value) return -1;
    shared += 1;
  }
  return shared;
}

/**
 * Where a place lies among the blocks: the very cell, row or paragraph when one carries that place,
 * else the nearest one that does not contradict it (a page, a sheet); undefined when nothing does.
 */
export function findInSource(blocks: readonly Block[], wanted: Place): Spot | undefined {
  let nearest: { spot: Spot; shared: number } | undefined;
  const weigh = (place: Place, spot: Spot): boolean => {
    if (isAt(place, wanted)) return true;
    const shared = closeness(place, wanted);
    if (shared > (nearest?.shared ?? 0)) nearest = { spot, shared };
    return false;
  };
  for (const [block, each] of blocks.entries()) {
    if (weigh(each.place, { block })) return { block };
    if (each.kind === 'paragraph') continue;
    for (const [row, line] of each.rows.entries()) {
      if (weigh(line.place, { block, row })) return { block, row };
      for (const [cell, { place }] of line.cells.entries()) {
        if (weigh(place, { block, row, cell })) return { block, row, cell };
      }
    }
  }
  return nearest?.spot;
}
