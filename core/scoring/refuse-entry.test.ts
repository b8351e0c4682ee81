import { describe, expect, it } from 'vitest';
import { refuseEntry } from './refuse-entry.ts';
import { type Rule, ruleSchema } from './rule.ts';

const rule = (score: Rule['score'], keys: string[], measured: string[] = []): Rule =>
  ruleSchema.parse({
    score,
    quantities: [
      ...keys.map((key) => ({ key, title: key, source: 'typed' })),
      ...measured.map((key) => ({ key, title: key, source: 'count', register: 'reports' })),
    ],
    scoredBy: 'self',
    words: '',
    source: '',
    isDraft: true,
    evidence: [],
  });

const ratio = rule({ family: 'ratio' }, ['b', 'a'], ['n']);
const yesNo = rule({ family: 'yes_no' }, ['yes']);
const levels = rule({ family: 'level', levels: [{ key: 'good', title: 'Tốt', share: 7500 }] }, ['level']);
const unknown = rule({ family: 'typed' }, []);
const parts = rule(
  {
    family: 'parts',
    parts: [
      { key: 'plan', title: 'Ban hành kế hoạch', maxPoints: 50, score: { family: 'yes_no' } },
      { key: 'done', title: 'Hoàn thành', maxPoints: 50, score: { family: 'ratio' } },
    ],
  },
  ['plan_yes', 'done_b', 'done_a'],
);

type Typed = Partial<Parameters<typeof refuseEntry>[3]>;
const CASES: [sentence: string, rule: Rule, typed: Typed, kind: string | undefined, isPenalty?: boolean][] = [
  ['both figures of a ratio are taken', ratio, { quantities: { b: '1812', a: '2013' } }, undefined],
  ['four decimals are taken', ratio, { quantities: { b: '96.9215' } }, undefined],
  ['five decimals are refused', ratio, { quantities: { b: '96.92151' } }, 'quantity_unreadable'],
  ['a decimal comma is the page’s business', ratio, { quantities: { b: '96,9' } }, 'quantity_unreadable'],
  ['a negative figure is refused', ratio, { quantities: { b: '-1' } }, 'quantity_unreadable'],
  ['an exponent is refused', ratio, { quantities: { b: '1e9' } }, 'quantity_unreadable'],
  ['a measured figure is not typed', ratio, { quantities: { n: '3' } }, 'quantity_not_typed'],
  ['a figure nobody asked for is refused', ratio, { quantities: { x: '3' } }, 'quantity_not_typed'],
  ['null takes a figure back', ratio, { quantities: { b: null, x: null } }, undefined],
  ['yes is 1', yesNo, { quantities: { yes: '1' } }, undefined],
  ['yes is not 2', yesNo, { quantities: { yes: '2' } }, 'quantity_unreadable'],
  ['a level by its key is taken', levels, { quantities: { level: 'good' } }, undefined],
  ['an unknown level is refused', levels, { quantities: { level: 'best' } }, 'level_unknown'],
  ['a part is answered yes or no', parts, { quantities: { plan_yes: '3' } }, 'quantity_unreadable'],
  ['figures of a part are taken', parts, { quantities: { done_b: '17', done_a: '20' } }, undefined],
  ['points are refused where a rule gives them', ratio, { points: 50, reason: 'r' }, 'points_by_rule'],
  ['points of an unknown rule are taken with a reason', unknown, { points: 50, reason: 'r' }, undefined],
  ['without a reason they are not', unknown, { points: 50 }, 'reason_needed'],
  ['over the maximum they are not', unknown, { points: 101, reason: 'r' }, 'points_out_of_range'],
  ['below zero they are not', unknown, { points: -1, reason: 'r' }, 'points_out_of_range'],
  ['a penalty goes below zero', unknown, { points: -25, reason: 'r' }, undefined, true],
  ['a penalty does not go above zero', unknown, { points: 1, reason: 'r' }, 'points_out_of_range', true],
  ['not applicable needs a reason', ratio, { isNotApplicable: true }, 'reason_needed'],
  ['not applicable with a reason is taken', ratio, { isNotApplicable: true, reason: 'r' }, undefined],
];

describe('what is typed for a leaf', () => {
  it.each(CASES)('%s', (_, of, typed, kind, isPenalty = false) => {
    const entry = { quantities: {}, points: null, isNotApplicable: false, reason: '', ...typed };
    expect(refuseEntry(of, 100, isPenalty, entry)?.kind).toBe(kind);
  });
});
