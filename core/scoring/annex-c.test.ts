import { describe, expect, it } from 'vitest';
import { evaluateLeaf, evaluateLeaves } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { sayEvaluation, sayResult } from './evaluation-sentences.ts';
import { rescale } from './rescale.ts';
import { type Rule, ruleSchema } from './rule.ts';

type Written = { [P in keyof Rule]?: unknown };

function evaluated(
  score: Rule['score'],
  maxPoints: number,
  measured: Record<string, string | null>,
  {
    typed = null,
    isNotApplicable = false,
    ...rule
  }: Written & { typed?: number | null; isNotApplicable?: boolean } = {},
): Evaluation {
  const quantities = Object.keys(measured).map((key) => ({ key, title: `số liệu ${key}`, source: 'typed' }));
  const about = { quantities, scoredBy: 'self', words: '', source: '', isDraft: true, evidence: [] };
  return evaluateLeaf({
    code: 'I.1',
    maxPoints,
    version: 0,
    rule: ruleSchema.parse({ score, ...about, ...rule }),
    input: { measured, points: typed, isNotApplicable },
  });
}

const counts = (b: number, a: number) => ({ b: String(b), a: String(a) });
const floor80: Rule['score'] = { family: 'ratio', floor: 8000 };
const floor95: Rule['score'] = { family: 'ratio', floor: 9500 };
const steps: Rule['score'] = {
  family: 'steps',
  of: 'share',
  steps: [
    { from: 8000, points: 100 },
    { from: 7000, points: 50 },
    { from: 5000, points: 25 },
  ],
};
const option = (key: string, weight: number) => ({ key, title: key, weight });
const yenBai = [option('very', 10_000), option('well', 6000), option('little', 2000), option('not', 0)];
const answers = { very: '80', well: '15', little: '4', not: '1' };
const claims: Rule['score'] = { family: 'bonus' };

