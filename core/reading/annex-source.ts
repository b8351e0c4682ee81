import { comparableText, foldText } from '#core/vietnamese.ts';
import type { ScoredBy } from './plan-reading.ts';

const SURVEY = /\bdtxhh\b|dieu tra xa hoi hoc|khao sat xa hoi hoc|muc do hai long|chi so hai long/u;
const INDEX = /\b(?:sipas|papi)\b/u;
/** A plan or report about an index is the ward's own work, not the index. */
const OWN_WORK =
  /^(?:ke hoach|bao cao|trien khai|xay dung|ban hanh|cong tac|to chuc|thuc hien|tuyen truyen)/u;

/** Who gives the points, as far as one title says; undefined leaves it to the row above. */
export function sourceOfTitle(title: string): ScoredBy | undefined {
  const written = comparableText(title);
  const isBonus = /điểm (?:thưởng|cộng)/u.test(written);
  const isPenalty = /điểm trừ/u.test(written);
  if (isBonus !== isPenalty) return isBonus ? 'bonus' : 'penalty';
  if (isBonus) return undefined;
  const folded = foldText(title);
  if (OWN_WORK.test(folded)) return undefined;
  return SURVEY.test(folded) || INDEX.test(folded) ? 'survey' : undefined;
}

/**
 * The source of every row: a leaf's own words first, then those of the nearest row above, else "self";
 * a parent has the source all its leaves share, else "self".
 */
export function sourcesOf(rows: readonly { code: string; title: string }[]): Map<string, ScoredBy> {
  const titleByCode = new Map(rows.map((row) => [row.code, row.title]));
  const sourceByCode = new Map<string, ScoredBy>();
  const shared = new Map<string, Set<ScoredBy>>();
  const parents = new Set(rows.map((row) => above(row.code)));
  for (const { code } of rows) {
    if (parents.has(code)) continue;
    const line = lineUp(code);
    const said = line
      .map((each) => sourceOfTitle(titleByCode.get(each) ?? ''))
      .find((each) => each !== undefined);
    sourceByCode.set(code, said ?? 'self');
    for (const each of line.slice(1)) shared.set(each, (shared.get(each) ?? new Set()).add(said ?? 'self'));
  }
  for (const [code, sources] of shared)
    sourceByCode.set(code, sources.size === 1 ? [...sources][0]! : 'self');
  return sourceByCode;
}

function above(code: string): string {
  return code.slice(0, Math.max(code.lastIndexOf('.'), 0));
}

function lineUp(code: string): string[] {
  return code === '' ? [] : [code, ...lineUp(above(code))];
}
