import type { Correction, CriterionReading, PlanReading, TaskReading } from '#core/reading/plan-reading.ts';

type Subject = Pick<Correction, 'target' | 'subject' | 'property'>;

function isSame(a: Subject, b: Subject): boolean {
  return a.target === b.target && a.subject === b.subject && a.property === b.property;
}

/** Whether two values say the same once written down. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** The correction of one value, if a person put it right. */
export function findCorrection(corrections: readonly Correction[], subject: Subject): Correction | undefined {
  return corrections.find((each) => isSame(each, subject));
}

/**
 * The list with one more correction. A value corrected twice keeps one correction and the value it
 * was read with; one put back to what was read needs none.
 */
export function addCorrection(corrections: readonly Correction[], correction: Correction): Correction[] {
  const earlier = findCorrection(corrections, correction);
  const before = earlier ? earlier.before : correction.before;
  const others = corrections.filter((each) => !isSame(each, correction));
  return isSameValue(before, correction.value) ? others : [...others, { ...correction, before }];
}

/** The list without the correction of one value: what was read stands again. */
export function dropCorrection(corrections: readonly Correction[], subject: Subject): Correction[] {
  return corrections.filter((each) => !isSame(each, subject));
}

/** What a value is now, as it was read or as it was corrected; undefined for a subject that is not there. */
export function currentValue(reading: PlanReading, { target, subject, property }: Subject): unknown {
  const found =
    target === 'criterion'
      ? reading.criteria.find((each) => each.code === subject)
      : target === 'task'
        ? reading.tasks.find((each) => each.key === subject)
        : target === 'unit'
          ? reading.units.find((each) => each.name === subject)
          : reading.document;
  return (found as Record<string, unknown> | undefined)?.[property];
}

/** A suggestion of the checks as corrections that remember what they replace. */
export function fillBefore(reading: PlanReading, suggestion: readonly Correction[]): Correction[] {
  return suggestion.map((each) => ({ ...each, before: currentValue(reading, each) ?? null }));
}

/** The corrections with every one of the suggestion in them. */
export function applySuggestion(
  reading: PlanReading,
  corrections: readonly Correction[],
  suggestion: readonly Correction[],
): Correction[] {
  return fillBefore(reading, suggestion).reduce<Correction[]>(addCorrection, [...corrections]);
}

/**
 * The reading with corrections laid over it, shown while the server checks them: plain values only,
 * the server's answer replaces it.
 */
export function previewCorrections(reading: PlanReading, corrections: readonly Correction[]): PlanReading {
  const lay = <T extends object>(target: Correction['target'], subject: string, thing: T): T => {
    const own = corrections.filter((each) => each.target === target && each.subject === subject);
    return own.length === 0
      ? thing
      : { ...thing, ...Object.fromEntries(own.map((each) => [each.property, each.value])) };
  };
  return {
    ...reading,
    document: lay('document', 'document', reading.document),
    criteria: reading.criteria.map((each): CriterionReading => lay('criterion', each.code, each)),
    tasks: reading.tasks.map((each): TaskReading => lay('task', each.key, each)),
    units: reading.units.map((each) => lay('unit', each.name, each)),
  };
}

/** The same when one list follows another: what the later one no longer puts right reads as before. */
export function previewChange(
  reading: PlanReading,
  former: readonly Correction[],
  corrections: readonly Correction[],
): PlanReading {
  const dropped = former.filter((each) => findCorrection(corrections, each) === undefined);
  const restored = dropped.map((each) => ({ ...each, value: each.before }));
  return previewCorrections(reading, [...restored, ...corrections]);
}
