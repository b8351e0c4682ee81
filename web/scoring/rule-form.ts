import { printPoints } from '#core/points.ts';
import type { Condition, Quantity } from '#core/registers/quantity.ts';
import type { Family, Scorer } from '#core/scoring/families.ts';
import { neededQuantities } from '#core/scoring/needed-quantities.ts';
import type { Cap, Rule, SimpleScore } from '#core/scoring/rule.ts';
import { decimalText, shareText } from './typed-numbers.ts';

type Language = 'vi' | 'en';
export type SimpleFamily = Exclude<Family, 'parts'>;

/** A line of a list in the form; `id` only keeps it apart from its neighbours while it is edited. */
export type Line = { id: string };
export type KeyedLine = Line & { key: string; title: string; share: string };

/**
 * The parameters of every family at once, as text: choosing another family and coming back loses
 * nothing that was typed.
 */
export type ScoreForm = {
  family: SimpleFamily;
  floor: string;
  full: string;
  target: string;
  of: 'share' | 'number';
  steps: (Line & { from: string; points: string })[];
  step: string;
  unit: string;
  levels: KeyedLine[];
  options: KeyedLine[];
  isReverse: boolean;
  indexFull: string;
  cap: string;
  branches: (Line & { when: string; points: string })[];
};
export type PartForm = Line & { key: string; title: string; maxPoints: string; score: ScoreForm };
export type ConditionForm = Line & { test: Condition['test']; column: string; other: string; value: string };
export type QuantityForm = Line & {
  key: string;
  title: string;
  unit: string;
  source: Quantity['source'];
  register: string;
  column: string;
  window: Quantity['window'];
  constant: string;
  where: ConditionForm[];
};
export type CapForm = Line & {
  title: string;
  of: Cap['when']['of'];
  key: string;
  atLeast: string;
  code: string;
  below: string;
  share: string;
};
export type RuleForm = {
  hasParts: boolean;
  score: ScoreForm;
  parts: PartForm[];
  quantities: QuantityForm[];
  caps: CapForm[];
  notApplicable: Rule['notApplicable'];
  zeroDenominator: Rule['zeroDenominator'];
  scoredBy: Scorer;
  words: string;
  source: string;
  isDraft: boolean;
  evidence: string;
};

const newId = () => crypto.randomUUID();

export const emptyStep = () => ({ id: newId(), from: '', points: '' });
export const emptyKeyed = (): KeyedLine => ({ id: newId(), key: '', title: '', share: '' });
export const emptyBranch = () => ({ id: newId(), when: '', points: '' });
export const emptyCondition = (): ConditionForm => ({
  id: newId(),
  test: 'is',
  column: '',
  other: '',
  value: '',
});
export const emptyCap = (): CapForm => ({
  id: newId(),
  title: '',
  of: 'quantity',
  key: '',
  atLeast: '1',
  code: '',
  below: '',
  share: '50',
});
export const emptyPart = (key: string): PartForm => ({
  id: newId(),
  key,
  title: '',
  maxPoints: '',
  score: { ...emptyScore(), family: 'ratio' },
});
export const emptyQuantity = (key: string): QuantityForm => ({
  id: newId(),
  key,
  title: '',
  unit: '',
  source: 'typed',
  register: '',
  column: '',
  window: 'calendar',
  constant: '',
  where: [],
});

function emptyScore(): ScoreForm {
  return {
    family: 'typed',
    floor: '',
    full: '',
    target: '',
    of: 'share',
    steps: [emptyStep()],
    step: '',
    unit: '',
    levels: [emptyKeyed()],
    options: [emptyKeyed(), emptyKeyed()],
    isReverse: false,
    indexFull: '100',
    cap: '',
    branches: [emptyBranch()],
  };
}

