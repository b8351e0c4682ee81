import { z } from 'zod';
import {
  type Successor,
  type UnitChange,
  type UnitChangeInput,
  unitChangeInputSchema,
  unitChangeSchema,
} from '#core/people/unit.ts';
import {
  changedIds,
  isExisting,
  type PlacedUnit,
  refuseUnitChange,
  successorsIn,
} from '#core/people/unit-changes.ts';
import { recordEvent, tellChange } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { addUnitChange, listUnitChanges } from './unit-change-store.ts';
import { type UnitRefusal, unitProblems } from './unit-problems.ts';
import {
  addChildren,
  findPlacedUnit,
  listTakenCodes,
  listUnitsBelow,
  lockTree,
  moveUnit,
  saveUnit,
} from './unit-store.ts';

export function unitChangeRoutes(): Route[] {
  const { inUnit } = routesOf<UnitRefusal>(unitProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/unit-changes',
      permission: 'unit.read',
      summary:
        'what was decided about the units under this one and about itself, in the order it was recorded',
      answer: z.array(unitChangeSchema),
      run: ({ tx, actor }) => listUnitChanges(tx, actor.unitId),
    }),
    inUnit({
      method: 'post',
      path: '/api/unit-changes',
      permission: 'unit.manage',
      summary: 'records a decision about child units: rename, code, merge, split, move, end',
      body: unitChangeInputSchema,
      answer: z.array(unitChangeSchema),
      async run({ tx, actor, body, today }) {
        await lockTree(tx);
        const parent = await findPlacedUnit(tx, actor.unitId);
        if (!parent) return refuse({ kind: 'not_found' });
        const below = await listUnitsBelow(tx, parent);
        const changes = await listUnitChanges(tx, actor.unitId);
        const codes = await listTakenCodes(tx, codesIn(body));
        const refusal = refuseUnitChange(body, { parent, below, changes, codes, today });
        if (refusal) return refuse(refusal);
        const byId = new Map([parent, ...below].map((unit) => [unit.id, unit]));
        const changed = changedIds(body).flatMap((id) => byId.get(id) ?? []);
        const before = sideOf(changed, body.kind === 'move' ? parent : undefined);
        const after = await apply(tx, body, { parent, changed, byId });
        const { kind, day, decision } = body;
        const id = await addUnitChange(tx, actor.unitId, {
          kind,
          day,
          decision,
          before,
          after,
          recordedBy: actor.personName,
        });
        await recordEvent(tx, actor, { noun: 'unit', subjectId: id, verb: `child_${kind}`, before, after });
        // Their own people see at once what their unit is called now, or that it has ended.
        for (const unit of changed) await tellChange(tx, unit.id, { noun: 'unit', subjectId: unit.id });
        return listUnitChanges(tx, actor.unitId);
      },
    }),
  ];
}

type Known = {
  parent: PlacedUnit;
  changed: readonly PlacedUnit[];
  byId: ReadonlyMap<string, PlacedUnit>;
};

/** Does what was decided. Returns what the units became. */
async function apply(tx: Tx, change: UnitChangeInput, known: Known): Promise<UnitChange['after']> {
  const { parent, changed, byId } = known;
  switch (change.kind) {
    case 'rename':
      await saveUnit(tx, change.unitId, { name: change.name });
      return sideOf(changed.map((unit) => ({ ...unit, name: change.name })));
    case 'recode':
      await saveUnit(tx, change.unitId, { code: change.code });
      return sideOf(changed.map((unit) => ({ ...unit, code: change.code })));
    case 'move': {
      const to = byId.get(change.parentId);
      const [unit] = changed;
      if (to && unit) await moveUnit(tx, unit, to);
      return sideOf(changed, to);
    }
    case 'end':
    case 'merge':
    case 'split': {
      for (const { id } of changed) await saveUnit(tx, id, { ended_on: change.day });
      return sideOf(await makeSuccessors(tx, parent, successorsIn(change), { byId, day: change.day }));
    }
  }
}

/** The units that take over, in the order given; those that are not there yet begin on the day. */
async function makeSuccessors(
  tx: Tx,
  parent: PlacedUnit,
  successors: readonly Successor[],
  { byId, day }: { byId: Known['byId']; day: string },
) {
  const made = successors.flatMap((each) => (isExisting(each) ? [] : [each]));
  const ids = made.length === 0 ? [] : await addChildren(tx, parent, made, day);
  return successors.flatMap((each) => {
    if (isExisting(each)) return byId.get(each.id) ?? [];
    return { ...each, id: ids[made.indexOf(each)] ?? '' };
  });
}

type Named = { id: string; name: string; code: string | null };

function sideOf(units: readonly Named[], parent?: Named): UnitChange['after'] {
  return {
    units: units.map(({ id, name, code }) => ({ id, name, code })),
    ...(parent && { parent: { id: parent.id, name: parent.name } }),
  };
}

function codesIn(change: UnitChangeInput): (string | null)[] {
  if (change.kind === 'recode') return [change.code];
  return successorsIn(change).map((each) => (isExisting(each) ? null : each.code));
}
