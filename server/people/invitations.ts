import { z } from 'zod';
import { invitationInputSchema, invitationSchema } from '#core/people/member.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { invitationEnd, invitationLink } from './invitation-link.ts';
import { addInvitation, closeInvitation, listInvitations } from './invitation-store.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';
import { refuseDepartment } from './refuse-department.ts';
import { refuseRole } from './refuse-role.ts';

export function invitationRoutes(deps: Deps): Route[] {
  const { inUnit } = routesOf<PeopleRefusal>(peopleProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/invitations',
      permission: 'member.invite',
      summary: 'the invitations of the unit, latest first',
      answer: z.array(invitationSchema),
      run: ({ tx, actor }) => listInvitations(tx, actor.unitId),
    }),
    inUnit({
      method: 'post',
      path: '/api/invitations',
      permission: 'member.invite',
      summary: 'invites a person; the link is shown this once and works for seven days',
      body: invitationInputSchema,
      answer: z.object({ invitation: invitationSchema, link: z.string() }),
      async run({ tx, actor, body, now, http }) {
        if (body.role === 'administrator' && actor.role !== 'administrator') {
          return refuse({ kind: 'role_above_own', field: 'role' });
        }
        const unfit = await refuseRole(tx, actor.unitId, body.role);
        if (unfit) return unfit;
        const misplaced = await refuseDepartment(tx, actor.unitId, body);
        if (misplaced) return misplaced;
        const token = makeToken();
        const invitation = await addInvitation(tx, {
          ...body,
          unitId: actor.unitId,
          tokenHash: hashToken(token),
          createdBy: actor.userId,
          expiresAt: invitationEnd(now),
        });
        await recordEvent(tx, actor, {
          noun: 'invitation',
          subjectId: invitation.id,
          verb: 'created',
          after: body,
        });
        return { invitation, link: invitationLink(deps, http, token) };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/invitations/{id}/revoke',
      permission: 'member.invite',
      summary: 'takes an invitation back before it is accepted',
      params: z.object({ id: z.uuid() }),
      answer: invitationSchema,
      async run({ tx, actor, params: { id }, now }) {
        const revoked = await closeInvitation(tx, actor.unitId, id, { revoked_at: now.toISOString() });
        if (!revoked) return refuse({ kind: 'not_found' });
        await recordEvent(tx, actor, { noun: 'invitation', subjectId: id, verb: 'revoked' });
        return revoked;
      },
    }),
  ];
}