type Case = [sentence: string, evaluation: Evaluation, points: number | null, unrounded?: string];
const CASES: Case[] = [
  ['C2 98 of 100 of half a point is 0,49', evaluated(floor80, 50, counts(98, 100)), 49, '0.49'],
  ['C2 79,99 % does not reach a floor of 80 %', evaluated(floor80, 50, counts(7999, 10_000)), 0],
  ['C2 80 % reaches it', evaluated(floor80, 50, counts(80, 100)), 40],
  ['C2 nothing to divide by is full points by default', evaluated(floor80, 50, counts(0, 0)), 50],
  ['C2 or nothing', evaluated(floor80, 50, counts(0, 0), { zeroDenominator: 'zero' }), 0],
  [
    'C2 or not applicable, and then what that means',
    evaluated(floor80, 50, counts(0, 0), { zeroDenominator: 'not_applicable', notApplicable: 'removed' }),
    null,
  ],
  ['C3 90 of 100 of one point is 0,90', evaluated({ family: 'ratio' }, 100, counts(90, 100)), 90],
  ['C3 3.640 of 3.718 passes 95 % and gives 2,94', evaluated(floor95, 300, counts(3640, 3718)), 294],
  ['C3 3.530 of 3.718 is 94,94 %, not rounded up to 95 %', evaluated(floor95, 300, counts(3530, 3718)), 0],
  ['C4 90 % is on the highest step', evaluated(steps, 100, counts(90, 100)), 100],
  ['C4 80 % is on the highest step', evaluated(steps, 100, counts(80, 100)), 100],
  ['C4 79,99 % is on the second', evaluated(steps, 100, counts(7999, 10_000)), 50],
  ['C4 70 % is on the second', evaluated(steps, 100, counts(70, 100)), 50],
  ['C4 50 % is on the third', evaluated(steps, 100, counts(50, 100)), 25],
  ['C4 49,99 % is on none', evaluated(steps, 100, counts(4999, 10_000)), 0],
  ['C5 one late report of 0,25', evaluated({ family: 'deduction', step: 25 }, 50, { n: '1' }), 25],
  [
    'C5 three late reports do not go below zero',
    evaluated({ family: 'deduction', step: 25 }, 50, { n: '3' }),
    0,
  ],
  ['C6 one case takes everything', evaluated({ family: 'any_fault' }, 50, { n: '1' }), 0],
  ['C6 no case leaves everything', evaluated({ family: 'any_fault' }, 50, { n: '0' }), 50],
  ['C7 one initiative of 0,5', evaluated({ family: 'count', unit: 50 }, 150, { n: '1' }), 50],
  ['C7 four initiatives are held to 1,5', evaluated({ family: 'count', unit: 50 }, 150, { n: '4' }), 150],
  [
    'C8 weights 100/60/20/0 over 80/15/4/1 give 0,449, and 0,45',
    evaluated({ family: 'survey', options: yenBai, isReverse: false }, 50, answers),
    45,
    '0.449',
  ],
  [
    'C8 the same answers to a reverse item give 0,064 of the maximum',
    evaluated({ family: 'survey', options: yenBai, isReverse: true }, 100, answers),
    6,
    '0.064',
  ],
  [
    'C9 SIPAS 3.489 of 3.600 of nine points is 8,72',
    evaluated({ family: 'ratio' }, 900, counts(3489, 3600)),
    872,
    '8.7225',
  ],
  ['C10 0,465 is rounded to 0,47', evaluated({ family: 'ratio' }, 100, counts(465, 1000)), 47],
  ['C10 0,4649 is rounded to 0,46', evaluated({ family: 'ratio' }, 100, counts(4649, 10_000)), 46],
  [
    'C10 2,675 is rounded to 2,68, which binary numbers miss',
    evaluated({ family: 'ratio' }, 1000, counts(2675, 10_000)),
    268,
  ],
  [
    'half the target is half the points',
    evaluated({ family: 'target', target: 7000 }, 150, counts(35, 100)),
    75,
  ],
  [
    'more than the target is no more than the maximum',
    evaluated({ family: 'target', target: 7000 }, 150, counts(90, 100)),
    150,
  ],
  ['an index of 91 of 100 gives 0,91', evaluated({ family: 'index', full: 100 }, 100, { x: '91' }), 91],
  ['PAPI 44 of 80 is 55 %', evaluated({ family: 'index', full: 80 }, 300, { x: '44' }), 165],
  [
    'a level gives its share',
    evaluated({ family: 'level', levels: [{ key: 'good', title: 'Tốt', share: 7500 }] }, 200, {
      level: 'good',
    }),
    150,
  ],
  ['approved claims are added', evaluated(claims, 500, { n: '3' }), 300],
  ['approved claims are held to five', evaluated(claims, 500, { n: '6.5' }), 500],
  ['penalties go below zero', evaluated({ family: 'penalty' }, 0, { n: '0.5' }), -50],
  ['penalties stop at their cap', evaluated({ family: 'penalty', cap: 100 }, 0, { n: '3' }), -100],
  ['points are typed where no rule is known', evaluated({ family: 'typed' }, 100, {}, { typed: 85 }), 85],
  ['nothing typed is no points, not zero', evaluated({ family: 'typed' }, 100, {}), null],
  [
    'a figure that is not known is no points, not zero',
    evaluated({ family: 'ratio' }, 100, { b: null, a: '3' }),
    null,
  ],
  [
    'not applicable may be full points',
    evaluated({ family: 'typed' }, 100, {}, { isNotApplicable: true }),
    100,
  ],
  ['or none', evaluated({ family: 'typed' }, 100, {}, { isNotApplicable: true, notApplicable: 'zero' }), 0],
  [
    'a formula is exact: 0.1 + 0.2 is 0.3',
    evaluated({ family: 'formula', branches: [{ points: 'x + y' }] }, 100, { x: '0.1', y: '0.2' }),
    30,
    '0.3',
  ],
  [
    'the first branch that holds counts',
    evaluated(
      { family: 'formula', branches: [{ when: 'b >= a', points: 'max' }, { points: 'max / 2' }] },
      100,
      counts(3, 4),
    ),
    50,
  ],
  [
    'a formula that divides by zero has no points',
    evaluated({ family: 'formula', branches: [{ points: 'b / a' }] }, 100, counts(1, 0)),
    null,
  ],
  [
    'parts are added before they are rounded: 0,335 + 0,335 is 0,67',
    evaluated(
      {
        family: 'parts',
        parts: ['p', 'q'].map((key) => ({
          key,
          title: key,
          maxPoints: 50,
          score: { family: 'ratio' as const },
        })),
      },
      100,
      { p_b: '67', p_a: '100', q_b: '67', q_a: '100' },
    ),
    67,
  ],
  [
    'a cap holds down to its share of the maximum',
    evaluated(
      { family: 'ratio' },
      100,
      { ...counts(9, 10), n: '1' },
      {
        caps: [{ title: 'Có vi phạm', when: { of: 'quantity', key: 'n', atLeast: 1 }, share: 5000 }],
      },
    ),
    50,
  ],
];

