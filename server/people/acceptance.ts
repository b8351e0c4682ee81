import { z } from 'zod';
import {
  type AcceptanceInput,
  acceptanceInputSchema,
  joinInputSchema,
  type Me,
  meSchema,
} from '#core/people/member.ts';
import { ROLES } from '#core/people/roles.ts';
import { recordEvent } from '#server/db/events.ts';
import { setFence, type Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { keepUnlessRefused } from '#server/http/transaction.ts';
import { addAccount } from './accounts.ts';
import { closeInvitation, findOpenInvitation } from './invitation-store.ts';
import { countTry, forgetTries } from './lock-out.ts';
import { findMe } from './me-store.ts';
import { addMembership, chooseUnit } from './membership-store.ts';
import { hashToken } from './one-time-token.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';
import { markJoined } from './unit-store.ts';

type Time = { now: Date; today: string };

/** What an invitation link leads to: who it is for, and accepting it with a new account or with one's own. */
export function acceptanceRoutes({ database, accounts }: Deps): Route[] {
  const { open } = routesOf<PeopleRefusal>(peopleProblems);
  return [
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
          accept(tx, body, { now, today }),
        );
        if (accepted instanceof Refused) return accepted;
        const signedIn = await accounts.signIn(body.username, body.password);
        for (const cookie of signedIn?.cookies ?? []) http.header('set-cookie', cookie, { append: true });
        return accepted;
      },
    }),
    open({
      method: 'post',
      path: '/api/invitations/join',
      summary:
        'accepts an invitation with an account that is there already, and signs it in; locked out like signing in',
      body: joinInputSchema,
      answer: meSchema,
      async run({ body, now, today, http }) {
        const lockedMs = await countTry(database.kysely, body.username, now);
        if (lockedMs !== undefined) {
          return refuse({ kind: 'locked_out', field: 'password', minutes: Math.ceil(lockedMs / 60_000) });
        }
        const signedIn = await accounts.signIn(body.username, body.password);
        if (!signedIn) return refuse({ kind: 'wrong_credentials', field: 'password' });
        await forgetTries(database.kysely, body.username, now);
        const { userId, sessionId, cookies } = signedIn;
        const tokenHash = hashToken(body.token);
        const joined = await keepUnlessRefused(database.kysely, { tokenHash, userId }, async (tx) => {
          const me = await enter(tx, tokenHash, userId, { now, today });
          if (!(me instanceof Refused)) await chooseUnit(tx, { sessionId, userId, unitId: me.unit.id });
          return me;
        });
        if (joined instanceof Refused) await accounts.signOut(new Headers({ cookie: cookies.join('; ') }));
        else for (const cookie of cookies) http.header('set-cookie', cookie, { append: true });
        return joined;
      },
    }),
  ];
}

async function accept(tx: Tx, input: AcceptanceInput, time: Time) {
  const tokenHash = hashToken(input.token);
  const found = await findOpenInvitation(tx, tokenHash, time.now);
  if (!found) return refuse({ kind: 'invitation_invalid' });
  const userId = await addAccount(tx, { ...input, personName: found.personName });
  if (userId === undefined) return refuse({ kind: 'username_taken', field: 'username' });
  return enter(tx, tokenHash, userId, time);
}

/** Makes the person a member of the unit of an open invitation, which is closed by it. */
async function enter(
  tx: Tx,
  tokenHash: string,
  userId: string,
  { now, today }: Time,
): Promise<Me | Refused<PeopleRefusal>> {
  const found = await findOpenInvitation(tx, tokenHash, now);
  if (!found) return refuse({ kind: 'invitation_invalid' });
  const { unitId, unitName, personName, role, departmentId } = found;
  await setFence(tx, { unitId, role: 'system' });
  const closing = { accepted_at: now.toISOString(), accepted_by: userId };
  if (!(await closeInvitation(tx, unitId, found.id, closing))) return refuse({ kind: 'invitation_invalid' });
  if (!(await addMembership(tx, unitId, userId, { role, departmentId, personName })))
    return refuse({ kind: 'already_member', unitName });
  await markJoined(tx, unitId, today);
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
