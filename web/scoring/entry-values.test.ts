import { describe, expect, it } from 'vitest';
import type { LeafEntry } from '#core/scoring/leaf-score.ts';
import { type Rule, ruleSchema } from '#core/scoring/rule.ts';
import { askedOf, type EntryForm, entryToForm, formToEntry } from './entry-values.ts';
import { decimalText, readQuantity, readShare, readWhole, shareText } from './typed-numbers.ts';

const rule = (score: object, keys: string[]): Rule =>
  ruleSchema.parse({
    score,
    quantities: keys.map((key) => ({ key, title: key, source: 'typed' })),
    scoredBy: 'self',
    words: '',
    source: '',
    isDraft: true,
    evidence: [],
  });
const RATIO = rule({ family: 'ratio' }, ['b', 'a']);
const TYPED = rule({ family: 'typed' }, []);
const EMPTY: LeafEntry = {
  quantities: {},
  points: null,
  isNotApplicable: false,
  reason: '',
  version: 0,
  changedBy: null,
  changedAt: null,
};

describe('percentages', () => {
  const CASES: [typed: string, share: number | undefined][] = [
    ['95', 9500],
    ['95 %', 9500],
    ['92,5', 9250],
    ['92.05%', 9205],
    ['0', 0],
    ['200', 20_000],
    ['201', undefined],
    ['92,125', undefined],
    ['-5', undefined],
    ['', undefined],
    ['b/a', undefined],
  ];
  it.each(CASES)('"%s" is read', (typed, share) => {
    expect(readShare(typed)).toBe(share);
  });

  it.each([0, 1, 5, 50, 950, 9205, 9250, 9500, 10_000, 20_000])('%d comes back from its field', (share) => {
    expect(readShare(shareText(share, 'vi'))).toBe(share);
    expect(readShare(shareText(share, 'en'))).toBe(share);
  });
});

describe('figures', () => {
  const CASES: [typed: string, decimal: string | null | undefined][] = [
    ['1812', '1812'],
    ['1.812', '1812'],
    ['1 812', '1812'],
    ['96,92', '96.92'],
    ['96.92', '96.92'],
    ['', null],
    ['-1', undefined],
    ['nhiều', undefined],
  ];
  it.each(CASES)('"%s" is read', (typed, decimal) => {
    expect(readQuantity(typed)).toBe(decimal);
  });

  it.each(['0', '1812', '96.92', '1.812', '12.5', '1234567.8912'])(
    '%s comes back from its field',
    (decimal) => {
      expect(readQuantity(decimalText(decimal, 'vi'))).toBe(decimal);
      expect(readQuantity(decimalText(decimal, 'en'))).toBe(decimal);
    },
  );

  it.each([
    ['1.200', 1200],
    ['12', 12],
    ['1,5', undefined],
    ['', undefined],
  ])('"%s" is a whole number or none', (typed, whole) => {
    expect(readWhole(typed)).toBe(whole);
  });
});

describe('what a typed quantity asks for', () => {
  const parts = rule(
    {
      family: 'parts',
      parts: [
        { key: 'p1', title: 'Ban hành', maxPoints: 50, score: { family: 'yes_no' } },
        { key: 'p2', title: 'Kết quả', maxPoints: 50, score: { family: 'ratio' } },
      ],
    },
    ['p1_yes', 'p2_b', 'p2_a'],
  );
  it.each<[string, Rule, string, string]>([
    ['a part of an ratio a figure', parts, 'p2_b', 'number'],
    ['yes or no of a part', parts, 'p1_yes', 'yes_no'],
    ['yes or no', rule({ family: 'yes_no' }, ['yes']), 'yes', 'yes_no'],
    [
      'one of the levels',
      rule({ family: 'level', levels: [{ key: 'tot', title: 'Tốt', share: 7500 }] }, ['level']),
      'level',
      'level',
    ],
  ])('%s', (_, of, key, kind) => {
    expect(askedOf(of, key).kind).toBe(kind);
  });
});

describe('an entry from its fields', () => {
  const form = (rule_: Rule, change: Partial<EntryForm>): EntryForm => ({
    ...entryToForm(rule_, EMPTY, 'vi'),
    ...change,
  });

  it('takes figures as exact decimals and an empty field as not known', () => {
    const read = formToEntry(RATIO, form(RATIO, { quantities: { b: '1.812', a: '' } }), 3);
    expect(read).toEqual({
      input: {
        quantities: { b: '1812', a: null },
        points: null,
        isNotApplicable: false,
        reason: '',
        version: 3,
      },
    });
  });

  it.each<[string, Rule, Partial<EntryForm>, [string, string][]]>([
    ['a figure in words', RATIO, { quantities: { b: 'nhiều', a: '3' } }, [['b', 'not_number']]],
    ['points in words', TYPED, { points: 'đủ', reason: 'biên bản' }, [['points', 'not_points']]],
    ['points without a reason', TYPED, { points: '0,5', reason: ' ' }, [['reason', 'reason_needed']]],
    ['not applicable without a reason', RATIO, { isNotApplicable: true }, [['reason', 'reason_needed']]],
  ])('refuses %s at its field', (_, of, change, faults) => {
    const read = formToEntry(of, form(of, change), 0);
    expect('faults' in read && [...read.faults]).toEqual(faults);
  });

  it('takes points only where no rule gives them', () => {
    const read = formToEntry(TYPED, form(TYPED, { points: '0,85', reason: 'biên bản' }), 1);
    expect('input' in read && read.input.points).toBe(85);
    const ofRatio = formToEntry(RATIO, form(RATIO, { points: '0,85' }), 1);
    expect('input' in ofRatio && ofRatio.input.points).toBeNull();
  });
});