describe('points of a leaf', () => {
  it.each(CASES)('%s', (_, evaluation, points, unrounded) => {
    expect(evaluation.points).toBe(points);
    if (unrounded !== undefined) expect(evaluation.unrounded).toBe(unrounded);
  });

  it('C13 without a survey 63,17 of 70 is 90,24 of 100', () => {
    expect(rescale(6317, 3000, 10_000)).toBe(9024);
  });

  it('caps that look at another leaf see it before its own caps', () => {
    const rule = (caps: unknown[], score: Rule['score']) =>
      ruleSchema.parse({
        score,
        caps,
        quantities: [],
        scoredBy: 'self',
        words: '',
        source: '',
        isDraft: true,
        evidence: [],
      });
    const typed = (points: number) => ({ measured: {}, points, isNotApplicable: false });
    const capOn = (code: string) => [
      { title: 'kỷ luật', when: { of: 'leaf', code, below: 50 }, share: 5000 },
    ];
    const found = evaluateLeaves([
      {
        code: 'A',
        maxPoints: 100,
        version: 0,
        rule: rule(capOn('B'), { family: 'typed' }),
        input: typed(100),
      },
      {
        code: 'B',
        maxPoints: 100,
        version: 0,
        rule: rule(capOn('A'), { family: 'typed' }),
        input: typed(40),
      },
    ]);
    expect([found.get('A')?.points, found.get('B')?.points]).toEqual([50, 40]);
  });
});

describe('the losses of 2025, told', () => {
  it.each([
    ['I.1.1', evaluated({ family: 'ratio' }, 100, counts(17, 20)), '17 / 20 = 85 % → 0,85 điểm'],
    [
      'I.5',
      evaluated({ family: 'count', unit: 50 }, 150, { n: '1' }),
      '1 × 0,50 = 0,50 điểm, còn chỗ cho 2 nội dung nữa → 0,50 điểm',
    ],
    ['I.7', evaluated(floor80, 50, counts(49, 50)), '49 / 50 = 98 % → 0,49 điểm'],
    [
      'V.5',
      evaluated({ family: 'any_fault' }, 50, { n: '1' }),
      'Có 1 trường hợp vi phạm: 0 điểm → 0,00 điểm',
    ],
    ['V.8', evaluated({ family: 'ratio' }, 200, counts(3, 4)), '3 / 4 = 75 % → 1,50 điểm'],
    [
      'VI.2.1',
      evaluated({ family: 'deduction', step: 25 }, 50, { n: '1' }),
      '1 lỗi × 0,25 = trừ 0,25 điểm → 0,25 điểm',
    ],
    [
      'VII.2.2',
      evaluated({ family: 'ratio' }, 100, counts(1812, 2013)),
      '1.812 / 2.013 = 90,01 % → 0,90 điểm',
    ],
  ])('%s', (_, evaluation, sentence) => {
    expect(sayResult(evaluation, 'vi')).toBe(sentence);
  });

  it('step by step, in both languages', () => {
    const signed = evaluated({ family: 'ratio' }, 100, counts(1812, 2013));
    expect(sayEvaluation(signed, 'vi')).toEqual([
      '1.812 / 2.013 = 90,01 %.',
      '90,01 % của điểm tối đa là 0,90014903 điểm.',
      'Làm tròn 0,90014903 thành 0,90.',
      'Kết quả: 0,90 / 1,00 điểm.',
    ]);
    expect(sayEvaluation(signed, 'en').at(-1)).toBe('Result: 0.90 of 1.00 points.');
  });
});
