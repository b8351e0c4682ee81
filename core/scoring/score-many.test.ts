import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateLeaf, evaluateLeaves, type LeafToScore } from './evaluate.ts';
import type { LeafOfMany } from './fraction-columns.ts';
import { type Rule, ruleSchema, type Score } from './rule.ts';
import { explainOne, NO_POINTS, REMOVED, scoreMany } from './score-many.ts';

type Wanted = { [P in keyof Rule]?: unknown };

function ruleOf(score: Score, rest: Wanted = {}): Rule {
  const about = { quantities: [], scoredBy: 'self', words: '', source: '', isDraft: true, evidence: [] };
  return ruleSchema.parse({ score, ...about, ...rest });
}

const NUMBER_WORDS = [
  'min(n, 3)',
  'max - n * 0.5',
  'b / a * max',
  'max(0, a - b) * 0.1',
  'n / 3',
  '-n + max',
];
const TRUTH_WORDS = ['b <= a', 'n > 2 && b == a', 'b / a >= 0.95', '!(n != 1)', 'n - b < a || n >= 4'];

const share = fc.integer({ min: 0, max: 12_000 });
const hundredths = fc.integer({ min: 1, max: 300 });
const scores: fc.Arbitrary<Score> = fc.oneof(
  fc.constant<Score>({ family: 'yes_no' }),
  fc
    .record({ floor: fc.option(share, { nil: undefined }), full: fc.option(share, { nil: undefined }) })
    .map((given): Score => ({ family: 'ratio', ...given })),
  fc
    .record({ target: fc.integer({ min: 1, max: 12_000 }), floor: fc.option(share, { nil: undefined }) })
    .map((given): Score => ({ family: 'target', ...given })),
  fc
    .tuple(
      fc.constantFrom('share' as const, 'number' as const),
      fc.array(fc.tuple(share, hundredths), { minLength: 1, maxLength: 4 }),
    )
    .map(
      ([of, steps]): Score => ({
        family: 'steps',
        of,
        steps: steps.map(([from, points]) => ({ from: of === 'share' ? from : from % 7, points })),
      }),
    ),
  hundredths.map((step): Score => ({ family: 'deduction', step })),
  fc.constant<Score>({ family: 'any_fault' }),
  hundredths.map((unit): Score => ({ family: 'count', unit })),
  fc.boolean().map(
    (isReverse): Score => ({
      family: 'survey',
      options: ['b', 'a', 'n'].map((key, position) => ({
        key,
        title: key,
        weight: 10_000 - position * 4000,
      })),
      isReverse,
    }),
  ),
  fc.integer({ min: 1, max: 200 }).map((full): Score => ({ family: 'index', full })),
  fc.constant<Score>({ family: 'bonus' }),
  fc.option(hundredths, { nil: undefined }).map((cap): Score => ({ family: 'penalty', cap })),
  fc.constant<Score>({
    family: 'level',
    levels: ['tốt', 'khá', 'yếu'].map((title, position) => ({
      key: 'abc'[position]!,
      title,
      share: 10_000 - position * 3333,
    })),
  }),
  fc
    .tuple(
      fc.constantFrom(...TRUTH_WORDS),
      fc.constantFrom(...NUMBER_WORDS),
      fc.constantFrom(...NUMBER_WORDS),
    )
    .map(
      ([when, points, otherwise]): Score => ({
        family: 'formula',
        branches: [{ when, points }, { points: otherwise }],
      }),
    ),
  fc.constant<Score>({ family: 'typed' }),
);

