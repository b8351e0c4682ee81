import { describe, expect, it } from 'vitest';
import { arrangeTree, BY_CODE, leavesOf } from '#core/criteria/tree.ts';
import { refuseQuantities } from '#core/registers/refuse-quantity.ts';
import { registerSchema } from '#core/registers/register.ts';
import { evaluateLeaf } from '#core/scoring/evaluate.ts';
import { sayResult } from '#core/scoring/evaluation-sentences.ts';
import { refuseRule } from '#core/scoring/refuse-rule.ts';
import { type Rule, ruleSchema } from '#core/scoring/rule.ts';
import { sayRule } from '#core/scoring/rule-sentences.ts';
import { draftRuleFor } from './draft-rules.ts';
import { HANOI_2025_WARD } from './hanoi-2025-ward.ts';
import { REGISTERS } from './registers.ts';

const leaves = leavesOf(arrangeTree(HANOI_2025_WARD, BY_CODE)).map((at) => HANOI_2025_WARD[at]!);
const ruleOf = (leaf: (typeof leaves)[number]) => draftRuleFor({ ...leaf, source: leaf.scoredBy });

describe('the registers of the catalogue', () => {
  it('are 24, each whole and with the column that dates its rows', () => {
    expect(REGISTERS.map(({ number }) => number)).toEqual(
      Array.from({ length: 24 }, (_, position) => `5.${position + 1}`),
    );
    expect(new Set(REGISTERS.map(({ key }) => key)).size).toBe(24);
    for (const register of REGISTERS) {
      expect(registerSchema.parse(register)).toEqual(register);
      const dated = register.columns.find(({ key }) => key === register.dateColumn);
      expect(['date', 'month'], register.key).toContain(dated?.kind);
      expect(dated?.isRequired || register.source === 'tasks', register.key).toBe(true);
      expect(new Set(register.columns.map(({ key }) => key)).size).toBe(register.columns.length);
    }
  });

  it('yields measures for leaves, every one of them but those only kept for papers', () => {
    const used = new Set(leaves.flatMap((leaf) => ruleOf(leaf).quantities.map(({ register }) => register)));
    expect(REGISTERS.filter(({ key }) => !used.has(key)).map(({ key }) => key)).toEqual([]);
  });
});

describe('the draft rules', () => {
  it.each(leaves.map((leaf) => [leaf.code, leaf] as const))('of %s can score', (_, leaf) => {
    const rule = ruleOf(leaf);
    expect(ruleSchema.parse(rule)).toEqual(rule);
    expect(rule.score.family).not.toBe('typed');
    expect(refuseRule(rule, leaf.maxPoints)).toBeUndefined();
    expect(refuseQuantities(rule.quantities, REGISTERS)).toBeUndefined();
    expect(rule.isDraft && rule.words.length > 10 && rule.evidence.length > 0).toBe(true);
    expect(sayRule(rule, leaf.maxPoints, 'vi').length).toBeGreaterThan(3);
  });

  it.each([
    [
      'the same words with slips of scanning',
      'VII.4',
      'Đảm bảo hạ tằng CNTT phục vụ người dân, doanh nghiệp',
      'yes_no',
    ],
    ['other words under the same code', 'VII.4', 'Số lượt tra cứu cổng dữ liệu mở', 'typed'],
    ['a code of another set', 'VII.44', 'Đảm bảo hạ tầng CNTT phục vụ người dân, doanh nghiệp', 'typed'],
  ])('begins with %s', (_, code, title, family) => {
    expect(draftRuleFor({ code, title, source: 'self' }).score.family).toBe(family);
  });
});

describe('the points lost in 2025', () => {
  const told = (code: string, measured: Record<string, string>) => {
    const leaf = leaves.find((each) => each.code === code)!;
    const rule: Rule = ruleOf(leaf);
    const input = { measured, points: null, isNotApplicable: false };
    const evaluation = evaluateLeaf({ code, maxPoints: leaf.maxPoints, rule, version: 0, input });
    return [evaluation.points, sayResult(evaluation, 'vi')];
  };

  it.each([
    ['I.1.1', { b: '17', a: '20' }, 85, '17 / 20 = 85 % → 0,85 điểm'],
    ['I.5', { n: '1' }, 50, '1 × 0,50 = 0,50 điểm, còn chỗ cho 2 nội dung nữa → 0,50 điểm'],
    ['I.7', { b: '49', a: '50' }, 49, '49 / 50 = 98 % → 0,49 điểm'],
    ['V.5', { n: '1' }, 0, 'Có 1 trường hợp vi phạm: 0 điểm → 0,00 điểm'],
    ['V.8', { b: '75', a: '100' }, 150, '75 / 100 = 75 % → 1,50 điểm'],
    ['VI.2.1', { n: '1' }, 25, '1 lỗi × 0,25 = trừ 0,25 điểm → 0,25 điểm'],
    ['VII.2.2', { b: '1812', a: '2013' }, 90, '1.812 / 2.013 = 90,01 % → 0,90 điểm'],
    ['VIII.3.1', { x: '91' }, 91, undefined],
    ['VIII.3.3', { x: '96.9' }, 872, undefined],
    ['IX.1', { n: '3' }, 300, undefined],
  ] as const)('%s is reproduced by its rule', (code, measured, points, sentence) => {
    const [found, said] = told(code, measured);
    expect(found).toBe(points);
    if (sentence) expect(said).toBe(sentence);
  });
});
