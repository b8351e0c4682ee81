import type { AppraisedUnit } from '#core/assessments/appraisal.ts';

export const UNIT_FILTERS = ['all', 'open', 'ruled', 'moved', 'unproved'] as const;
export type UnitFilter = (typeof UNIT_FILTERS)[number];
export const UNIT_SORTS = ['name', 'points', 'moved'] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];

type Listed = Pick<
  AppraisedUnit,
  'unitName' | 'state' | 'isDue' | 'points' | 'lastPoints' | 'proofs' | 'claimedPoints' | 'hasConflict'
>;

/** Whether this round still waits for a ruling on it from this person. */
export function isWaiting({ state, isDue, hasConflict }: Listed): boolean {
  return state === 'open' && isDue && !hasConflict;
}

/** By how much it stands above or below last year; null where either is unknown. */
export function movedBy({ points, lastPoints }: Pick<Listed, 'points' | 'lastPoints'>): number | null {
  return points === null || lastPoints === null ? null : points - lastPoints;
}

const PASSES: Record<UnitFilter, (unit: Listed) => boolean> = {
  all: () => true,
  open: isWaiting,
  ruled: ({ state }) => state !== 'open',
  moved: (unit) => (movedBy(unit) ?? 0) !== 0,
  unproved: ({ proofs, claimedPoints }) => proofs === 0 && claimedPoints !== null,
};

export function countUnits(units: readonly Listed[], filter: UnitFilter): number {
  return units.filter(PASSES[filter]).length;
}

/** The units a filter lets through, in the order asked for; among equals by name. `stays` is shown whatever the filter. */
export function arrangeUnits<Unit extends Listed & { unitId: string }>(
  units: readonly Unit[],
  { filter, sort, stays }: { filter: UnitFilter; sort: UnitSort; stays?: string | undefined },
): Unit[] {
  const shown = units.filter((unit) => unit.unitId === stays || PASSES[filter](unit));
  if (sort === 'name') return shown;
  const keyOf = (unit: Unit) =>
    sort === 'points' ? (unit.points ?? Number.POSITIVE_INFINITY) : -Math.abs(movedBy(unit) ?? 0);
  return shown.toSorted((one, other) => keyOf(one) - keyOf(other) || 0);
}

/** The unit after this one that still waits, going round; undefined when none does. */
export function nextWaiting<Unit extends Listed & { unitId: string }>(
  units: readonly Unit[],
  unitId: string,
): Unit | undefined {
  const at = units.findIndex((unit) => unit.unitId === unitId);
  return [...units.slice(at + 1), ...units.slice(0, Math.max(at, 0))].find(isWaiting);
}
