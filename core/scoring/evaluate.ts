import { type Hundredths, printPoints } from '#core/points.ts';
import type { Measured } from '#core/registers/quantity.ts';
import type { Evaluation, Step } from './evaluation.ts';
import {
  add,
  type Fraction,
  fraction,
  isUnder,
  printDecimal,
  printPointsOf,
  roundHalfUp,
  smaller,
  times,
  ZERO,
} from './exact.ts';
import type { Cap, Rule } from './rule.ts';
import { heldInBounds, isSame, type Outcome, scoreSimple } from './score-simple.ts';

/** What is known of a leaf: its measured and typed quantities, points typed by hand, whether it applies. */
export type LeafInput = { measured: Measured; points: Hundredths | null; isNotApplicable: boolean };
export type LeafToScore = {
  code: string;
  maxPoints: Hundredths;
  rule: Rule;
  version: number;
  input: LeafInput;
};

type LookAt = (code: string) => Hundredths | null | undefined;

/**
 * The points of one leaf and how they came about: the exact value of its rule, then its caps, then
 * held between nothing and the maximum, then rounded half up, once. `pointsOfLeaf` answers for caps
 * that look at other leaves; a leaf that has no points yet holds nothing down.
 */
export function evaluateLeaf(leaf: LeafToScore, pointsOfLeaf: LookAt = () => undefined): Evaluation {
  const { rule, maxPoints, input } = leaf;
  const about = {
    maxPoints,
    family: rule.score.family,
    scoredBy: rule.scoredBy,
    ruleVersion: leaf.version,
    isDraft: rule.isDraft,
    inputs: rule.quantities.map(({ key, title, unit }) => ({
      key,
      title,
      value: input.measured[key] ?? null,
      unit: unit ?? null,
    })),
  };
  const outcome: Outcome = input.isNotApplicable ? { kind: 'not_applicable', steps: [] } : scoreExactly(leaf);
  if (outcome.kind === 'missing') {
    const isElsewhere = rule.scoredBy !== 'self' && outcome.reason === 'quantity_missing';
    const titled = rule.quantities.find(({ key }) => key === outcome.what)?.title ?? outcome.what;
    const missing = { reason: isElsewhere ? ('scored_elsewhere' as const) : outcome.reason, what: titled };
    return { ...about, status: 'not_scored', points: null, unrounded: null, steps: [], missing };
  }
  const settled = outcome.kind === 'points' ? outcome : settleNotApplicable(outcome.steps, leaf);
  if (settled === 'removed') {
    const steps: Step[] = [...outcome.steps, { kind: 'not_applicable', policy: 'removed' }];
    return { ...about, status: 'removed', points: null, unrounded: null, steps, missing: null };
  }
  const capped = applyCaps(settled.points, leaf, pointsOfLeaf);
  const held = heldInBounds(capped.points, maxPoints, rule.score.family === 'penalty');
  const points = roundHalfUp(held);
  return {
    ...about,
    status: 'scored',
    points,
    unrounded: printPointsOf(settled.points),
    steps: [...settled.steps, ...capped.steps, ...holding(capped.points, held), ...rounding(held, points)],
    missing: null,
  };
}

/** Every leaf by its code; caps that look at another leaf see its points before caps, so their order does not matter. */
export function evaluateLeaves(leaves: readonly LeafToScore[]): Map<string, Evaluation> {
  const isLookedAt = leaves.some(({ rule }) => rule.caps.some(({ when }) => when.of === 'leaf'));
  const uncapped = new Map<string, Hundredths | null>();
  if (isLookedAt) {
    for (const leaf of leaves) {
      const { points } = evaluateLeaf({ ...leaf, rule: { ...leaf.rule, caps: [] } });
      uncapped.set(leaf.code, points);
    }
  }
  return new Map(leaves.map((leaf) => [leaf.code, evaluateLeaf(leaf, (code) => uncapped.get(code))]));
}

function scoreExactly({ rule, maxPoints, input }: LeafToScore): Outcome {
  const { score, zeroDenominator } = rule;
  const shared = { typed: input.points, zeroDenominator };
  if (score.family !== 'parts') return scoreSimple(score, { ...shared, maxPoints, measured: input.measured });
  let points = ZERO;
  const steps: Step[] = [];
  for (const part of score.parts) {
    const measured = quantitiesOfPart(input.measured, part.key);
    const outcome = scoreSimple(part.score, { ...shared, maxPoints: part.maxPoints, measured });
    if (outcome.kind === 'missing') return { ...outcome, what: `${part.key}_${outcome.what}` };
    const exact = outcome.kind === 'points' ? outcome.points : fraction(part.maxPoints);
    const held = heldInBounds(exact, part.maxPoints, part.score.family === 'penalty');
    points = add(points, held);
    steps.push(...outcome.steps, {
      kind: 'part',
      title: part.title,
      points: printPointsOf(held),
      maxPoints: printPointsOf(fraction(part.maxPoints)),
    });
  }
  return { kind: 'points', points, steps };
}

/** The quantities "<part>_b", "<part>_a" … as the part itself calls them. */
function quantitiesOfPart(measured: Measured, part: string): Measured {
  const prefix = `${part}_`;
  return Object.fromEntries(
    Object.entries(measured)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}

function settleNotApplicable(before: Step[], { rule, maxPoints }: LeafToScore) {
  const policy = rule.notApplicable;
  if (policy === 'removed') return 'removed';
  const points = policy === 'full' ? fraction(maxPoints) : ZERO;
  return { points, steps: [...before, { kind: 'not_applicable' as const, policy }] };
}

function applyCaps(points: Fraction, leaf: LeafToScore, pointsOfLeaf: LookAt) {
  let held = points;
  const steps: Step[] = [];
  for (const cap of leaf.rule.caps) {
    if (!isMet(cap, leaf.input.measured, pointsOfLeaf)) continue;
    const most = times(fraction(cap.share, 10_000), fraction(leaf.maxPoints));
    held = smaller(held, most);
    const share = printDecimal(fraction(cap.share, 10_000));
    steps.push({ kind: 'capped_by', title: cap.title, share, points: printPointsOf(held) });
  }
  return { points: held, steps };
}

function isMet({ when }: Cap, measured: Measured, pointsOfLeaf: LookAt): boolean {
  if (when.of === 'leaf') {
    const points = pointsOfLeaf(when.code);
    return points !== null && points !== undefined && points < when.below;
  }
  const value = Number(measured[when.key] ?? Number.NaN);
  return value >= when.atLeast;
}

function holding(from: Fraction, held: Fraction): Step[] {
  if (isSame(from, held)) return [];
  const kind = isUnder(from, held) ? ('raised_to_zero' as const) : ('held_to_maximum' as const);
  return [{ kind, from: printPointsOf(from) }];
}

function rounding(held: Fraction, points: Hundredths): Step[] {
  if (isSame(held, fraction(points))) return [];
  return [{ kind: 'rounded', from: printPointsOf(held), to: printPoints(points, 'en').replace('−', '-') }];
}
