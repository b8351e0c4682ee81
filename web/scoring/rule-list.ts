import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { FAMILIES, type Family } from '#core/scoring/families.ts';
import type { KeptRule } from '#core/scoring/rule.ts';
import { foldText } from '#core/vietnamese.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import type { RuleSearch } from './rule-search.ts';

/** A rule beside the leaf it scores. */
export type RuleLine = { kept: KeptRule; title: string; maxPoints: number };

/** The rules of the leaves there are, in the order given, with the words of their rows. */
export function ruleLines(
  rules: readonly KeptRule[],
  rows: readonly Pick<AnnexRow, 'code' | 'title' | 'maxPoints' | 'isLeaf'>[],
): RuleLine[] {
  const rowByCode = new Map(rows.filter(({ isLeaf }) => isLeaf).map((row) => [row.code, row]));
  return rules.flatMap((kept) => {
    const row = rowByCode.get(kept.code);
    return row ? [{ kept, title: row.title, maxPoints: row.maxPoints }] : [];
  });
}

/** A query that is a code means that branch; anything else is looked for in the titles, without diacritics. */
export function filterRules(lines: readonly RuleLine[], search: RuleSearch): RuleLine[] {
  const asked = foldText(search.q ?? '')
    .trim()
    .replace(/\.$/u, '');
  return lines.filter(({ kept: { code, rule }, title }) => {
    if (search.family !== undefined && rule.score.family !== search.family) return false;
    if (search.state !== undefined && rule.isDraft !== (search.state === 'draft')) return false;
    const folded = foldText(code);
    return folded === asked || folded.startsWith(`${asked}.`) || isSaidIn(asked, code, title);
  });
}

/** How many rules each family has, in the fixed order of families, those without any left out. */
export function countFamilies(lines: readonly RuleLine[]): { family: Family; count: number }[] {
  return FAMILIES.map((family) => ({
    family,
    count: lines.filter(({ kept }) => kept.rule.score.family === family).length,
  })).filter(({ count }) => count > 0);
}