/** Mostly what wards count, sometimes what nobody should: decimals, huge numbers, below zero, nothing. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 999_999 }).map((n) => n / 100) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 0.000_001, 1 / 3, 4e9 + 1, 9e14) },
);
const UNITS = 12;
const column = fc
  .array(value, { minLength: UNITS, maxLength: UNITS })
  .map((values) => Float64Array.from(values));
const KEYS = ['yes', 'b', 'a', 'n', 'x', 'level', 'p_b', 'p_a', 'q_n'];
const ruled = fc.record({
  notApplicable: fc.constantFrom('full', 'removed', 'zero'),
  zeroDenominator: fc.constantFrom('full', 'not_applicable', 'zero'),
});
const leafOf = (score: fc.Arbitrary<Score>): fc.Arbitrary<LeafOfMany> =>
  fc
    .tuple(
      score,
      ruled,
      fc.integer({ min: 1, max: 300 }),
      fc.array(column, { minLength: KEYS.length, maxLength: KEYS.length }),
      column,
    )
    .map(([given, policies, maxPoints, columns, typed]) => ({
      code: 'I.1',
      maxPoints,
      rule: ruleOf(given, policies),
      columns: Object.fromEntries(
        KEYS.map((key, at) => [
          key,
          key === 'level' ? columns[at]!.map((each) => Math.abs(Math.floor(each)) % 4) : columns[at]!,
        ]),
      ),
      typed: typed.map((each) => Math.floor(each)),
    }));

/** What the exact way says of one unit, as the quick way writes it. */
function exactly(leaf: LeafOfMany, unit: number): number {
  const { status, points } = explainOne(leaf, unit);
  return status === 'scored' ? points! : status === 'removed' ? REMOVED : NO_POINTS;
}

