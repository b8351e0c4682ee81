import type { Rule, Score } from '#core/scoring/rule.ts';
import { foldedWords } from '#core/vietnamese.ts';
import { HANOI_2025_RULES } from './hanoi-2025-rules.ts';
import { HANOI_2025_WARD } from './hanoi-2025-ward.ts';

const SOURCE =
  'Bản dự thảo theo cách chấm thường gặp; cần đối chiếu với phụ lục của Quyết định số 5666/QĐ-UBND ngày 17/11/2025 của UBND thành phố Hà Nội.';

/** Words a leaf shares with the catalogue's, of all words of both; below this it is another criterion. */
const ALIKE = 0.6;

type Leaf = { code: string; title: string; source: 'self' | 'survey' | 'bonus' | 'penalty' };

const TITLE_BY_CODE = new Map(HANOI_2025_WARD.map(({ code, title }) => [code, new Set(foldedWords(title))]));
const draftByCode = new Map<string, Rule>();

/**
 * The rule a leaf begins with: the draft for Hà Nội's wards where both its code and its words are
 * that criterion's, otherwise points typed by hand with their reason. Scans and web copies differ in
 * single words, so most of the words have to be the same, not all.
 */
export function draftRuleFor({ code, title, source }: Leaf): Rule {
  const words = TITLE_BY_CODE.get(code);
  const draft = HANOI_2025_RULES[code];
  if (!words || !draft || !isAlike(words, new Set(foldedWords(title)))) return typedRule(source);
  const kept = draftByCode.get(code);
  if (kept) return kept;
  const rule: Rule = {
    caps: [],
    notApplicable: 'full',
    zeroDenominator: 'full',
    ...draft,
    source: SOURCE,
    isDraft: true,
  };
  draftByCode.set(code, rule);
  return rule;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = [...one].filter((word) => other.has(word)).length;
  return both >= ALIKE * (one.size + other.size - both);
}

const SCORED_BY: Readonly<Record<Leaf['source'], Rule['scoredBy']>> = {
  self: 'self',
  survey: 'survey',
  bonus: 'appraiser',
  penalty: 'appraiser',
};

function typedRule(source: Leaf['source']): Rule {
  const score: Score = { family: 'typed' };
  return {
    score,
    quantities: [],
    caps: [],
    notApplicable: 'full',
    zeroDenominator: 'full',
    scoredBy: SCORED_BY[source],
    words: '',
    source: '',
    isDraft: true,
    evidence: [],
  };
}
