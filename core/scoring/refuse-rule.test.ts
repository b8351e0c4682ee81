import { describe, expect, it } from 'vitest';
import type { Quantity } from '#core/registers/quantity.ts';
import { refuseRule } from './refuse-rule.ts';
import { type Rule, ruleSchema, type Score } from './rule.ts';

const typed = (key: string): Partial<Quantity> => ({ key, title: `Số ${key}`, source: 'typed' });
const rule = (score: Score, quantities: Partial<Quantity>[] = []): Rule =>
  ruleSchema.parse({
    score,
    quantities,
    scoredBy: 'self',
    words: '',
    source: '',
    isDraft: true,
    evidence: [],
  });
const ratio: Score = { family: 'ratio' };
const count = (unit: number) => ({ family: 'count' as const, unit });
const formula = (...branches: { when?: string; points: string }[]): Score => ({
  family: 'formula',
  branches,
});
const part = (key: string, maxPoints: number) => ({ key, title: key, maxPoints, score: count(10) });

describe('a rule of a leaf of 1,00 point', () => {
  it.each<[string, Rule, unknown]>([
    ['with all its family asks for stands', rule(ratio, [typed('b'), typed('a')]), undefined],
    [
      'that lacks a quantity of its family is refused',
      rule(ratio, [typed('b')]),
      { kind: 'quantity_missing', field: 'quantities', key: 'a' },
    ],
    [
      'with one quantity twice is refused',
      rule(ratio, [typed('b'), typed('a'), typed('b')]),
      { kind: 'quantity_twice', field: 'quantities.2', key: 'b' },
    ],
    [
      'with a constant without a number is refused',
      rule(ratio, [typed('b'), { key: 'a', title: 'Mẫu số', source: 'constant' }]),
      { kind: 'quantity_incomplete', field: 'quantities.1', title: 'Mẫu số' },
    ],
    [
      'that counts rows of no register is refused',
      rule(ratio, [typed('b'), { key: 'a', title: 'Mẫu số', source: 'count' }]),
      { kind: 'quantity_incomplete', field: 'quantities.1', title: 'Mẫu số' },
    ],
    [
      'of parts that come to its maximum stands',
      rule({ family: 'parts', parts: [part('x', 60), part('y', 40)] }, [typed('x_n'), typed('y_n')]),
      undefined,
    ],
    [
      'of parts beyond its maximum is refused',
      rule({ family: 'parts', parts: [part('x', 60), part('y', 50)] }, [typed('x_n'), typed('y_n')]),
      { kind: 'parts_over_maximum', field: 'score.parts', maximum: 100, sum: 110 },
    ],
    [
      'with a part twice is refused',
      rule({ family: 'parts', parts: [part('x', 60), part('x', 40)] }, [typed('x_n')]),
      { kind: 'twice_the_same', field: 'score.parts', key: 'x' },
    ],
    [
      'with a formula over its quantities stands',
      rule(formula({ when: 'b >= 95', points: 'max' }, { points: 'b / 100 * max' }), [typed('b')]),
      undefined,
    ],
    [
      'with a formula of a name nobody declared is refused',
      rule(formula({ points: 'c * 2' }), [typed('b')]),
      { kind: 'formula_wrong', field: 'score.branches.0.points', fault: 'unknown_name', what: 'c' },
    ],
    [
      'whose quantity takes the name of the maximum is refused where a formula reads it',
      rule(formula({ points: 'max' }), [typed('max')]),
      { kind: 'name_taken', field: 'quantities', key: 'max' },
    ],
    [
      'whose last branch leaves a case without points is refused',
      rule(formula({ when: 'b > 1', points: 'max' }), [typed('b')]),
      { kind: 'last_branch_open', field: 'score.branches.0.when' },
    ],
  ])('%s', (_, written, refusal) => {
    expect(refuseRule(written, 100)).toEqual(refusal);
  });

  it.each([
    ['a call of anything but arithmetic', 'require(1)'],
    ['a property', 'b.constructor'],
    ['an index', 'b[0]'],
    ['an assignment', 'b = 1'],
    ['a text', '"x"'],
    ['this', 'this'],
    ['a comma', 'b, b'],
    ['words that are none', 'b +'],
  ])('with a formula that holds %s is refused', (_, points) => {
    expect(refuseRule(rule(formula({ points }), [typed('b')]), 100)).toMatchObject({ kind: 'formula_wrong' });
  });
});
