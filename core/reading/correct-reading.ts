import type { z } from 'zod';
import { codeLevel, compareCodes, parentCode } from '#core/criteria/code.ts';
import { arrangeTree, BY_CODE, inheritOwners } from '#core/criteria/tree.ts';
import { nextTaskKey } from '#core/plans/task-rules.ts';
import { checkPlan } from './check-plan.ts';
import {
  CRITERION_VALUES,
  DOCUMENT_VALUES,
  NEW_CRITERION,
  NEW_TASK,
  TASK_VALUES,
  UNIT_VALUES,
} from './correction-values.ts';
import type { Correction, CriterionReading, Owner, PlanReading, TaskReading } from './plan-reading.ts';

/** Why a correction was not taken: `index` is its place in the list. Nothing of the list is applied then. */
export type CorrectionRefusal = {
  kind: 'unknown_subject' | 'unknown_property' | 'bad_value' | 'duplicate_code';
  index: number;
  target: Correction['target'];
  subject: string;
  property: string;
};

type Refused = CorrectionRefusal['kind'];
type Corrected = PlanReading | Refused;

/**
 * Applies a person's corrections in order and gives a new reading, its units inherited and its findings
 * checked again. A criterion's properties are title, maxPoints, lastPoints, targetPoints, units (empty:
 * inherit again), source, code, add and remove; a task's are text, deadline, units, criteria, remove, and
 * add with its section as subject; of the document its header fields; of a unit its name. Refuses the
 * whole list when one correction names nothing that exists or a value that does not fit.
 */
export function correctReading(
  reading: PlanReading,
  corrections: readonly Correction[],
): PlanReading | CorrectionRefusal {
  let corrected: PlanReading = reading;
  for (const [index, correction] of corrections.entries()) {
    const next = APPLY[correction.target](corrected, correction);
    if (typeof next === 'string') {
      const { target, subject, property } = correction;
      return { kind: next, index, target, subject, property };
    }
    corrected = next;
  }
  const inherited = { ...corrected, criteria: inheritAgain(corrected.criteria) };
  return { ...inherited, findings: checkPlan(inherited) };
}

const APPLY: Record<Correction['target'], (reading: PlanReading, correction: Correction) => Corrected> = {
  criterion: correctCriterion,
  task: correctTask,
  document: correctDocument,
  unit: renameUnit,
};

/** The value in its schema, or why it is refused. */
function checkedValue(
  values: Record<string, z.ZodType>,
  { property, value }: Correction,
): { value: unknown } | Refused {
  const schema = Object.hasOwn(values, property) ? values[property] : undefined;
  if (!schema) return 'unknown_property';
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : 'bad_value';
}

/** A copy with the property set; null takes it away. */
function withProperty<Thing extends object>(thing: Thing, property: string, value: unknown): Thing {
  const entries = Object.entries(thing).filter(([key]) => key !== property);
  return Object.fromEntries(value === null ? entries : [...entries, [property, value]]) as Thing;
}

function correctCriterion(reading: PlanReading, correction: Correction): Corrected {
  const { subject, property } = correction;
  if (property === 'add') return addCriterion(reading, correction);
  if (!reading.criteria.some((row) => row.code === subject)) return 'unknown_subject';
  if (property === 'remove') {
    const criteria = reading.criteria.filter(
      (row) => row.code !== subject && !row.code.startsWith(`${subject}.`),
    );
    return { ...reading, criteria };
  }
  const read = checkedValue(CRITERION_VALUES, correction);
  if (typeof read === 'string') return read;
  if (property === 'code') return moveCriterion(reading, subject, String(read.value));
  const criteria = reading.criteria.map((row) =>
    row.code === subject ? withProperty(row, property, read.value) : row,
  );
  return { ...reading, criteria };
}

function addCriterion(reading: PlanReading, { subject, value }: Correction): Corrected {
  const level = codeLevel(subject);
  const read = NEW_CRITERION.safeParse(value);
  if (level === undefined || !read.success) return 'bad_value';
  if (reading.criteria.some((row) => row.code === subject)) return 'duplicate_code';
  const { units, lastPoints, targetPoints, ...rest } = read.data;
  const row: CriterionReading = {
    ...rest,
    code: subject,
    level,
    isLeaf: true,
    units: ownersOf(units),
    ownerWords: units.map((owner) => owner.name).join('; '),
    place: {},
    ...(lastPoints === undefined ? {} : { lastPoints }),
    ...(targetPoints === undefined ? {} : { targetPoints }),
  };
  return {
    ...reading,
    criteria: [...reading.criteria, row].sort((one, other) => compareCodes(one.code, other.code)),
  };
}

/** A row keeps its components when its code changes; nothing may stand on the new code yet. */
function moveCriterion(reading: PlanReading, from: string, to: string): Corrected {
  const moves = (code: string) => code === from || code.startsWith(`${from}.`);
  const moved = (code: string) => (moves(code) ? to + code.slice(from.length) : code);
  const criteria = reading.criteria.map((row) => ({ ...row, code: moved(row.code) }));
  if (new Set(criteria.map((row) => row.code)).size < criteria.length) return 'duplicate_code';
  if (criteria.some((row) => codeLevel(row.code) === undefined)) return 'bad_value';
  const placed = criteria.map((row) => ({ ...row, level: codeLevel(row.code) ?? row.level }));
  const tasks = reading.tasks.map((task) => ({ ...task, criteria: task.criteria.map(moved) }));
  return { ...reading, criteria: placed.sort((one, other) => compareCodes(one.code, other.code)), tasks };
}

