import { printDay, readDay } from '#core/written-day.ts';
import type { Successor, UnitChange, UnitChangeInput } from './unit.ts';
import { type ChildRefusal, refuseChild, type UnitKind } from './unit-tree.ts';

type Day = string;

/** A unit where it stands in the tree. */
export type PlacedUnit = {
  id: string;
  name: string;
  code: string | null;
  kind: UnitKind;
  parentId: string | null;
  /** The ids from the top to the unit itself, joined by ".". */
  path: string;
  beganOn: Day | null;
  endedOn: Day | null;
};

export type UnitChangeRefusal =
  | ChildRefusal
  | { kind: 'not_own_child'; field: 'unitId' }
  | { kind: 'unit_already_ended'; field: 'unitId'; name: string; day: Day }
  | { kind: 'no_such_day'; field: 'day' }
  | { kind: 'change_in_future'; field: 'day' }
  | { kind: 'change_before_unit'; field: 'day'; name: string; day: Day }
  | { kind: 'change_before_last'; field: 'day'; name: string; day: Day }
  | { kind: 'too_few_merged'; field: 'unitIds' }
  | { kind: 'too_few_successors'; field: 'into' }
  | { kind: 'becomes_itself'; field: 'into'; name: string }
  | { kind: 'moved_under_itself'; field: 'parentId'; name: string }
  | { kind: 'parent_out_of_reach'; field: 'parentId' }
  | { kind: 'nothing_changes'; field: 'unitId'; name: string };

/** What a change is judged by: the unit that decides, all that stands under it, what was decided before, codes in use. */
export type Standing = {
  parent: PlacedUnit;
  /** Every unit under the parent, at any depth, ended ones too. */
  below: readonly PlacedUnit[];
  changes: readonly Pick<UnitChange, 'day' | 'before' | 'after'>[];
  /** Codes that living units have, also elsewhere in the tree. */
  codes: readonly string[];
  today: Day;
};

/** The units a change is made of: those it ends or changes. */
export function changedIds(change: UnitChangeInput): readonly string[] {
  return change.kind === 'merge' ? [...new Set(change.unitIds)] : [change.unitId];
}

/** The units that a change says take over: existing ones by id, others to be made. */
export function successorsIn(change: UnitChangeInput): readonly Successor[] {
  if (change.kind === 'merge') return [change.into];
  return change.kind === 'split' ? change.into : [];
}

/** Whether what was given exists already. */
export function isExisting(successor: Successor): successor is { id: string } {
  return 'id' in successor;
}

/**
 * Whether the decision may be recorded. Refuses days that do not exist, lie ahead, before the unit or before
 * what was last decided about it; units that have ended or belong to another parent; names and codes in
 * use; a merge of too few, a split into fewer than two, a unit that would become or stand under itself.
 */
export function refuseUnitChange(change: UnitChangeInput, standing: Standing): UnitChangeRefusal | undefined {
  const children = new Map(
    standing.below.filter((unit) => unit.parentId === standing.parent.id).map((unit) => [unit.id, unit]),
  );
  const changed = changedIds(change).map((id) => children.get(id));
  const existing = successorsIn(change)
    .filter(isExisting)
    .map(({ id }) => children.get(id));
  const touched = [...changed, ...existing];
  if (!touched.every((unit) => unit !== undefined)) return { kind: 'not_own_child', field: 'unitId' };
  for (const { name, endedOn } of touched) {
    if (endedOn !== null) return { kind: 'unit_already_ended', field: 'unitId', name, day: endedOn };
  }
  return refuseDay(change, touched, standing) ?? refuseWhat(change, touched, standing);
}

function refuseDay(
  { day, decision }: UnitChangeInput,
  touched: readonly PlacedUnit[],
  { changes, today }: Standing,
): UnitChangeRefusal | undefined {
  if (![day, decision.issuedOn].every(isDay)) return { kind: 'no_such_day', field: 'day' };
  if (day > today || decision.issuedOn > today) return { kind: 'change_in_future', field: 'day' };
  for (const { id, name, beganOn } of touched) {
    if (beganOn !== null && day < beganOn)
      return { kind: 'change_before_unit', field: 'day', name, day: beganOn };
    const last = changes
      .filter(({ before, after }) => [...before.units, ...after.units].some((unit) => unit.id === id))
      .map((each) => each.day)
      .toSorted()
      .at(-1);
    if (last !== undefined && day < last)
      return { kind: 'change_before_last', field: 'day', name, day: last };
  }
  return undefined;
}

function refuseWhat(
  change: UnitChangeInput,
  touched: readonly PlacedUnit[],
  standing: Standing,
): UnitChangeRefusal | undefined {
  const [unit] = touched;
  if (change.kind === 'merge' || change.kind === 'split') return refuseSuccessors(change, standing);
  if (!unit || change.kind === 'end') return undefined;
  if (change.kind === 'rename') {
    if (unit.name === change.name) return { kind: 'nothing_changes', field: 'unitId', name: unit.name };
    return refuseChild({ ...unit, name: change.name, code: null }, placeOf(standing, [unit.id]));
  }
  if (change.kind === 'recode') {
    if (unit.code === change.code) return { kind: 'nothing_changes', field: 'unitId', name: unit.name };
    const isTaken = standing.codes.includes(change.code);
    return isTaken ? { kind: 'code_taken', field: 'code', code: change.code } : undefined;
  }
  return refuseMove(unit, change.parentId, standing);
}

