import { readPoints } from '#core/points.ts';
import type { ColumnKind } from '#core/registers/column-kinds.ts';
import type { Condition, Quantity } from '#core/registers/quantity.ts';
import type { Cap, Rule, SimpleScore } from '#core/scoring/rule.ts';
import type { CapForm, ConditionForm, KeyedLine, QuantityForm, RuleForm, ScoreForm } from './rule-form.ts';
import { readQuantity, readShare, readWhole } from './typed-numbers.ts';

export type FormFault = 'percent' | 'points' | 'whole' | 'number' | 'key' | 'empty' | 'too_few';
/** The kind of a register's column, so that a condition compares numbers with numbers; undefined when not known. */
export type KindOfColumn = (register: string, column: string) => ColumnKind | undefined;

const KEY = /^[a-z][a-z0-9_]{0,39}$/u;
/** What stands in the rule for a field that could not be read; such a rule is never sent. */
const UNREAD = 0;

type Reading = { faults: Map<string, FormFault> };

/**
 * The rule the fields describe, or what is wrong by field. Fields are named as the server names them
 * in its refusals: "score.steps.1.points", "quantities.0.register".
 */
export function formToRule(
  form: RuleForm,
  kindOf: KindOfColumn,
): { rule: Rule } | { faults: ReadonlyMap<string, FormFault> } {
  const reading: Reading = { faults: new Map() };
  const score: Rule['score'] = form.hasParts
    ? {
        family: 'parts',
        parts: form.parts.map((part, at) => {
          const field = `score.parts.${at}`;
          return {
            key: keyIn(reading, `${field}.key`, part.key),
            title: filled(reading, `${field}.title`, part.title),
            maxPoints: pointsIn(reading, `${field}.maxPoints`, part.maxPoints),
            score: readScore(reading, `${field}.score`, part.score),
          };
        }),
      }
    : readScore(reading, 'score', form.score);
  if (form.hasParts && form.parts.length === 0) reading.faults.set('score.parts', 'too_few');
  const rule: Rule = {
    score,
    quantities: form.quantities.map((each, at) =>
      readQuantityForm(reading, `quantities.${at}`, each, kindOf),
    ),
    caps: form.caps.map((cap, at) => readCap(reading, `caps.${at}`, cap)),
    notApplicable: form.notApplicable,
    zeroDenominator: form.zeroDenominator,
    scoredBy: form.scoredBy,
    words: form.words.trim(),
    source: form.source.trim(),
    isDraft: form.isDraft,
    evidence: form.evidence
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
  return reading.faults.size > 0 ? { faults: reading.faults } : { rule };
}

function read<Value>(
  { faults }: Reading,
  field: string,
  { value, fault, instead }: { value: Value | undefined; fault: FormFault; instead: Value },
): Value {
  if (value === undefined) faults.set(field, fault);
  return value ?? instead;
}

function shareIn(reading: Reading, field: string, text: string): number {
  return read(reading, field, { value: readShare(text), fault: 'percent', instead: UNREAD });
}

function pointsIn(reading: Reading, field: string, text: string): number {
  const points = readPoints(text);
  const value = points === undefined || points < 0 || points > 10_000 ? undefined : points;
  return read(reading, field, { value, fault: 'points', instead: UNREAD });
}

function wholeIn(reading: Reading, field: string, text: string): number {
  return read(reading, field, { value: readWhole(text), fault: 'whole', instead: UNREAD });
}

function keyIn(reading: Reading, field: string, text: string): string {
  const value = KEY.test(text.trim()) ? text.trim() : undefined;
  return read(reading, field, { value, fault: 'key', instead: text });
}

function filled(reading: Reading, field: string, text: string): string {
  return read(reading, field, { value: text.trim() || undefined, fault: 'empty', instead: '' });
}

/** A property that is left out when its field is empty, as optional ones are in a rule. */
function optional<Name extends string, Value>(
  name: Name,
  text: string,
  readIt: (text: string) => Value,
): { [Key in Name]?: Value } {
  return text.trim() === '' ? {} : ({ [name]: readIt(text) } as { [Key in Name]?: Value });
}

function readScore(reading: Reading, field: string, form: ScoreForm): SimpleScore {
  const share = (name: string) => (text: string) => shareIn(reading, `${field}.${name}`, text);
  const points = (name: string) => (text: string) => pointsIn(reading, `${field}.${name}`, text);
  const need = (name: string, lines: readonly unknown[], least: number) => {
    if (lines.length < least) reading.faults.set(`${field}.${name}`, 'too_few');
  };
  const keyed = (name: string, lines: readonly KeyedLine[]) =>
    lines.map((line, at) => ({
      key: keyIn(reading, `${field}.${name}.${at}.key`, line.key),
      title: filled(reading, `${field}.${name}.${at}.title`, line.title),
      share: share(`${name}.${at}.share`)(line.share),
    }));
  const { family } = form;
  switch (family) {
    case 'ratio':
      return {
        family,
        ...optional('floor', form.floor, share('floor')),
        ...optional('full', form.full, share('full')),
      };
    case 'target':
      return {
        family,
        target: share('target')(form.target),
        ...optional('floor', form.floor, share('floor')),
      };
    case 'steps':
      need('steps', form.steps, 1);
      return {
        family,
        of: form.of,
        steps: form.steps.map((step, at) => ({
          from:
            form.of === 'share'
              ? share(`steps.${at}.from`)(step.from)
              : wholeIn(reading, `${field}.steps.${at}.from`, step.from),
          points: points(`steps.${at}.points`)(step.points),
        })),
      };
    case 'deduction':
      return { family, step: points('step')(form.step) };
    case 'count':
      return { family, unit: points('unit')(form.unit) };
    case 'level':
      need('levels', form.levels, 1);
      return { family, levels: keyed('levels', form.levels) };
    case 'survey':
      need('options', form.options, 2);
      return {
        family,
        options: keyed('options', form.options).map(({ share: weight, ...option }) => ({
          ...option,
          weight,
        })),
        isReverse: form.isReverse,
      };
    case 'index':
      return { family, full: wholeIn(reading, `${field}.full`, form.indexFull) };
    case 'penalty':
      return { family, ...optional('cap', form.cap, points('cap')) };
    case 'formula':
      need('branches', form.branches, 1);
      return {
        family,
        branches: form.branches.map(({ when, points: formula }, at) => ({
          ...optional('when', when, (text) => text.trim()),
          points: filled(reading, `${field}.branches.${at}.points`, formula),
        })),
      };
    default:
      return { family };
  }
}

function readQuantityForm(
  reading: Reading,
  field: string,
  form: QuantityForm,
  kindOf: KindOfColumn,
): Quantity {
  const isOfRows = form.source !== 'typed' && form.source !== 'constant';
  const needsColumn = isOfRows && form.source !== 'count';
  const constant = form.source === 'constant' ? (readQuantity(form.constant) ?? undefined) : undefined;
  if (form.source === 'constant' && constant === undefined) reading.faults.set(`${field}.constant`, 'number');
  return {
    key: keyIn(reading, `${field}.key`, form.key),
    title: filled(reading, `${field}.title`, form.title),
    ...optional('unit', form.unit, (text) => text.trim()),
    source: form.source,
    ...(isOfRows && { register: filled(reading, `${field}.register`, form.register) }),
    ...(needsColumn && { column: filled(reading, `${field}.column`, form.column) }),
    where: isOfRows
      ? form.where.map((condition, at) =>
          readCondition(reading, `${field}.where.${at}`, condition, kindOf(form.register, condition.column)),
        )
      : [],
    window: form.window,
    ...(constant !== undefined && { constant }),
  };
}

function readCondition(
  reading: Reading,
  field: string,
  form: ConditionForm,
  kind: ColumnKind | undefined,
): Condition {
  const column = filled(reading, `${field}.column`, form.column);
  const other = () => filled(reading, `${field}.other`, form.other);
  const plain = (text: string): string | number | boolean => {
    const word = filled(reading, `${field}.value`, text);
    if (kind === 'flag') return word === 'true';
    if (kind !== 'number') return word;
    const number = readQuantity(word) ?? undefined;
    return Number(read(reading, `${field}.value`, { value: number, fault: 'number', instead: '0' }));
  };
  switch (form.test) {
    case 'is':
    case 'is_not':
      return { test: form.test, column, value: plain(form.value) };
    case 'at_least':
    case 'at_most':
      return { test: form.test, column, value: plain(form.value) as number | string };
    case 'one_of':
      return { test: 'one_of', column, values: form.value.split(';').map((each) => plain(each.trim())) };
    case 'not_under':
      return { test: 'not_under', column, other: other() };
    case 'on_time':
    case 'late':
    case 'fallen_due':
      return { test: form.test, column, due: other() };
    default:
      return { test: form.test, column };
  }
}

function readCap(reading: Reading, field: string, form: CapForm): Cap {
  return {
    title: filled(reading, `${field}.title`, form.title),
    when:
      form.of === 'quantity'
        ? {
            of: 'quantity',
            key: keyIn(reading, `${field}.when.key`, form.key),
            atLeast: wholeIn(reading, `${field}.when.atLeast`, form.atLeast),
          }
        : {
            of: 'leaf',
            code: filled(reading, `${field}.when.code`, form.code),
            below: pointsIn(reading, `${field}.when.below`, form.below),
          },
    share: shareIn(reading, `${field}.share`, form.share),
  };
}
