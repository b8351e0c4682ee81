import { describe, expect, it } from 'vitest';
import type { KeptRule } from '#core/scoring/rule.ts';
import { proofColumns } from './proof-columns.ts';
import { countFamilies, filterRules, ruleLines } from './rule-list.ts';
import { type RuleSearch, readRuleAddress } from './rule-search.ts';

const kept = (code: string, family: 'yes_no' | 'any_fault', isDraft: boolean) =>
  ({ code, rule: { score: { family }, isDraft } }) as KeptRule;
const row = (code: string, title: string) => ({ code, title, maxPoints: 100, isLeaf: true });
const LINES = ruleLines(
  [kept('I.1.1', 'yes_no', true), kept('V.5', 'any_fault', false), kept('X.9', 'yes_no', true)],
  [row('I.1.1', 'Kế hoạch cải cách hành chính'), row('V.5', 'Kỷ luật, kỷ cương hành chính')],
);

describe('the list of rules', () => {
  it('leaves out rules without a leaf in the plan', () => {
    expect(LINES.map((line) => line.kept.code)).toEqual(['I.1.1', 'V.5']);
  });

  it.each<[string, RuleSearch, string[]]>([
    ['words without diacritics', { q: 'ky luat' }, ['V.5']],
    ['a branch by its code', { q: 'i.1.' }, ['I.1.1']],
    ['a family', { family: 'any_fault' }, ['V.5']],
    ['drafts only', { state: 'draft' }, ['I.1.1']],
    ['nothing asked', {}, ['I.1.1', 'V.5']],
  ])('finds %s', (_, search, codes) => {
    expect(filterRules(LINES, search).map((line) => line.kept.code)).toEqual(codes);
  });

  it('counts families in their fixed order', () => {
    expect(countFamilies(LINES)).toEqual([
      { family: 'yes_no', count: 1 },
      { family: 'any_fault', count: 1 },
    ]);
  });

  it('leaves out of an address what is no filter', () => {
    expect(readRuleAddress({ q: '', family: 'magic', state: 'draft' })).toEqual({
      q: undefined,
      family: undefined,
      state: 'draft',
    });
  });
});

describe('the columns beside a leaf', () => {
  it('are the first two and those its quantities look at', () => {
    const columns = ['name', 'kind', 'note', 'due_on', 'sent_on'].map((key) => ({
      key,
      title: key,
      kind: 'text' as const,
      isRequired: false,
    }));
    const shown = proofColumns(columns, [
      {
        key: 'n',
        title: 'n',
        source: 'count',
        window: 'calendar',
        where: [{ test: 'late', column: 'sent_on', due: 'due_on' }],
      },
    ]);
    expect(shown.map(({ key }) => key)).toEqual(['name', 'kind', 'due_on', 'sent_on']);
  });
});
