import type { Hundredths } from '#core/points.ts';
import type { LeafEntryInput } from './leaf-score.ts';
import type { Rule, SimpleScore } from './rule.ts';

/** Why what was typed for a leaf is not taken. `field` is the quantity's key or the property. */
export type EntryRefusal =
  | { kind: 'quantity_not_typed'; field: string }
  | { kind: 'quantity_unreadable'; field: string }
  | { kind: 'level_unknown'; field: string }
  | { kind: 'points_by_rule'; field: 'points' }
  | { kind: 'points_out_of_range'; field: 'points'; least: Hundredths; most: Hundredths }
  | { kind: 'reason_needed'; field: 'reason' };

const DECIMAL = /^\d{1,12}(\.\d{1,4})?$/u;

/**
 * Refuses an entry that claims more than its rule leaves open: quantities a register measures,
 * points where a rule gives them, points outside the leaf's range, and points or "không áp dụng"
 * without a reason (a unit that has no document must explain its score). Quantities are decimals with
 * a point, a level by its key, yes and no as "1" and "0"; null takes a value back.
 */
export function refuseEntry(
  rule: Rule,
  maxPoints: Hundredths,
  isPenalty: boolean,
  input: Pick<LeafEntryInput, 'quantities' | 'points' | 'isNotApplicable' | 'reason'>,
): EntryRefusal | undefined {
  const typed = new Set(rule.quantities.filter(({ source }) => source === 'typed').map(({ key }) => key));
  for (const [key, value] of Object.entries(input.quantities)) {
    if (value === null) continue;
    if (!typed.has(key)) return { kind: 'quantity_not_typed', field: key };
    const refusal = refuseValue(key, value, scoreOf(rule, key));
    if (refusal) return refusal;
  }
  if (input.points !== null) {
    if (rule.score.family !== 'typed') return { kind: 'points_by_rule', field: 'points' };
    const [least, most] = isPenalty ? [-10_000, 0] : [0, maxPoints];
    if (input.points < least || input.points > most)
      return { kind: 'points_out_of_range', field: 'points', least, most };
  }
  if ((input.points !== null || input.isNotApplicable) && input.reason === '')
    return { kind: 'reason_needed', field: 'reason' };
  return undefined;
}

/** The score a quantity belongs to, and what the score itself calls it. */
function scoreOf({ score }: Rule, key: string): { score: SimpleScore; name: string } | undefined {
  if (score.family !== 'parts') return { score, name: key };
  const part = score.parts.find((each) => key.startsWith(`${each.key}_`));
  return part && { score: part.score, name: key.slice(part.key.length + 1) };
}

function refuseValue(
  key: string,
  value: string,
  of: { score: SimpleScore; name: string } | undefined,
): EntryRefusal | undefined {
  if (of?.score.family === 'level' && of.name === 'level') {
    return of.score.levels.some((level) => level.key === value)
      ? undefined
      : { kind: 'level_unknown', field: key };
  }
  if (of?.score.family === 'yes_no' && of.name === 'yes' && value !== '0' && value !== '1')
    return { kind: 'quantity_unreadable', field: key };
  return DECIMAL.test(value) ? undefined : { kind: 'quantity_unreadable', field: key };
}
