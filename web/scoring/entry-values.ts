import { printPoints, readPoints } from '#core/points.ts';
import type { LeafEntry, LeafEntryInput } from '#core/scoring/leaf-score.ts';
import type { Rule, SimpleScore } from '#core/scoring/rule.ts';
import { decimalText, readQuantity } from './typed-numbers.ts';

/** What is typed for a leaf, as text in its fields. */
export type EntryForm = {
  quantities: Record<string, string>;
  points: string;
  isNotApplicable: boolean;
  reason: string;
};
export type EntryFault = 'not_number' | 'not_points' | 'reason_needed';

/** What a typed quantity asks for: a figure, yes or no, or one of the levels of the rule. */
export type Asked =
  | { kind: 'number' }
  | { kind: 'yes_no' }
  | { kind: 'level'; levels: readonly { key: string; title: string }[] };

/** What a quantity of a rule is to its score; one of several parts names its own with the part's key in front. */
export function askedOf({ score }: Rule, key: string): Asked {
  const part =
    score.family === 'parts' ? score.parts.find((each) => key.startsWith(`${each.key}_`)) : undefined;
  const name = part ? key.slice(part.key.length + 1) : key;
  const own: SimpleScore | undefined = part ? part.score : score.family === 'parts' ? undefined : score;
  if (own?.family === 'yes_no' && name === 'yes') return { kind: 'yes_no' };
  if (own?.family === 'level' && name === 'level') return { kind: 'level', levels: own.levels };
  return { kind: 'number' };
}

export function typedQuantities(rule: Rule): Rule['quantities'] {
  return rule.quantities.filter(({ source }) => source === 'typed');
}

export function entryToForm(rule: Rule, entry: LeafEntry, language: 'vi' | 'en'): EntryForm {
  return {
    quantities: Object.fromEntries(
      typedQuantities(rule).map(({ key }) => {
        const value = entry.quantities[key] ?? '';
        return [key, askedOf(rule, key).kind === 'number' ? decimalText(value, language) : value];
      }),
    ),
    points: entry.points === null ? '' : printPoints(entry.points, language),
    isNotApplicable: entry.isNotApplicable,
    reason: entry.reason,
  };
}

/** What the fields say, or what is wrong by field: the quantity's key, "points", "reason". */
export function formToEntry(
  rule: Rule,
  form: EntryForm,
  version: number,
): { input: LeafEntryInput } | { faults: Map<string, EntryFault> } {
  const faults = new Map<string, EntryFault>();
  const quantities: Record<string, string | null> = {};
  for (const { key } of typedQuantities(rule)) {
    const text = form.quantities[key] ?? '';
    const value = askedOf(rule, key).kind === 'number' ? readQuantity(text) : text || null;
    if (value === undefined) faults.set(key, 'not_number');
    else quantities[key] = value;
  }
  const isTyped = rule.score.family === 'typed';
  const points = !isTyped || form.points.trim() === '' ? null : readPoints(form.points);
  if (points === undefined) faults.set('points', 'not_points');
  const reason = form.reason.trim();
  if ((form.isNotApplicable || (isTyped && form.points.trim() !== '')) && reason === '')
    faults.set('reason', 'reason_needed');
  if (faults.size > 0 || points === undefined) return { faults };
  return { input: { quantities, points, isNotApplicable: form.isNotApplicable, reason, version } };
}
