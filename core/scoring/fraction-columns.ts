import type { Hundredths } from '#core/points.ts';
import type { Columns } from './quick-formula.ts';
import type { Rule, SimpleScore } from './rule.ts';
import { WHOLE_INDEX } from './score-simple.ts';

/**
 * One leaf of many units: a column a quantity, a row a unit. NaN is not known; a level is given by its
 * position among the levels of the rule. `typed` are hundredths typed by hand.
 */
export type LeafOfMany = {
  code: string;
  maxPoints: Hundredths;
  rule: Rule;
  columns: Columns;
  typed?: Float64Array;
  /** 1 where the leaf does not apply. */
  notApplicable?: Uint8Array;
};

/** Fractions as two columns. In place of a denominator: nothing known, not applicable, or (NaN) beyond doubles. */
export type Fractions = { n: Float64Array; d: Float64Array };
export const MISSING = 0;
export const NOT_APPLICABLE = -1;
export const UNSURE = Number.NaN;

export function fractions(units: number): Fractions {
  return { n: new Float64Array(units), d: new Float64Array(units) };
}

type OfShare = Extract<SimpleScore, { family: 'ratio' | 'target' | 'steps' }>;
type OfNumber = Exclude<SimpleScore, { family: 'ratio' | 'target' | 'survey' | 'formula' }>;
type About = Pick<LeafOfMany, 'rule' | 'columns' | 'typed'>;

/** The exact points of a simple rule, in hundredths, for every unit at once; `evaluateLeaf` says what they mean. */
export function fillSimple(
  score: Exclude<SimpleScore, { family: 'formula' }>,
  about: About,
  max: number,
  into: Fractions,
): void {
  if (score.family === 'survey') fillSurvey(score, about, max, into);
  else if (score.family === 'ratio' || score.family === 'target') fillShare(score, about, max, into);
  else if (score.family === 'steps' && score.of === 'share') fillShare(score, about, max, into);
  else fillNumber(score, about, max, into);
}

