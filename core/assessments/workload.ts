import { type Assignment, type Conflict, isWithin } from './appraisers.ts';

/** The leaves of one unit that appraisers have to rule on in the present round, and those ruled on. */
export type UnitLeaves = { assessedId: string; codes: readonly string[]; done: readonly string[] };

/** Leaves times units one appraiser has. */
export type Workload = { userId: string; given: number; done: number; left: number };

/** A leaf nobody is assigned to, with how many units it is missing for. */
export type Gap = { code: string; units: number };

/**
 * What each appraiser was given and did, and what nobody was given. A leaf given to two counts for both; a unit
 * somebody must leave to others counts for nobody through them.
 */
export function shareWork(
  userIds: readonly string[],
  {
    assignments,
    conflicts,
    units,
  }: { assignments: readonly Assignment[]; conflicts: readonly Conflict[]; units: readonly UnitLeaves[] },
): { workloads: Workload[]; gaps: Gap[] } {
  const missing = new Map<string, number>();
  const covered = new Map(units.map(({ assessedId }) => [assessedId, new Set<string>()]));
  const allCodes = [...new Set(units.flatMap(({ codes }) => codes))];
  const workloads = userIds.map((userId) => {
    const own = assignments.filter((each) => each.userId === userId);
    const excluded = new Set(conflicts.filter((each) => each.userId === userId).map(({ unitId }) => unitId));
    const codesFor = (unitId: string | null) => {
      const ofUnit = own.filter((each) => each.unitId === unitId);
      return allCodes.filter((code) =>
        ofUnit.some((each) => each.code === null || isWithin(code, each.code)),
      );
    };
    const everywhere = codesFor(null);
    let [given, done] = [0, 0];
    for (const { assessedId, codes, done: ruled } of units) {
      if (excluded.has(assessedId)) continue;
      const mine = new Set([...everywhere, ...codesFor(assessedId)]);
      const wanted = codes.filter((code) => mine.has(code));
      given += wanted.length;
      const isRuled = new Set(ruled);
      done += wanted.filter((code) => isRuled.has(code)).length;
      for (const code of wanted) covered.get(assessedId)?.add(code);
    }
    return { userId, given, done, left: given - done };
  });
  for (const { assessedId, codes } of units)
    for (const code of codes)
      if (!covered.get(assessedId)?.has(code)) missing.set(code, (missing.get(code) ?? 0) + 1);
  return { workloads, gaps: [...missing].map(([code, count]) => ({ code, units: count })) };
}