describe('scoring many units at once', () => {
  it('gives every unit exactly the points it gets alone, whatever the rule and the numbers', () => {
    fc.assert(
      fc.property(leafOf(scores), (leaf) => {
        const points = [...scoreMany([leaf], UNITS).get('I.1')!];
        expect(points).toEqual(points.map((_, unit) => exactly(leaf, unit)));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not take two halves of an answer, or two lacking ones, for a whole', () => {
    const options = ['b', 'a', 'n'].map((key, at) => ({ key, title: key, weight: 10_000 - at * 4000 }));
    const columns = {
      b: Float64Array.of(-0.01, 0.5),
      a: Float64Array.of(1, 0.5),
      n: Float64Array.of(-0.01, 0),
    };
    const leaf = {
      code: 'I.1',
      maxPoints: 1,
      rule: ruleOf({ family: 'survey', options, isReverse: false }),
      columns,
    };
    const points = [...scoreMany([leaf], 2).get('I.1')!];
    expect(points).toEqual([exactly(leaf, 0), exactly(leaf, 1)]);
  });

  it('adds parts exactly before it rounds once', () => {
    const part = (family: 'ratio' | 'count'): Score =>
      family === 'ratio' ? { family } : { family, unit: 7 };
    const parts: Score = {
      family: 'parts',
      parts: [
        { key: 'p', title: 'phần một', maxPoints: 33, score: part('ratio') as never },
        { key: 'q', title: 'phần hai', maxPoints: 50, score: part('count') as never },
      ],
    };
    fc.assert(
      fc.property(leafOf(fc.constant(parts)), (leaf) => {
        const points = [...scoreMany([leaf], UNITS).get('I.1')!];
        expect(points).toEqual(points.map((_, unit) => exactly(leaf, unit)));
      }),
      { numRuns: 500 },
    );
  });

  it('lets a leaf that fails hold another down', () => {
    const late = { title: 'Báo cáo muộn', when: { of: 'leaf', code: 'I.2', below: 50 }, share: 5000 };
    const yes = (values: number[]) => ({ yes: Float64Array.from(values) });
    const leaves: LeafOfMany[] = [
      {
        code: 'I.1',
        maxPoints: 100,
        rule: ruleOf({ family: 'yes_no' }, { caps: [late] }),
        columns: yes([1, 1, 0]),
      },
      { code: 'I.2', maxPoints: 100, rule: ruleOf({ family: 'yes_no' }), columns: yes([1, 0, Number.NaN]) },
    ];
    expect([...scoreMany(leaves, 3).get('I.1')!]).toEqual([100, 50, 0]);
    expect([...scoreMany(leaves, 3).get('I.2')!]).toEqual([100, 0, NO_POINTS]);
  });

  it('leaves out where a leaf does not apply, as its rule says', () => {
    const leaf = {
      code: 'I.1',
      maxPoints: 80,
      columns: { yes: Float64Array.of(1, 0) },
      notApplicable: Uint8Array.of(1, 0),
    };
    const pointsBy = (notApplicable: string) => [
      ...scoreMany([{ ...leaf, rule: ruleOf({ family: 'yes_no' }, { notApplicable }) }], 2).get('I.1')!,
    ];
    expect(pointsBy('full')).toEqual([80, 0]);
    expect(pointsBy('zero')).toEqual([0, 0]);
    expect(pointsBy('removed')).toEqual([REMOVED, 0]);
  });
});

const measuredOf = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([key, each]) => [key, String(each)]));
const pointsFor = (score: Score, maxPoints: number, values: Record<string, number>) =>
  evaluateLeaf({
    code: 'I.1',
    maxPoints,
    rule: ruleOf(score),
    version: 1,
    input: { measured: measuredOf(values), points: null, isNotApplicable: false },
  }).points!;

const count = fc.integer({ min: 0, max: 5000 });
const GROWING: [sentence: string, score: fc.Arbitrary<Score>, key: string][] = [
  [
    'more done of the same total never costs points',
    fc.record({ floor: share }).map((given): Score => ({ family: 'ratio', ...given })),
    'b',
  ],
  [
    'coming nearer to a target never costs points',
    fc.constant<Score>({ family: 'target', target: 9000 }),
    'b',
  ],
  [
    'one more recognised thing never costs points',
    hundredths.map((unit): Score => ({ family: 'count', unit })),
    'n',
  ],
  ['a higher index never costs points', fc.constant<Score>({ family: 'index', full: 5000 }), 'x'],
];
const FALLING: [sentence: string, score: fc.Arbitrary<Score>][] = [
  ['one more fault never brings points', hundredths.map((step): Score => ({ family: 'deduction', step }))],
  ['a fault where none may be never brings points', fc.constant<Score>({ family: 'any_fault' })],
  ['one more penalty never brings points', fc.constant<Score>({ family: 'penalty' })],
];

describe('what every rule keeps to', () => {
  it.each(GROWING)('%s', (_, score, key) => {
    fc.assert(
      fc.property(
        score,
        hundredths,
        count,
        fc.integer({ min: 1, max: 5000 }),
        count,
        (given, max, low, a, more) => {
          const at = (n: number) => pointsFor(given, max, { a, [key]: n });
          expect(at(low + more)).toBeGreaterThanOrEqual(at(low));
        },
      ),
    );
  });

  it.each(FALLING)('%s', (_, score) => {
    fc.assert(
      fc.property(score, hundredths, count, count, (given, max, low, more) => {
        expect(pointsFor(given, max, { n: low + more })).toBeLessThanOrEqual(
          pointsFor(given, max, { n: low }),
        );
      }),
    );
  });

  it('gives no leaf more than its maximum, and less than nothing only as a penalty', () => {
    fc.assert(
      fc.property(leafOf(scores), (leaf) => {
        for (const points of scoreMany([leaf], UNITS).get('I.1')!) {
          if (points <= REMOVED) continue;
          const isPenalty = leaf.rule.score.family === 'penalty';
          expect(points).toBeLessThanOrEqual(isPenalty ? 0 : leaf.maxPoints);
          if (!isPenalty) expect(points).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('gives a leaf of parts what its parts come to, added before the one rounding', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 5000 }), hundredths, hundredths, (b, a, one, other) => {
        const ratio = { family: 'ratio' } as const;
        const parts: Score = {
          family: 'parts',
          parts: [
            { key: 'p', title: 'một', maxPoints: one, score: ratio },
            { key: 'q', title: 'hai', maxPoints: other, score: ratio },
          ],
        };
        const together = pointsFor(parts, one + other, { p_b: b, p_a: a, q_b: b, q_a: a });
        expect(together).toBe(pointsFor(ratio, one + other, { b, a }));
      }),
    );
  });

  it('scores a leaf the same alone and among others, in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.array(leafOf(scores), { minLength: 1, maxLength: 6 }),
        fc.nat(UNITS - 1),
        (leaves, unit) => {
          const toScore = leaves.map(
            (leaf, at): LeafToScore => ({
              code: `I.${at}`,
              maxPoints: leaf.maxPoints,
              rule: leaf.rule,
              version: 0,
              input: {
                measured: Object.fromEntries(
                  Object.entries(leaf.columns).map(([key, each]) => [
                    key,
                    Number.isNaN(each[unit]!) ? null : String(each[unit]),
                  ]),
                ),
                points: null,
                isNotApplicable: false,
              },
            }),
          );
          const together = evaluateLeaves(toScore.toReversed());
          for (const leaf of toScore) expect(together.get(leaf.code)).toEqual(evaluateLeaf(leaf));
        },
      ),
    );
  });
});