function scoreToForm(score: SimpleScore, language: Language): ScoreForm {
  const form: ScoreForm = { ...emptyScore(), family: score.family };
  const percent = (share: number | undefined) => (share === undefined ? '' : shareText(share, language));
  const points = (hundredths: number | undefined) =>
    hundredths === undefined ? '' : printPoints(hundredths, language);
  switch (score.family) {
    case 'ratio':
      return { ...form, floor: percent(score.floor), full: percent(score.full) };
    case 'target':
      return { ...form, floor: percent(score.floor), target: percent(score.target) };
    case 'steps':
      return {
        ...form,
        of: score.of,
        steps: score.steps.map(({ from, points: each }) => ({
          id: newId(),
          from: score.of === 'share' ? percent(from) : String(from),
          points: points(each),
        })),
      };
    case 'deduction':
      return { ...form, step: points(score.step) };
    case 'count':
      return { ...form, unit: points(score.unit) };
    case 'level':
      return { ...form, levels: score.levels.map(({ share, ...level }) => keyedLine(level, percent(share))) };
    case 'survey':
      return {
        ...form,
        options: score.options.map(({ weight, ...option }) => keyedLine(option, percent(weight))),
        isReverse: score.isReverse,
      };
    case 'index':
      return { ...form, indexFull: String(score.full) };
    case 'penalty':
      return { ...form, cap: points(score.cap) };
    case 'formula':
      return {
        ...form,
        branches: score.branches.map((branch) => ({
          id: newId(),
          when: branch.when ?? '',
          points: branch.points,
        })),
      };
    default:
      return form;
  }
}

function keyedLine({ key, title }: { key: string; title: string }, share: string): KeyedLine {
  return { id: newId(), key, title, share };
}

function conditionToForm(condition: Condition, language: Language): ConditionForm {
  const plain = (value: string | number | boolean) =>
    typeof value === 'number' ? decimalText(String(value), language) : String(value);
  return {
    id: newId(),
    test: condition.test,
    column: condition.column,
    other: 'due' in condition ? condition.due : 'other' in condition ? condition.other : '',
    value:
      'values' in condition
        ? condition.values.map(plain).join('; ')
        : 'value' in condition
          ? plain(condition.value)
          : '',
  };
}

function quantityToForm(quantity: Quantity, language: Language): QuantityForm {
  return {
    ...emptyQuantity(quantity.key),
    title: quantity.title,
    unit: quantity.unit ?? '',
    source: quantity.source,
    register: quantity.register ?? '',
    column: quantity.column ?? '',
    window: quantity.window,
    constant: decimalText(quantity.constant ?? '', language),
    where: quantity.where.map((condition) => conditionToForm(condition, language)),
  };
}

function capToForm({ title, when, share }: Cap, language: Language): CapForm {
  const form = { ...emptyCap(), title, of: when.of, share: shareText(share, language) };
  return when.of === 'quantity'
    ? { ...form, key: when.key, atLeast: String(when.atLeast) }
    : { ...form, code: when.code, below: printPoints(when.below, language) };
}

/** A rule as the fields of its editor. */
export function ruleToForm(rule: Rule, language: Language): RuleForm {
  const { score } = rule;
  return {
    hasParts: score.family === 'parts',
    score: score.family === 'parts' ? emptyScore() : scoreToForm(score, language),
    parts:
      score.family === 'parts'
        ? score.parts.map((part) => ({
            id: newId(),
            key: part.key,
            title: part.title,
            maxPoints: printPoints(part.maxPoints, language),
            score: scoreToForm(part.score, language),
          }))
        : [],
    quantities: rule.quantities.map((quantity) => quantityToForm(quantity, language)),
    caps: rule.caps.map((cap) => capToForm(cap, language)),
    notApplicable: rule.notApplicable,
    zeroDenominator: rule.zeroDenominator,
    scoredBy: rule.scoredBy,
    words: rule.words,
    source: rule.source,
    isDraft: rule.isDraft,
    evidence: rule.evidence.join('\n'),
  };
}

/** The keys of the quantities the score needs, those of parts with the part's key in front. */
export function keysNeeded({ hasParts, score, parts }: RuleForm): string[] {
  const needed = (each: ScoreForm) =>
    neededQuantities({ family: each.family, of: each.of, options: each.options }).filter((key) => key !== '');
  if (!hasParts) return needed(score);
  return parts.flatMap((part) => needed(part.score).map((key) => `${part.key}_${key}`));
}

/** The form with every quantity its score needs; those it had stay, also when the score no longer names them. */
export function withNeeded(form: RuleForm): RuleForm {
  const had = new Set(form.quantities.map(({ key }) => key));
  const added = keysNeeded(form)
    .filter((key) => !had.has(key))
    .map(emptyQuantity);
  return added.length === 0 ? form : { ...form, quantities: [...form.quantities, ...added] };
}
