import { z } from 'zod';
import { memberInputSchema, memberSchema } from '#core/people/member.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { findMember, listMembers, lockAdministrators, saveMember } from './member-store.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';
import { refuseDepartment } from './refuse-department.ts';
import { refuseRole } from './refuse-role.ts';

export function memberRoutes({ accounts }: Deps): Route[] {
  const { inUnit } = routesOf<PeopleRefusal>(peopleProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/members',
      permission: 'member.read',
      summary: 'the people of the unit, present ones first',
      answer: z.array(memberSchema),
      run: ({ tx, actor }) => listMembers(tx, actor.unitId),
    }),
    inUnit({
      method: 'patch',
      path: '/api/members/{userId}',
      permission: 'member.edit',
      summary: 'changes what a person is in the unit, or ends their membership',
      params: z.object({ userId: z.string().max(64) }),
      body: memberInputSchema,
      answer: memberSchema,
      async run({ tx, actor, params: { userId }, body, now }) {
        const administrators = await lockAdministrators(tx, actor.unitId);
        const before = await findMember(tx, actor.unitId, userId);
        if (!before) return refuse({ kind: 'not_found' });
        const staysAdministrator = body.role === 'administrator' && !body.isEnded;
        if (!staysAdministrator && administrators.length === 1 && administrators[0] === userId) {
          return refuse({ kind: 'last_administrator', field: 'role' });
        }
        // Who has the role from before can still be ended in it.
        const unfit = body.role === before.role ? undefined : await refuseRole(tx, actor.unitId, body.role);
        if (unfit) return unfit;
        const misplaced = await refuseDepartment(tx, actor.unitId, body);
        if (misplaced) return misplaced;
        const endedAt = body.isEnded ? (before.endedAt ?? now.toISOString()) : null;
        if (!(await saveMember(tx, actor.unitId, userId, body, endedAt)))
          return refuse({ kind: 'stale_version' });
        if (body.isEnded) await accounts.endSessionsOf(userId);
        const { role, departmentId, positionTitle } = body;
        const after = { ...before, role, departmentId, positionTitle, endedAt, version: body.version + 1 };
        const verb = body.isEnded ? 'ended' : 'changed';
        await recordEvent(tx, actor, { noun: 'member', subjectId: userId, verb, before, after });
        return after;
      },
    }),
  ];
}
