import { z } from 'zod';
import {
  childInputSchema,
  childInvitationInputSchema,
  unitLinesSchema,
  unitTreeSchema,
} from '#core/people/unit.ts';
import { MOST_UNIT_LINES, readUnitLines, refuseChild } from '#core/people/unit-tree.ts';
import { recordEvent, recordEvents } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { invitationEnd, invitationLink } from './invitation-link.ts';
import { addInvitation, revokeChildInvitations } from './invitation-store.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import { type UnitRefusal, unitProblems } from './unit-problems.ts';
import {
  addChildren,
  findPlacedUnit,
  findUnitTree,
  listTakenCodes,
  listUnitsBelow,
  lockTree,
} from './unit-store.ts';

export function unitRoutes(deps: Deps): Route[] {
  const { inUnit } = routesOf<UnitRefusal>(unitProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/units',
      permission: 'unit.read',
      summary:
        'the unit, those above it, and those directly under it: names, codes, and whether they have joined',
      answer: unitTreeSchema,
      run: ({ tx, actor, now }) => findUnitTree(tx, actor.unitId, now),
    }),
    inUnit({
      method: 'post',
      path: '/api/units',
      permission: 'unit.manage',
      summary: 'adds a unit directly under this one',
      body: childInputSchema,
      answer: unitTreeSchema,
      async run({ tx, actor, body, now }) {
        const { parent, names } = await lockPlace(tx, actor.unitId);
        const codes = await listTakenCodes(tx, [body.code]);
        const refusal = refuseChild(body, { kind: parent.kind, names, codes });
        if (refusal) return refuse(refusal);
        const [id = ''] = await addChildren(tx, parent, [body], null);
        await recordEvent(tx, actor, { noun: 'unit', subjectId: id, verb: 'child_added', after: body });
        return findUnitTree(tx, actor.unitId, now);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/units/bulk',
      permission: 'unit.manage',
      summary:
        'adds many units from pasted lines "code; name; kind": all of them, or none and every fault told',
      body: unitLinesSchema,
      answer: unitTreeSchema,
      async run({ tx, actor, body, now }) {
        const { parent, names } = await lockPlace(tx, actor.unitId);
        const place = { kind: parent.kind, names, codes: [] };
        const asked = readUnitLines(body.text, place).units.map(({ code }) => code);
        if (asked.length > MOST_UNIT_LINES) return refuse({ kind: 'too_many_lines', most: MOST_UNIT_LINES });
        const codes = await listTakenCodes(tx, asked);
        const { units, faults } = readUnitLines(body.text, { ...place, codes });
        if (faults.length > 0) return refuse({ kind: 'unit_lines_wrong', field: 'text', faults });
        const ids = await addChildren(tx, parent, units, null);
        const events = units.map((after, index) => ({
          noun: 'unit' as const,
          subjectId: ids[index] ?? '',
          verb: 'child_added' as const,
          after,
        }));
        await recordEvents(tx, actor, events, { noun: 'unit', subjectId: actor.unitId });
        return findUnitTree(tx, actor.unitId, now);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/units/{id}/invitations',
      permission: 'unit.manage',
      summary:
        'invites the first administrator of a child unit; the link is shown this once, earlier ones stop working',
      params: z.object({ id: z.uuid() }),
      body: childInvitationInputSchema,
      answer: z.object({ link: z.string(), expiresAt: z.string() }),
      async run({ tx, actor, params: { id }, body, now, http }) {
        const child = (await findUnitTree(tx, actor.unitId, now)).children.find((each) => each.id === id);
        if (!child) return refuse({ kind: 'not_found' });
        const { name, endedOn, joinedOn } = child;
        if (endedOn !== null)
          return refuse({ kind: 'unit_already_ended', field: 'unitId', name, day: endedOn });
        if (joinedOn !== null) return refuse({ kind: 'unit_already_joined', name });
        await revokeChildInvitations(tx, { unitId: id, invitedByUnit: actor.unitId }, now.toISOString());
        const token = makeToken();
        const invited = { personName: body.personName, role: 'administrator', departmentId: null } as const;
        const { expiresAt } = await addInvitation(tx, {
          ...invited,
          unitId: id,
          tokenHash: hashToken(token),
          createdBy: actor.userId,
          expiresAt: invitationEnd(now),
          invitedByUnit: actor.unitId,
        });
        await recordEvent(tx, actor, { noun: 'unit', subjectId: id, verb: 'child_invited', after: invited });
        return { link: invitationLink(deps, http, token), expiresAt };
      },
    }),
  ];
}

/** The unit a child is put under and the names of the living ones there, held until the transaction ends. */
async function lockPlace(tx: Tx, unitId: string) {
  await lockTree(tx);
  const parent = await findPlacedUnit(tx, unitId);
  if (!parent) throw new Error('the unit of the session is not there');
  const below = await listUnitsBelow(tx, parent);
  const names = below.flatMap(({ name, parentId, endedOn }) =>
    parentId === unitId && endedOn === null ? [name] : [],
  );
  return { parent, below, names };
}
