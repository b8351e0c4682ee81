import { z } from 'zod';
import {
  type AcceptanceInput,
  acceptanceInputSchema,
  invitationInputSchema,
  invitationSchema,
  meSchema,
} from '#core/people/member.ts';
import { ROLES } from '#core/people/roles.ts';
import { recordEvent } from '#server/db/events.ts';
import { setFence, type Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { keepUnlessRefused } from '#server/http/transaction.ts';
import { addAccount } from './accounts.ts';
import { addInvitation, closeInvitation, findOpenInvitation, listInvitations } from './invitation-store.ts';
import { findMe } from './me-store.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';
import { refuseDepartment } from './refuse-department.ts';

const VALID_DAYS = 7;

export function invitationRoutes(deps: Deps): Route[] {
  const { inUnit, open } = routesOf<PeopleRefusal>(peopleProblems);
  const { database, accounts } = deps;
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
        const misplaced = await refuseDepartment(tx, actor.unitId, body);
        if (misplaced) return misplaced;
        const token = makeToken();
        const invitation = await addInvitation(tx, {
          ...body,
          unitId: actor.unitId,
          tokenHash: hashToken(token),
          createdBy: actor.userId,
          expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString(),
        });
        await recordEvent(tx, actor, {
          noun: 'invitation',
          subjectId: invitation.id,
          verb: 'created',
          after: body,
        });
        const address = deps.publicUrl ?? new URL(http.req.url).origin;
        return { invitation, link: `${address}/invite#${token}` };
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
    open({
      method: 'get',
      path: '/api/invitations/acceptance',
      summary: 'who an invitation link is for',
      query: z.object({ token: z.string().max(200) }),
      answer: z.object({ personName: z.string(), role: z.enum(ROLES), unitName: z.string() }),
      async run({ query, now }) {
        const tokenHash = hashToken(query.token);
        return keepUnlessRefused(database.kysely, { tokenHash }, async (tx) => {
          const found = await findOpenInvitation(tx, tokenHash, now);
          if (!found) return refuse({ kind: 'invitation_invalid' });
          return { personName: found.personName, role: found.role, unitName: found.unitName };
        });
      },
    }),
    open({
      method: 'post',
      path: '/api/invitations/acceptance',
      summary: 'accepts an invitation: makes the account and signs it in',
      body: acceptanceInputSchema,
      answer: meSchema,
      async run({ body, now, today, http }) {
        const tokenHash = hashToken(body.token);
        const accepted = await keepUnlessRefused(database.kysely, { tokenHash }, (tx) =>
          accept(tx, body, now, today),
        );
        if (accepted instanceof Refused) return accepted;
        const signedIn = await accounts.signIn(body.username, body.password);
        for (const cookie of signedIn?.cookies ?? []) http.header('set-cookie', cookie, { append: true });
        return accepted;
      },
    }),
  ];
}

async function accept(tx: Tx, input: AcceptanceInput, now: Date, today: string) {
  const found = await findOpenInvitation(tx, hashToken(input.token), now);
  if (!found) return refuse({ kind: 'invitation_invalid' });
  const { unitId, personName, role, departmentId } = found;
  await setFence(tx, { unitId, role: 'system' });
  const userId = await addAccount(tx, { ...input, personName });
  if (userId === undefined) return refuse({ kind: 'username_taken', field: 'username' });
  const closing = { accepted_at: now.toISOString(), accepted_by: userId };
  if (!(await closeInvitation(tx, unitId, found.id, closing))) return refuse({ kind: 'invitation_invalid' });
  await tx
    .insertInto('membership')
    .values({ unit_id: unitId, user_id: userId, role, department_id: departmentId, person_name: personName })
    .execute();
  const actor = { userId, unitId, personName };
  await recordEvent(tx, actor, { noun: 'invitation', subjectId: found.id, verb: 'accepted' });
  await recordEvent(tx, actor, {
    noun: 'member',
    subjectId: userId,
    verb: 'joined',
    after: { role, departmentId },
  });
  return findMe(tx, unitId, userId, today);
}
