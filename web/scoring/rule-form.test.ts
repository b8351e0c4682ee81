import { describe, expect, it } from 'vitest';
import { HANOI_2025_RULES } from '#catalog/hanoi-2025-rules.ts';
import { REGISTERS } from '#catalog/registers.ts';
import { type Rule, ruleSchema } from '#core/scoring/rule.ts';
import { type FormFault, formToRule, type KindOfColumn } from './read-rule-form.ts';
import { emptyPart, keysNeeded, type RuleForm, ruleToForm, withNeeded } from './rule-form.ts';

const kindOf: KindOfColumn = (register, column) =>
  REGISTERS.find(({ key }) => key === register)?.columns.find(({ key }) => key === column)?.kind;

const rule = (more: object): Rule =>
  ruleSchema.parse({
    score: { family: 'ratio', floor: 9500 },
    quantities: [
      { key: 'b', title: 'Đúng hạn', source: 'typed' },
      { key: 'a', title: 'Tổng', source: 'typed' },
    ],
    scoredBy: 'self',
    words: 'Từ 95 % trở lên tính theo tỷ lệ',
    source: 'Phụ lục 2, trang 12',
    isDraft: true,
    evidence: ['Danh mục văn bản', 'Ảnh chụp hệ thống'],
    ...more,
  });

const RULES: [sentence: string, more: object][] = [
  ['yes or no', { score: { family: 'yes_no' } }],
  ['a ratio with a floor and a full mark', { score: { family: 'ratio', floor: 9500, full: 9850 } }],
  ['steps of a share', { score: { family: 'steps', of: 'share', steps: [{ from: 8050, points: 75 }] } }],
  ['steps of a number', { score: { family: 'steps', of: 'number', steps: [{ from: 1200, points: 100 }] } }],
  ['a target', { score: { family: 'target', target: 7000 } }],
  ['a deduction', { score: { family: 'deduction', step: 25 } }],
  ['any fault', { score: { family: 'any_fault' } }],
  ['a count', { score: { family: 'count', unit: 50 } }],
  ['levels', { score: { family: 'level', levels: [{ key: 'tot', title: 'Tốt', share: 7500 }] } }],
  [
    'survey answers of a reverse item',
    {
      score: {
        family: 'survey',
        options: [
          { key: 'co', title: 'Có', weight: 10_000 },
          { key: 'khong', title: 'Không', weight: 0 },
        ],
        isReverse: true,
      },
    },
  ],
  ['an index', { score: { family: 'index', full: 80 } }],
  ['a penalty with a cap', { score: { family: 'penalty', cap: 200 } }],
  [
    'a formula in branches',
    {
      score: {
        family: 'formula',
        branches: [{ when: 'b >= a', points: 'max' }, { points: 'b / a * max' }],
      },
    },
  ],
  [
    'several parts',
    {
      score: {
        family: 'parts',
        parts: [
          { key: 'p1', title: 'Ban hành', maxPoints: 50, score: { family: 'yes_no' } },
          { key: 'p2', title: 'Kết quả', maxPoints: 50, score: { family: 'ratio', floor: 8000 } },
        ],
      },
    },
  ],
  [
    'limits that look at a quantity and at a leaf',
    {
      caps: [
        { title: 'Có kỷ luật', when: { of: 'quantity', key: 'n', atLeast: 1 }, share: 5000 },
        { title: 'V.5 mất điểm', when: { of: 'leaf', code: 'V.5', below: 50 }, share: 0 },
      ],
    },
  ],
];

describe('a rule through its form', () => {
  it.each(RULES)('%s comes back as it was, in both languages', (_, more) => {
    const one = rule(more);
    for (const language of ['vi', 'en'] as const) {
      expect(formToRule(ruleToForm(one, language), kindOf)).toEqual({ rule: one });
    }
  });

  it.each(Object.entries(HANOI_2025_RULES))('the draft of %s comes back as it was', (_, draft) => {
    const one = rule(draft);
    const read = formToRule(ruleToForm(one, 'vi'), kindOf);
    expect(read).toEqual({ rule: one });
  });
});

const FAULTS: [sentence: string, change: (form: RuleForm) => Partial<RuleForm>, field: string, FormFault][] =
  [
    [
      'a floor in words',
      ({ score }) => ({ score: { ...score, floor: 'chín lăm' } }),
      'score.floor',
      'percent',
    ],
    [
      'a target left empty',
      ({ score }) => ({ score: { ...score, family: 'target' } }),
      'score.target',
      'percent',
    ],
    [
      'points of a step beyond two decimals',
      ({ score }) => ({
        score: { ...score, family: 'steps', steps: [{ id: '1', from: '80', points: '0,125' }] },
      }),
      'score.steps.0.points',
      'points',
    ],
    [
      'no step at all',
      ({ score }) => ({ score: { ...score, family: 'steps', steps: [] } }),
      'score.steps',
      'too_few',
    ],
    [
      'a part without a title',
      () => ({ hasParts: true, parts: [emptyPart('p1')] }),
      'score.parts.0.title',
      'empty',
    ],
    [
      'a quantity from no register',
      ({ quantities }) => ({ quantities: quantities.map((each) => ({ ...each, source: 'count' as const })) }),
      'quantities.0.register',
      'empty',
    ],
    [
      'a key with diacritics',
      ({ quantities }) => ({ quantities: quantities.map((each) => ({ ...each, key: 'số' })) }),
      'quantities.1.key',
      'key',
    ],
  ];

describe('what a form cannot be read as', () => {
  it.each(FAULTS)('%s is told at its field', (_, change, field, fault) => {
    const form = ruleToForm(rule({}), 'vi');
    const read = formToRule({ ...form, ...change(form) }, kindOf);
    expect('faults' in read && read.faults.get(field)).toBe(fault);
  });
});

describe('the quantities a score needs', () => {
  it('are added with the family and stay when it is left', () => {
    const form = ruleToForm(rule({}), 'vi');
    const changed = withNeeded({ ...form, score: { ...form.score, family: 'count' } });
    expect(changed.quantities.map(({ key, source }) => [key, source])).toEqual([
      ['b', 'typed'],
      ['a', 'typed'],
      ['n', 'typed'],
    ]);
    expect(withNeeded(changed)).toBe(changed);
  });

  it('of parts carry the key of the part', () => {
    const form = ruleToForm(rule({}), 'vi');
    expect(keysNeeded({ ...form, hasParts: true, parts: [emptyPart('p1')] })).toEqual(['p1_b', 'p1_a']);
  });
});
