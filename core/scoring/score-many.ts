import type { Hundredths } from '#core/points.ts';
import { evaluateLeaf } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { readFormula } from './formula.ts';
import {
  type Fractions,
  fillSimple,
  fractions,
  type LeafOfMany,
  MISSING,
  NOT_APPLICABLE,
  UNSURE,
} from './fraction-columns.ts';
import { quickHundredths, quickWork } from './quick-formula.ts';
import type { Rule, SimpleScore } from './rule.ts';

/** In place of points: the unit has none yet, or the leaf leaves its scale. */
export const NO_POINTS = -0x8000_0000;
export const REMOVED = NO_POINTS + 1;

/** Below this a quotient of whole doubles, rounded down, is exact: no quotient lies closer to a whole number than its error. */
const EXACT = 2 ** 51;

/**
 * The points of every leaf of every unit, in hundredths, as `evaluateLeaf` gives them, by the code of
 * the leaf: a column at a time on doubles, where these are exact. A value doubles cannot settle (a
 * decimal no whole number stands for, a size above 2^51, a half within the error) is asked of
 * `evaluateLeaf`; so is every explanation, for the one unit that is looked at.
 */
export function scoreMany(leaves: readonly LeafOfMany[], units: number): Map<string, Int32Array> {
  const room: Room = { whole: fractions(units), part: fractions(units), units };
  const lookedAt = new Set(
    leaves.flatMap(({ rule }) => rule.caps.flatMap(({ when }) => (when.of === 'leaf' ? [when.code] : []))),
  );
  const beforeCaps = new Map<string, Int32Array>();
  for (const leaf of leaves)
    if (lookedAt.has(leaf.code))
      beforeCaps.set(leaf.code, scoreColumn({ ...leaf, rule: { ...leaf.rule, caps: [] } }, room, beforeCaps));
  return new Map(leaves.map((leaf) => [leaf.code, scoreColumn(leaf, room, beforeCaps)]));
}

/** The points of one unit of the many, with how they came about. */
export function explainOne(
  leaf: LeafOfMany,
  unit: number,
  pointsOfLeaf?: (code: string) => Hundredths | null | undefined,
): Evaluation {
  const { code, maxPoints, rule, typed } = leaf;
  const measured = Object.fromEntries(
    Object.entries(leaf.columns).map(([key, column]) => [key, wordOf(rule, key, column[unit]!)]),
  );
  const points = typed === undefined || Number.isNaN(typed[unit]!) ? null : typed[unit]!;
  const input = { measured, points, isNotApplicable: leaf.notApplicable?.[unit] === 1 };
  return evaluateLeaf({ code, maxPoints, rule, version: 0, input }, pointsOfLeaf);
}

function wordOf({ score }: Rule, key: string, value: number): string | null {
  if (Number.isNaN(value)) return null;
  return score.family === 'level' && key === 'level' ? (score.levels[value]?.key ?? null) : String(value);
}

type Room = { whole: Fractions; part: Fractions; units: number };

