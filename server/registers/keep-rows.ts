import { v7 as uuidv7 } from 'uuid';
import { refuseAction } from '#core/people/permissions.ts';
import type { Actor } from '#core/people/roles.ts';
import { checkRows, tidyValues } from '#core/registers/check-rows.ts';
import type { Register, RowsInput, RowsKept, Values } from '#core/registers/register.ts';
import { dayOfRow, yearOfRow } from '#core/registers/row-window.ts';
import { type EventActor, type NewEvent, recordEvents } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import type { CommonRefusal } from '#server/http/problems.ts';
import { listDepartmentKinds } from '#server/people/department-kinds.ts';
import { rescore } from '#server/scoring/rescore.ts';
import type { RegisterRefusal } from './problems.ts';
import {
  addRows,
  type KeptRow,
  listRows,
  listSnapshots,
  type RowToSave,
  removeRows,
  saveRows,
} from './store.ts';

type Writing = {
  actor: EventActor & Actor;
  register: Register;
  plan: LivePlan | undefined;
  today: string;
};
type Change = { toSave: RowToSave; before: KeptRow | undefined };

/**
 * Writes, changes and removes rows of a register together, all or none, and works out again the
 * points they feed. lockScores comes before. Refuses faulty cells, rows that changed since they were
 * read, departments an officer does not belong to, and rows of a closed month without a reason.
 */
export async function keepRows(
  tx: Tx,
  { actor, register, plan, today }: Writing,
  { rows, removed, reason }: RowsInput,
): Promise<RowsKept | RegisterRefusal | CommonRefusal> {
  const tidied = rows.map((row) => ({ ...row, values: tidyValues(row.values) }));
  const faults = checkRows(register, tidied);
  if (faults.length > 0) return { kind: 'rows_faulty', faults };
  const departments = await listDepartmentKinds(tx, actor.unitId);
  if (rows.some(({ departmentId }) => departmentId !== null && !departments.has(departmentId)))
    return { kind: 'department_unknown', field: 'departmentId' };

  const ids = [...rows, ...removed].flatMap(({ id }) => (id === undefined ? [] : [id]));
  const keptById = new Map(
    (ids.length > 0 ? await listRows(tx, actor.unitId, register.key, { ids }) : []).map((row) => [
      row.id,
      row,
    ]),
  );
  if (ids.some((id) => !keptById.has(id))) return { kind: 'not_found', noun: 'register_row' };
  const yearAtHand = plan?.year ?? Number(today.slice(0, 4));
  const changes = tidied.map(({ id, version, departmentId, values }): Change => {
    const happenedOn = dayOfRow(register, values);
    const year = yearOfRow(happenedOn, yearAtHand);
    const place = { id: id ?? uuidv7(), version: version ?? 0, year, happenedOn, departmentId };
    return { toSave: { ...place, values }, before: id === undefined ? undefined : keptById.get(id) };
  });
  const taken = removed.map(({ id }) => keptById.get(id)!);
  const refusal =
    refuseDepartments(actor, changes, taken) ??
    (await refuseClosedMonth(tx, actor.unitId, register, reason, changes, taken));
  if (refusal) return refusal;

  const place = { unitId: actor.unitId, key: register.key, by: actor.personName };
  const changed = changes.filter(({ before }) => before !== undefined).map(({ toSave }) => toSave);
  const added = changes.filter(({ before }) => before === undefined).map(({ toSave }) => toSave);
  if (!(await saveRows(tx, place, changed)) || !(await removeRows(tx, place, removed)))
    return { kind: 'stale_version' };
  await addRows(tx, place, added);
  const told = { noun: 'register', subjectId: register.key };
  await recordEvents(
    tx,
    actor,
    [...changes.map((each) => eventOf(each, reason)), ...taken.map((each) => removal(each, reason))],
    told,
  );
  const keptIds = changes.map(({ toSave }) => toSave.id);
  const kept = new Map(
    (await listRows(tx, actor.unitId, register.key, { ids: keptIds })).map(({ isRemoved: _, ...row }) => [
      row.id,
      row,
    ]),
  );
  // How the points moved is read by everybody: a reason typed for restricted rows stays with the rows.
  const reasonForAll = register.isRestricted ? '' : reason;
  const cause = { kind: 'register' as const, what: register.title, reason: reasonForAll };
  const rescored = plan
    ? await rescore(tx, actor, plan, { today, cause, registers: [register.key] })
    : { moved: [], totalBefore: null, totalAfter: null };
  return { rows: keptIds.map((id) => kept.get(id)!), ...rescored };
}

function refuseDepartments(actor: Actor, changes: readonly Change[], taken: readonly KeptRow[]) {
  const touched = [
    ...changes.flatMap(({ toSave, before }) => [
      toSave.departmentId,
      ...(before ? [before.departmentId] : []),
    ]),
    ...taken.map(({ departmentId }) => departmentId),
  ];
  for (const departmentId of new Set(touched)) {
    const refusal = refuseAction(actor, 'register.write', departmentId === null ? [] : [departmentId]);
    if (refusal) return refusal;
  }
  return undefined;
}

async function refuseClosedMonth(
  tx: Tx,
  unitId: string,
  { key }: Register,
  reason: string,
  changes: readonly Change[],
  taken: readonly KeptRow[],
): Promise<RegisterRefusal | undefined> {
  if (reason !== '') return undefined;
  const closed = new Set((await listSnapshots(tx, unitId, key)).map(({ period }) => period));
  const days = [
    ...changes.flatMap(({ toSave, before }) => [toSave.happenedOn, before?.happenedOn ?? null]),
    ...taken.map(({ happenedOn }) => happenedOn),
  ];
  const period = days
    .map((day) => day?.slice(0, 7))
    .find((month) => month !== undefined && closed.has(month));
  return period === undefined ? undefined : { kind: 'month_closed', field: 'reason', period };
}

/** Only the cells that differ are told; of a new row all of them. */
function eventOf({ toSave, before }: Change, reason: string): NewEvent {
  const said = reason === '' ? {} : { reason };
  const is = { ...toSave.values, departmentId: toSave.departmentId };
  if (!before)
    return { noun: 'register_row', subjectId: toSave.id, verb: 'created', after: { ...is, ...said } };
  const was: Values = { ...before.values, departmentId: before.departmentId };
  const now: Values = is;
  const differing = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter(
    (key) => (was[key] ?? null) !== (now[key] ?? null),
  );
  const pick = (from: Values) => Object.fromEntries(differing.map((key) => [key, from[key] ?? null]));
  return {
    noun: 'register_row',
    subjectId: toSave.id,
    verb: before.isRemoved ? 'restored' : 'changed',
    before: pick(was),
    after: { ...pick(now), ...said },
  };
}

function removal({ id, values, departmentId }: KeptRow, reason: string): NewEvent {
  const after = reason === '' ? {} : { after: { reason } };
  return {
    noun: 'register_row',
    subjectId: id,
    verb: 'removed',
    before: { ...values, departmentId },
    ...after,
  };
}
