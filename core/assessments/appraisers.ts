/** What an appraiser was given: a field, criterion or leaf by code (null for all), one unit (null for all). */
export type Assignment = { userId: string; code: string | null; unitId: string | null };

/** Whom an appraiser may not judge: a unit they belong to, or one they declared. */
export type Conflict = { userId: string; unitId: string };

/** Whether a code is the other or lies below it: "VII.2.1" lies within "VII" and "VII.2", not within "VII.21". */
export function isWithin(code: string, above: string): boolean {
  return code === above || code.startsWith(`${above}.`);
}

/** Whether one of the assignments of a person covers a leaf of a unit. */
export function isAssigned(
  assignments: readonly Assignment[],
  { userId, code, unitId }: { userId: string; code: string; unitId: string },
): boolean {
  return assignments.some(
    (each) =>
      each.userId === userId &&
      (each.code === null || isWithin(code, each.code)) &&
      (each.unitId === null || each.unitId === unitId),
  );
}

/** Whether a person must leave a unit to others. */
export function hasConflict(conflicts: readonly Conflict[], userId: string, unitId: string): boolean {
  return conflicts.some((each) => each.userId === userId && each.unitId === unitId);
}