function scoreColumn(
  leaf: LeafOfMany,
  { whole, part, units }: Room,
  beforeCaps: ReadonlyMap<string, Int32Array>,
): Int32Array {
  const { rule, maxPoints, columns } = leaf;
  const points = new Int32Array(units);
  const { score } = rule;
  if (score.family === 'formula') fillFormula(score, leaf, whole);
  else if (score.family !== 'parts') fillSimple(score, leaf, maxPoints, whole);
  else {
    whole.n.fill(0);
    whole.d.fill(1);
    for (const { key, score: simple, maxPoints: most } of score.parts) {
      const own = Object.entries(columns).flatMap(([name, column]) =>
        name.startsWith(`${key}_`) ? [[name.slice(key.length + 1), column] as const] : [],
      );
      const partLeaf = { ...leaf, columns: Object.fromEntries(own) };
      if (simple.family === 'formula') part.d.fill(UNSURE);
      else fillSimple(simple, partLeaf, most, part);
      addPart(whole, part, simple.family === 'penalty' ? 0 : most, simple.family !== 'penalty');
    }
  }
  const exactly = (unit: number) => {
    const looked = (code: string) => {
      const found = beforeCaps.get(code)?.[unit];
      return found === undefined || found <= REMOVED ? null : found;
    };
    const { status, points: exact } = explainOne(leaf, unit, looked);
    return status === 'scored' ? exact! : status === 'removed' ? REMOVED : NO_POINTS;
  };
  const isCapped = rule.caps.length > 0;
  const least = score.family === 'penalty' ? Number.NEGATIVE_INFINITY : 0;
  const most = score.family === 'penalty' ? 0 : maxPoints;
  const ofNothing = { full: most, zero: 0, removed: REMOVED }[rule.notApplicable];
  for (let unit = 0; unit < units; unit++) {
    const d = whole.d[unit]!;
    if (isCapped || leaf.notApplicable?.[unit] === 1) points[unit] = exactly(unit);
    else if (d > 0) {
      const n = whole.n[unit]!;
      if (n >= most * d) points[unit] = most;
      else if (n <= least * d) points[unit] = least;
      else if (2 * Math.abs(n) + d < EXACT)
        points[unit] = n < 0 ? -Math.floor((d - 2 * n) / (2 * d)) : Math.floor((2 * n + d) / (2 * d));
      else points[unit] = exactly(unit);
    } else if (d === MISSING) points[unit] = NO_POINTS;
    else points[unit] = d === NOT_APPLICABLE ? ofNothing : exactly(unit);
  }
  return points;
}

/** whole + part, each part held between nothing and its own maximum first. */
function addPart({ n, d }: Fractions, part: Fractions, most: number, isFloored: boolean): void {
  for (let unit = 0; unit < n.length; unit++) {
    const partD = part.d[unit]!;
    if (partD === NOT_APPLICABLE) n[unit] = n[unit]! + most * d[unit]!;
    else if (partD === MISSING || d[unit] === MISSING) d[unit] = MISSING;
    else if (Number.isNaN(partD) || Number.isNaN(d[unit]!)) d[unit] = UNSURE;
    else {
      let partN = Math.min(part.n[unit]!, most * partD);
      if (isFloored && partN < 0) partN = 0;
      n[unit] = n[unit]! * partD + partN * d[unit]!;
      d[unit] = d[unit]! * partD;
    }
  }
}

/** A formula asks for every quantity it names, also where it would not come to look at it. */
function fillFormula(
  { branches }: Extract<SimpleScore, { family: 'formula' }>,
  { columns, maxPoints }: LeafOfMany,
  { n, d }: Fractions,
): void {
  const quick = (text: string, wanted: 'truth' | 'number') => {
    const formula = readFormula(text, new Set(Object.keys(columns)));
    const work = 'names' in formula && quickWork(formula.expression, columns, { maxPoints, wanted });
    if (!work) return undefined;
    return { work, asked: [...formula.names].flatMap((name) => columns[name] ?? []) };
  };
  const works = branches.map(({ when, points }) => {
    const worth = quick(points, 'number');
    const test = when === undefined ? { work: () => 1, asked: [] } : quick(when, 'truth');
    return worth && test && { test, asked: worth.asked, hundredths: quickHundredths(worth.work) };
  });
  const isLacking = (asked: readonly Float64Array[], unit: number) =>
    asked.some((column) => Number.isNaN(column[unit]!));
  for (let unit = 0; unit < n.length; unit++) {
    d[unit] = UNSURE;
    for (const work of works) {
      if (!work) break;
      const { test, asked, hundredths } = work;
      if (isLacking(test.asked, unit)) {
        d[unit] = MISSING;
        break;
      }
      const met = test.work(unit);
      if (met === 0) continue;
      if (met !== 1) break;
      n[unit] = isLacking(asked, unit) ? 0 : hundredths(unit);
      if (isLacking(asked, unit)) d[unit] = MISSING;
      else if (!Number.isNaN(n[unit]!)) d[unit] = 1;
      break;
    }
  }
}