/** b of a, both whole: compared and multiplied before anything is divided. */
function fillShare(score: OfShare, { rule, columns }: About, max: number, { n, d }: Fractions): void {
  const { a, b } = columns;
  if (!a || !b) return void d.fill(MISSING);
  const [zeroN, zeroD] = ofZero(rule, max);
  const floor = score.family === 'steps' ? 0 : (score.floor ?? 0);
  const full = score.family === 'ratio' ? (score.full ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const target = score.family === 'target' ? lowestTerms(score.target, 10_000) : undefined;
  const steps = score.family === 'steps' ? descending(score.steps) : [];
  for (let unit = 0; unit < n.length; unit++) {
    const all = a[unit]!;
    const good = b[unit]!;
    d[unit] = 1;
    if (Number.isNaN(all) || Number.isNaN(good)) d[unit] = MISSING;
    else if (all === 0) {
      n[unit] = zeroN;
      d[unit] = zeroD;
    } else if (!isWhole(all) || !isWhole(good)) d[unit] = UNSURE;
    else if (steps.length > 0) {
      const reached = steps.find(({ from }) => good * 10_000 >= from * all);
      n[unit] = reached?.points ?? 0;
    } else if (good * 10_000 < floor * all) n[unit] = 0;
    else if (good * 10_000 >= full * all) n[unit] = max;
    else if (!target) {
      n[unit] = good * max;
      d[unit] = all;
    } else {
      n[unit] = good * target.d * max;
      d[unit] = all * target.n;
      if (n[unit]! > max * d[unit]!) {
        n[unit] = max;
        d[unit] = 1;
      }
    }
  }
}

/** The same share in the smallest numbers, so that products of several stay exact: 9500 of 10,000 is 19 of 20. */
function lowestTerms(n: number, d: number): { n: number; d: number } {
  let [one, other] = [n, d];
  while (other > 0) [one, other] = [other, one % other];
  return { n: n / one, d: d / one };
}

/** Whole, not negative, and small enough that ten thousand times it is exact. */
function isWhole(value: number): boolean {
  return value >= 0 && value < 1e11 && Math.floor(value) === value;
}

function descending(steps: readonly { from: number; points: number }[]) {
  return steps.toSorted((one, other) => other.from - one.from);
}

function ofZero({ zeroDenominator: policy }: Rule, max: number): [n: number, d: number] {
  if (policy === 'not_applicable') return [0, NOT_APPLICABLE];
  return [policy === 'full' ? max : 0, 1];
}

function fillSurvey(
  score: Extract<SimpleScore, { family: 'survey' }>,
  { rule, columns }: About,
  max: number,
  { n, d }: Fractions,
): void {
  const weights = score.options.map(({ weight }) => weight);
  if (score.isReverse) weights.reverse();
  const [zeroN, zeroD] = ofZero(rule, max);
  const columnsOf = score.options.map(({ key }) => columns[key]);
  if (columnsOf.includes(undefined)) return void d.fill(MISSING);
  const answers = columnsOf as Float64Array[];
  for (let unit = 0; unit < n.length; unit++) {
    let all = 0;
    let weighted = 0;
    let isCounted = true;
    for (let option = 0; option < answers.length; option++) {
      const given = answers[option]![unit]!;
      all += given;
      weighted += given * weights[option]!;
      // Two halves of an answer, or two below none, would add up to a whole count.
      if (!(given >= 0 && Math.floor(given) === given)) isCounted = false;
    }
    if (Number.isNaN(all)) d[unit] = MISSING;
    else if (!isCounted || !isWhole(all)) d[unit] = UNSURE;
    else if (all === 0) {
      n[unit] = zeroN;
      d[unit] = zeroD;
    } else {
      n[unit] = weighted * max;
      d[unit] = all * 10_000;
    }
  }
}

const NUMBER_OF: Partial<Record<SimpleScore['family'], string>> = {
  yes_no: 'yes',
  level: 'level',
  index: 'x',
};

/** One number that decides. Up to four decimals are whole ten-thousandths, and as exact as whole numbers. */
function fillNumber(score: OfNumber, { columns, typed }: About, max: number, { n, d }: Fractions): void {
  const column = score.family === 'typed' ? typed : columns[NUMBER_OF[score.family] ?? 'n'];
  if (!column) return void d.fill(MISSING);
  const { over, pointsOf } = ofNumber(score, max);
  for (let unit = 0; unit < n.length; unit++) {
    const value = column[unit]!;
    const scaled = Math.round(value * 10_000);
    if (Number.isNaN(value)) d[unit] = MISSING;
    else if (scaled / 10_000 !== value || Math.abs(scaled) > 1e11) d[unit] = UNSURE;
    else {
      const points = pointsOf(scaled);
      n[unit] = points;
      d[unit] = Number.isNaN(points) ? MISSING : over;
    }
  }
}

/** Hundredths, `over` times as many, of a number of ten-thousandths; NaN of a level there is not. */
type OfScaled = { over: number; pointsOf: (scaled: number) => number };

function ofNumber(score: OfNumber, max: number): OfScaled {
  switch (score.family) {
    case 'yes_no':
      return { over: 1, pointsOf: (scaled) => (scaled > 0 ? max : 0) };
    case 'any_fault':
      return { over: 1, pointsOf: (scaled) => (scaled > 0 ? 0 : max) };
    case 'deduction':
      return { over: 10_000, pointsOf: (scaled) => max * 10_000 - scaled * score.step };
    case 'count':
      return { over: 10_000, pointsOf: (scaled) => scaled * score.unit };
    case 'index':
      return { over: 10_000 * score.full, pointsOf: (scaled) => scaled * max };
    case 'bonus':
      return { over: 100, pointsOf: (scaled) => scaled };
    case 'penalty': {
      const most = (score.cap ?? WHOLE_INDEX) * 100;
      return { over: 100, pointsOf: (scaled) => -Math.min(scaled, most) };
    }
    case 'typed':
      return { over: 10_000, pointsOf: (scaled) => scaled };
    case 'steps': {
      const steps = descending(score.steps);
      return {
        over: 1,
        pointsOf: (scaled) => steps.find(({ from }) => scaled >= from * 10_000)?.points ?? 0,
      };
    }
    case 'level': {
      const shares = score.levels.map(({ share }) => share);
      return { over: 10_000, pointsOf: (scaled) => (shares[scaled / 10_000] ?? Number.NaN) * max };
    }
  }
}