function ownersOf(units: readonly { name: string; role?: Owner['role'] | undefined }[]): Owner[] {
  return units.map(({ name, role }) => (role === undefined ? { name } : { name, role }));
}

/** Own owners stay, inherited ones are worked out anew; parents and leaves follow from the codes. */
function inheritAgain(criteria: readonly CriterionReading[]): CriterionReading[] {
  const own = criteria.map((row) => ({
    ...row,
    units: row.units.filter((owner) => owner.inheritedFrom === undefined),
  }));
  const tree = arrangeTree(own, BY_CODE);
  const owners = inheritOwners(
    tree,
    (row) => row.code,
    (row) => row.units,
  );
  return own.map((row, index) => {
    const above = parentCode(row.code);
    const { parentCode: _before, ...rest } = row;
    const isLeaf = (tree.childrenOf[index] ?? []).length === 0;
    return {
      ...rest,
      ...(above === undefined ? {} : { parentCode: above }),
      isLeaf,
      units: owners[index] ?? [],
    };
  });
}

function correctTask(reading: PlanReading, correction: Correction): Corrected {
  const { subject, property } = correction;
  if (property === 'add') return addTask(reading, correction);
  if (!reading.tasks.some((task) => task.key === subject)) return 'unknown_subject';
  if (property === 'remove')
    return { ...reading, tasks: reading.tasks.filter((task) => task.key !== subject) };
  const read = checkedValue(TASK_VALUES, correction);
  if (typeof read === 'string') return read;
  const tasks = reading.tasks.map((task): TaskReading => {
    if (task.key !== subject) return task;
    const { deadlinePlace, ...rest } = withProperty(task, property, read.value);
    // A deadline typed by a person is the task's own, no longer that of a completion-time line.
    return property === 'deadline' || deadlinePlace === undefined ? rest : { ...rest, deadlinePlace };
  });
  return { ...reading, tasks };
}

function addTask(reading: PlanReading, { subject: section, value }: Correction): Corrected {
  const read = NEW_TASK.safeParse(value);
  if (!read.success) return 'bad_value';
  const inSection = reading.tasks.filter((task) => task.section === section);
  const { units, criteria, text } = read.data;
  const task: TaskReading = {
    key: nextTaskKey(
      section,
      reading.tasks.map((each) => each.key),
    ),
    section,
    sectionTitle: inSection[0]?.sectionTitle ?? '',
    text,
    deadline: JSON.parse(JSON.stringify(read.data.deadline)),
    units: ownersOf(units),
    criteria: criteria ?? inSection[0]?.criteria ?? [],
    place: {},
  };
  const last = reading.tasks.findLastIndex((each) => each.section === section);
  return { ...reading, tasks: reading.tasks.toSpliced(last < 0 ? reading.tasks.length : last + 1, 0, task) };
}

function correctDocument(reading: PlanReading, correction: Correction): Corrected {
  if (correction.subject !== 'document') return 'unknown_subject';
  const read = checkedValue(DOCUMENT_VALUES, correction);
  if (typeof read === 'string') return read;
  return { ...reading, document: withProperty(reading.document, correction.property, read.value) };
}

/** A department's new name, wherever it stands; two departments given one name become one. */
function renameUnit(reading: PlanReading, correction: Correction): Corrected {
  const { subject } = correction;
  const isNamed = (units: readonly { name: string }[]) => units.some((unit) => unit.name === subject);
  if (
    !isNamed(reading.units) &&
    !reading.criteria.some((row) => isNamed(row.units)) &&
    !reading.tasks.some((task) => isNamed(task.units))
  ) {
    return 'unknown_subject';
  }
  const read = checkedValue(UNIT_VALUES, correction);
  if (typeof read === 'string') return read;
  const name = String(read.value);
  const rename = (owners: readonly Owner[]) => {
    const renamed = owners.map((owner) => (owner.name === subject ? { ...owner, name } : owner));
    return renamed.filter((owner, index) => renamed.findIndex((each) => each.name === owner.name) === index);
  };
  const kept = reading.units.find((unit) => unit.name === name);
  const units = reading.units.flatMap((unit) => {
    if (unit === kept) return [];
    if (unit.name !== subject) return [unit];
    const spellings = [...new Set([...unit.spellings, ...(kept?.spellings ?? []), subject])].filter(
      (each) => each !== name,
    );
    return [
      {
        ...unit,
        name,
        spellings,
        leads: [...new Set([...unit.leads, ...(kept?.leads ?? [])])],
        leadsPartOf: [...new Set([...unit.leadsPartOf, ...(kept?.leadsPartOf ?? [])])],
        duties: [...unit.duties, ...(kept?.duties ?? [])],
      },
    ];
  });
  return {
    ...reading,
    units: kept && kept.name === subject ? reading.units : units,
    criteria: reading.criteria.map((row) => ({ ...row, units: rename(row.units) })),
    tasks: reading.tasks.map((task) => ({ ...task, units: rename(task.units) })),
  };
}
