import type { Hundredths } from '#core/points.ts';
import type { Measured } from '#core/registers/quantity.ts';
import type { MISSING, Step } from './evaluation.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  isUnder,
  larger,
  negate,
  ONE,
  printDecimal,
  printPointsOf,
  readDecimal,
  smaller,
  times,
  ZERO,
} from './exact.ts';
import { readFormula, workOut } from './formula.ts';
import type { Rule, SimpleScore } from './rule.ts';

/** Exact points in hundredths before cap and rounding, or why there are none. */
export type Outcome =
  | { kind: 'points'; points: Fraction; steps: Step[] }
  | { kind: 'not_applicable'; steps: Step[] }
  | { kind: 'missing'; reason: (typeof MISSING)[number]; what: string };

export type Scoring = {
  maxPoints: Hundredths;
  measured: Measured;
  /** Points typed by hand, for a rule nobody knows. */
  typed: Hundredths | null;
  zeroDenominator: Rule['zeroDenominator'];
};

/** 100 points: no penalty takes more than the whole index has, whatever was typed. */
export const WHOLE_INDEX = 10_000;

const missing = (what: string): Outcome => ({ kind: 'missing', reason: 'quantity_missing', what });
const given = (points: Fraction, ...steps: Step[]): Outcome => ({ kind: 'points', points, steps });
const share = (basisPoints: number) => fraction(basisPoints, 10_000);

/** How many whole items it takes to earn what is left, 0 when nothing is. */
function itemsUpTo(left: Fraction, unit: Fraction): number {
  if (left.n <= 0n || unit.n <= 0n) return 0;
  const { n, d } = divide(left, unit);
  return Number((n + d - 1n) / d);
}

/** The points of one simple rule, exactly, with the steps that led to them. Families: docs of core/scoring/rule.ts. */
export function scoreSimple(score: SimpleScore, scoring: Scoring): Outcome {
  const max = fraction(scoring.maxPoints);
  const quantity = (key: string) => {
    const text = scoring.measured[key];
    return text === null || text === undefined ? undefined : readDecimal(text);
  };
  switch (score.family) {
    case 'yes_no': {
      const yes = quantity('yes');
      if (!yes) return missing('yes');
      return yes.n > 0n ? given(max, { kind: 'yes' }) : given(ZERO, { kind: 'no' });
    }
    case 'ratio':
      return ofShare(quantity, scoring, (reached, step) => {
        if (score.floor !== undefined && isUnder(reached, share(score.floor)))
          return given(ZERO, step, belowFloor(reached, score.floor));
        if (score.full !== undefined && !isUnder(reached, share(score.full))) {
          const full = printDecimal(share(score.full));
          return given(max, step, { kind: 'full_reached', share: printDecimal(reached), full });
        }
        return timesMaximum(reached, max, step);
      });
    case 'target':
      return ofShare(quantity, scoring, (reached, step) => {
        if (score.floor !== undefined && isUnder(reached, share(score.floor)))
          return given(ZERO, step, belowFloor(reached, score.floor));
        const ofTarget = smaller(ONE, divide(reached, share(score.target)));
        return timesMaximum(ofTarget, max, step, {
          kind: 'of_target',
          share: printDecimal(reached),
          target: printDecimal(share(score.target)),
          reached: printDecimal(ofTarget),
        });
      });
    case 'steps': {
      const reach = (value: Fraction, unit: number, ...before: Step[]) => {
        const sorted = score.steps.toSorted((one, other) => other.from - one.from);
        const found = sorted.find(({ from }) => !isUnder(value, fraction(from, unit)));
        const least = printDecimal(fraction(sorted.at(-1)!.from, unit));
        if (!found)
          return given(ZERO, ...before, { kind: 'no_step_reached', value: printDecimal(value), least });
        const points = fraction(found.points);
        const from = printDecimal(fraction(found.from, unit));
        const step: Step = {
          kind: 'step_reached',
          value: printDecimal(value),
          from,
          points: printPointsOf(points),
        };
        return given(points, ...before, step);
      };
      if (score.of === 'share')
        return ofShare(quantity, scoring, (reached, step) => reach(reached, 10_000, step));
      const n = quantity('n');
      return n ? reach(n, 1) : missing('n');
    }
    case 'deduction': {
      const n = quantity('n');
      if (!n) return missing('n');
      const deducted = times(n, fraction(score.step));
      const step: Step = {
        kind: 'deducted',
        n: printDecimal(n),
        step: printPointsOf(fraction(score.step)),
        deducted: printPointsOf(deducted),
      };
      return given(add(max, negate(deducted)), step);
    }
    case 'any_fault': {
      const n = quantity('n');
      if (!n) return missing('n');
      return n.n > 0n ? given(ZERO, { kind: 'fault', n: printDecimal(n) }) : given(max, { kind: 'no_fault' });
    }
    case 'count': {
      const n = quantity('n');
      if (!n) return missing('n');
      const unit = fraction(score.unit);
      const points = times(n, unit);
      return given(points, {
        kind: 'counted',
        n: printDecimal(n),
        unit: printPointsOf(unit),
        points: printPointsOf(points),
        room: itemsUpTo(add(max, negate(points)), unit),
      });
    }
    case 'level': {
      const level = score.levels.find(({ key }) => key === scoring.measured.level);
      if (!level) return missing('level');
      const step: Step = { kind: 'level', title: level.title, share: printDecimal(share(level.share)) };
      return timesMaximum(share(level.share), max, step);
    }
    case 'survey': {
      const answers = score.options.map(({ key }) => quantity(key));
      const unknown = score.options.find((_, position) => answers[position] === undefined);
      if (unknown) return missing(unknown.key);
      const weights = score.options.map(({ weight }) => weight);
      if (score.isReverse) weights.reverse();
      const all = answers.reduce<Fraction>((sum, each) => add(sum, each!), ZERO);
      if (all.n === 0n) return zeroDenominator(scoring, max);
      const weighted = answers.reduce<Fraction>(
        (sum, each, position) => add(sum, times(each!, share(weights[position]!))),
        ZERO,
      );
      const reached = divide(weighted, all);
      return timesMaximum(reached, max, {
        kind: 'answers',
        answers: printDecimal(all),
        share: printDecimal(reached),
        isReverse: score.isReverse,
      });
    }
    case 'index': {
      const x = quantity('x');
      if (!x) return missing('x');
      const reached = divide(x, fraction(score.full));
      const step: Step = {
        kind: 'index',
        x: printDecimal(x),
        full: String(score.full),
        share: printDecimal(reached),
      };
      return timesMaximum(reached, max, step);
    }
    case 'bonus':
    case 'penalty': {
      const n = quantity('n');
      if (!n) return missing('n');
      const sum = times(n, fraction(100));
      if (score.family === 'bonus') return given(sum, { kind: 'claims', points: printPointsOf(sum) });
      const held = smaller(sum, fraction(score.cap ?? WHOLE_INDEX));
      return given(negate(held), { kind: 'penalties', points: printPointsOf(sum) });
    }
    case 'formula':
      return scoreFormula(score.branches, scoring);
    case 'typed': {
      if (scoring.typed === null) return { kind: 'missing', reason: 'typed_missing', what: '' };
      const points = fraction(scoring.typed);
      return given(points, { kind: 'typed', points: printPointsOf(points) });
    }
  }
}