function refuseMove(unit: PlacedUnit, parentId: string, standing: Standing): UnitChangeRefusal | undefined {
  const parent = [standing.parent, ...standing.below].find(({ id }) => id === parentId);
  if (!parent || parent.endedOn !== null) return { kind: 'parent_out_of_reach', field: 'parentId' };
  if (parent.id === unit.parentId) return { kind: 'nothing_changes', field: 'unitId', name: unit.name };
  if (parent.path.split('.').includes(unit.id))
    return { kind: 'moved_under_itself', field: 'parentId', name: unit.name };
  const siblings = standing.below.filter((each) => each.parentId === parent.id && each.endedOn === null);
  const place = { kind: parent.kind, names: siblings.map(({ name }) => name), codes: [] };
  return refuseChild({ ...unit, code: null }, place);
}

function refuseSuccessors(
  change: Extract<UnitChangeInput, { kind: 'merge' | 'split' }>,
  standing: Standing,
): UnitChangeRefusal | undefined {
  const sources = changedIds(change);
  const successors = successorsIn(change);
  const distinct = new Set(successors.map((each) => (isExisting(each) ? each.id : each.name)));
  if (change.kind === 'split' && distinct.size < 2) return { kind: 'too_few_successors', field: 'into' };
  const own = successors.find((each) => isExisting(each) && sources.includes(each.id));
  if (own && isExisting(own)) {
    const name = standing.below.find(({ id }) => id === own.id)?.name ?? '';
    return { kind: 'becomes_itself', field: 'into', name };
  }
  const isIntoExisting = successors.every(isExisting);
  if (change.kind === 'merge' && sources.length < (isIntoExisting ? 1 : 2))
    return { kind: 'too_few_merged', field: 'unitIds' };
  // A successor may take over the name and the code of a unit that ends by the same decision.
  let place = placeOf(standing, sources);
  for (const made of successors.flatMap((each) => (isExisting(each) ? [] : [each]))) {
    const refusal = refuseChild(made, place);
    if (refusal) return refusal;
    place = {
      ...place,
      names: [...place.names, made.name],
      codes: made.code === null ? place.codes : [...place.codes, made.code],
    };
  }
  return undefined;
}

/** The place under the parent as it is once these units no longer count. */
function placeOf({ parent, below, codes }: Standing, without: readonly string[]) {
  const freed = below.filter(({ id }) => without.includes(id)).map(({ code }) => code);
  const siblings = below.filter(
    ({ id, parentId, endedOn }) => parentId === parent.id && endedOn === null && !without.includes(id),
  );
  return {
    kind: parent.kind,
    names: siblings.map(({ name }) => name),
    codes: codes.filter((code) => !freed.includes(code)),
  };
}

type Decided = Pick<UnitChange, 'kind' | 'day' | 'before' | 'after'>;
type Named = { id: string; name: string; code: string | null };

/** What a unit was called, and its code, on a day: what the first later decision found. */
export function identityOn(
  unit: Named,
  changes: readonly Decided[],
  day: Day,
): { name: string; code: string | null } {
  const later = changes
    .filter((change) => change.day > day && (change.kind === 'rename' || change.kind === 'recode'))
    .filter(({ before }) => before.units.some(({ id }) => id === unit.id))
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  // Decisions of one day keep the order they are given in: the first found what was there the day before.
  const found = later[0]?.before.units.find(({ id }) => id === unit.id) ?? unit;
  return { name: found.name, code: found.code };
}

/** What a unit was called on a day. `changes` are in the order they were recorded. */
export function nameOn(unit: Named, changes: readonly Decided[], day: Day): string {
  return identityOn(unit, changes, day).name;
}

/** The units that took over from a unit, through every merge and split since; itself when nothing did. */
export function successorsOf(unitId: string, changes: readonly Decided[]): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [unitId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const next = changes
      .filter(
        ({ kind, before }) => (kind === 'merge' || kind === 'split') && before.units.some((u) => u.id === id),
      )
      .flatMap(({ after }) => after.units.map((unit) => unit.id));
    if (next.length === 0) found.add(id);
    waiting.push(...next);
  }
  return [...found];
}

/** The units there were on a day, named as they were then. A unit ends on the first day it is no more. */
export function unitsOn<Unit extends Named & { beganOn: Day | null; endedOn: Day | null }>(
  units: readonly Unit[],
  changes: readonly Decided[],
  day: Day,
): Unit[] {
  return units
    .filter(
      ({ beganOn, endedOn }) => (beganOn === null || beganOn <= day) && (endedOn === null || endedOn > day),
    )
    .map((unit) => ({ ...unit, ...identityOn(unit, changes, day) }));
}

/** Whether the text is a day of the calendar. */
function isDay(text: string): boolean {
  return readDay(printDay(text)) === text && !text.startsWith('0000');
}
