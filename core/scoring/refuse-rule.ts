import type { Hundredths } from '#core/points.ts';
import { readFormula } from './formula.ts';
import { neededQuantities } from './needed-quantities.ts';
import type { Rule, SimpleScore } from './rule.ts';

/** Why a rule cannot stand. `field` says where in the rule. */
export type RuleRefusal =
  | { kind: 'quantity_missing'; field: string; key: string }
  | { kind: 'quantity_twice'; field: string; key: string }
  | { kind: 'name_taken'; field: string; key: 'max' }
  | { kind: 'quantity_incomplete'; field: string; title: string }
  | { kind: 'step_over_maximum'; field: string; maximum: Hundredths }
  | { kind: 'parts_over_maximum'; field: string; maximum: Hundredths; sum: Hundredths }
  | { kind: 'twice_the_same'; field: string; key: string }
  | { kind: 'formula_wrong'; field: string; fault: string; what: string }
  | { kind: 'last_branch_open'; field: string };

/**
 * Refuses a rule that could never score: a quantity its family needs is not named or not complete,
 * steps or parts beyond the maximum, one key used twice, a formula that cannot be read
 * or whose `max` would be two things, a last branch that leaves a case without points.
 */
export function refuseRule(rule: Rule, maxPoints: Hundredths): RuleRefusal | undefined {
  const keys = new Set<string>();
  for (const [position, quantity] of rule.quantities.entries()) {
    const field = `quantities.${position}`;
    if (keys.has(quantity.key)) return { kind: 'quantity_twice', field, key: quantity.key };
    keys.add(quantity.key);
    const { source } = quantity;
    const isComplete =
      source === 'typed' ||
      (source === 'constant' ? quantity.constant !== undefined : quantity.register !== undefined);
    if (!isComplete) return { kind: 'quantity_incomplete', field, title: quantity.title };
  }
  const { score } = rule;
  if (score.family !== 'parts') return refuseScore(score, maxPoints, keys, 'score', '');
  const sum = score.parts.reduce((all, part) => all + part.maxPoints, 0);
  if (sum > maxPoints) return { kind: 'parts_over_maximum', field: 'score.parts', maximum: maxPoints, sum };
  const twice = twiceIn(score.parts);
  if (twice !== undefined) return { kind: 'twice_the_same', field: 'score.parts', key: twice };
  for (const [position, part] of score.parts.entries()) {
    const field = `score.parts.${position}.score`;
    const refusal = refuseScore(part.score, part.maxPoints, keys, field, `${part.key}_`);
    if (refusal) return refusal;
  }
  return undefined;
}

function refuseScore(
  score: SimpleScore,
  maxPoints: Hundredths,
  keys: ReadonlySet<string>,
  field: string,
  prefix: string,
): RuleRefusal | undefined {
  const lacking = neededQuantities(score).find((key) => !keys.has(`${prefix}${key}`));
  if (lacking !== undefined)
    return { kind: 'quantity_missing', field: 'quantities', key: `${prefix}${lacking}` };
  if (score.family === 'steps') {
    const over = score.steps.findIndex(({ points }) => points > maxPoints);
    if (over >= 0)
      return { kind: 'step_over_maximum', field: `${field}.steps.${over}.points`, maximum: maxPoints };
  }
  if (score.family === 'level' || score.family === 'survey') {
    const twice = twiceIn(score.family === 'level' ? score.levels : score.options);
    if (twice !== undefined) return { kind: 'twice_the_same', field, key: twice };
  }
  return score.family === 'formula' ? refuseFormula(score.branches, keys, field, prefix) : undefined;
}

function refuseFormula(
  branches: Extract<SimpleScore, { family: 'formula' }>['branches'],
  keys: ReadonlySet<string>,
  field: string,
  prefix: string,
): RuleRefusal | undefined {
  const own = [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  if (own.includes('max')) return { kind: 'name_taken', field: 'quantities', key: 'max' };
  for (const [position, branch] of branches.entries()) {
    for (const name of ['when', 'points'] as const) {
      const text = branch[name];
      if (text === undefined) continue;
      const read = readFormula(text, new Set(own));
      if ('fault' in read)
        return { kind: 'formula_wrong', field: `${field}.branches.${position}.${name}`, ...read };
    }
  }
  const isOpen = branches.at(-1)?.when !== undefined;
  return isOpen
    ? { kind: 'last_branch_open', field: `${field}.branches.${branches.length - 1}.when` }
    : undefined;
}

function twiceIn(items: readonly { key: string }[]): string | undefined {
  const seen = new Set<string>();
  return items.find(({ key }) => {
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  })?.key;
}