function ofShare(
  quantity: (key: string) => Fraction | undefined,
  scoring: Scoring,
  next: (reached: Fraction, step: Step) => Outcome,
): Outcome {
  const b = quantity('b');
  const a = quantity('a');
  if (!a) return missing('a');
  if (!b) return missing('b');
  if (a.n === 0n) return zeroDenominator(scoring, fraction(scoring.maxPoints));
  const reached = divide(b, a);
  const step: Step = { kind: 'share', b: printDecimal(b), a: printDecimal(a), share: printDecimal(reached) };
  return next(reached, step);
}

function zeroDenominator({ zeroDenominator: policy }: Scoring, max: Fraction): Outcome {
  const step: Step = { kind: 'zero_denominator', policy };
  if (policy === 'not_applicable') return { kind: 'not_applicable', steps: [step] };
  return given(policy === 'full' ? max : ZERO, step);
}

function belowFloor(reached: Fraction, floor: number): Step {
  return { kind: 'below_floor', share: printDecimal(reached), floor: printDecimal(share(floor)) };
}

function timesMaximum(reached: Fraction, max: Fraction, ...before: Step[]): Outcome {
  const points = times(reached, max);
  const step: Step = { kind: 'times_maximum', share: printDecimal(reached), points: printPointsOf(points) };
  return given(points, ...before, step);
}

function scoreFormula(
  branches: Extract<SimpleScore, { family: 'formula' }>['branches'],
  { measured, maxPoints }: Scoring,
): Outcome {
  const known = new Set(Object.keys(measured));
  const values = Object.fromEntries(Object.entries(measured).filter(([, value]) => value !== null)) as Record<
    string,
    string
  >;
  const work = (text: string) => {
    const formula = readFormula(text, known);
    if (!('names' in formula)) return { fails: text };
    const lacking = [...formula.names].find((name) => name !== 'max' && values[name] === undefined);
    if (lacking !== undefined) return { lacking };
    const value = workOut(formula, values, maxPoints);
    return value === undefined ? { fails: text } : { value };
  };
  for (const { when, points: formula } of branches) {
    const test = when === undefined ? { value: true } : work(when);
    if ('lacking' in test && test.lacking !== undefined) return missing(test.lacking);
    if (!('value' in test) || typeof test.value !== 'boolean')
      return { kind: 'missing', reason: 'formula_fails', what: when ?? '' };
    if (!test.value) continue;
    const worked = work(formula);
    if ('lacking' in worked && worked.lacking !== undefined) return missing(worked.lacking);
    const exact =
      'value' in worked && typeof worked.value === 'object'
        ? readDecimal(worked.value.toFixed(24))
        : undefined;
    if (!exact) return { kind: 'missing', reason: 'formula_fails', what: formula };
    const points = times(exact, fraction(100));
    return given(points, { kind: 'branch', when: when ?? null, formula, points: printPointsOf(points) });
  }
  return { kind: 'missing', reason: 'formula_fails', what: branches.at(-1)?.when ?? '' };
}

/** Held between nothing and the maximum; a penalty between minus everything and nothing. */
export function heldInBounds(points: Fraction, maxPoints: Hundredths, isPenalty: boolean): Fraction {
  if (isPenalty) return smaller(points, ZERO);
  return smaller(larger(points, ZERO), fraction(maxPoints));
}

export const isSame = (one: Fraction, other: Fraction) => compare(one, other) === 0;
