import { z } from 'zod';
import { meSchema, unitSchema } from '#core/people/member.ts';
import { unitNameSchema } from '#core/people/unit.ts';
import { recordEvent, recordUntold, tellChange } from '#server/db/events.ts';
import { setFence } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { keepUnlessRefused } from '#server/http/transaction.ts';
import { countTry, forgetTries } from './lock-out.ts';
import { logRefusedSignIn } from './log-sign-in.ts';
import { findMe } from './me-store.ts';
import { chooseUnit, findMembershipOf, isMemberOf } from './membership-store.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';
import { findPlacedUnit } from './unit-store.ts';

const credentialsSchema = z.object({
  username: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(500),
});
const unitInputSchema = z.object({
  name: unitNameSchema,
  cityName: z.string().trim().max(200).nullable(),
});

export function sessionRoutes(deps: Deps): Route[] {
  const { database, accounts } = deps;
  const { inUnit, open } = routesOf<PeopleRefusal>(peopleProblems);
  return [
    open({
      method: 'post',
      path: '/api/session',
      summary: 'signs in; five wrong tries lock the name for 15 minutes',
      body: credentialsSchema,
      answer: meSchema,
      async run({ body, now, today, http }) {
        const lockedMs = await countTry(database.kysely, body.username, now);
        if (lockedMs !== undefined) {
          void logRefusedSignIn(deps, body.username, 'locked_out');
          return refuse({ kind: 'locked_out', field: 'password', minutes: Math.ceil(lockedMs / 60_000) });
        }
        const signedIn = await accounts.signIn(body.username, body.password);
        if (!signedIn) {
          void logRefusedSignIn(deps, body.username, 'refused');
          return refuse({ kind: 'wrong_credentials', field: 'password' });
        }
        await forgetTries(database.kysely, body.username, now);
        const { userId, sessionId, cookies } = signedIn;
        const me = await keepUnlessRefused(database.kysely, { userId }, async (tx) => {
          const membership = await findMembershipOf(tx, { userId, sessionId, today });
          if (!membership) return refuse({ kind: 'no_unit' });
          const { unitId, role, departmentId } = membership;
          await setFence(tx, { unitId, role, departmentId });
          const person = { ...membership, userId };
          await recordUntold(tx, person, { noun: 'session', subjectId: userId, verb: 'signed_in' });
          return findMe(tx, membership.unitId, userId, today);
        });
        if (me instanceof Refused) await accounts.endSessionsOf(userId);
        else for (const cookie of cookies) http.header('set-cookie', cookie, { append: true });
        return me;
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/session',
      permission: 'signed-in',
      summary: 'signs out',
      answer: 'nothing',
      async run({ tx, actor, http }) {
        const cookies = await accounts.signOut(http.req.raw.headers);
        for (const cookie of cookies) http.header('set-cookie', cookie, { append: true });
        await recordUntold(tx, actor, { noun: 'session', subjectId: actor.userId, verb: 'signed_out' });
        await tellChange(tx, actor.unitId, { noun: 'session', subjectId: actor.sessionId });
        return undefined;
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/me',
      permission: 'signed-in',
      summary: 'who is signed in, where and as what',
      answer: meSchema,
      run: ({ tx, actor, today }) => findMe(tx, actor.unitId, actor.userId, today),
    }),
    inUnit({
      method: 'put',
      path: '/api/session/unit',
      permission: 'signed-in',
      summary: 'works on in another of the units the person belongs to',
      body: z.object({ unitId: z.uuid() }),
      answer: meSchema,
      async run({ tx, actor, body: { unitId }, today }) {
        const { userId, sessionId } = actor;
        if (!(await isMemberOf(tx, unitId, userId))) return refuse({ kind: 'not_own_unit', field: 'unitId' });
        await chooseUnit(tx, { sessionId, userId, unitId });
        // The open pages of this session follow a unit that is no longer theirs.
        await tellChange(tx, actor.unitId, { noun: 'session_unit', subjectId: sessionId });
        const membership = await findMembershipOf(tx, { userId, sessionId, today });
        if (membership) await setFence(tx, membership);
        return findMe(tx, unitId, userId, today);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/unit',
      permission: 'unit.rename',
      summary: 'renames the unit',
      body: unitInputSchema,
      answer: unitSchema,
      async run({ tx, actor, body }) {
        const placed = await findPlacedUnit(tx, actor.unitId);
        if (placed?.parentId) return refuse({ kind: 'renamed_from_above', field: 'name' });
        const before = await tx
          .selectFrom('unit')
          .select(['name', 'city_name as cityName'])
          .where('id', '=', actor.unitId)
          .executeTakeFirstOrThrow();
        const after = { name: body.name, cityName: body.cityName || null };
        const renamed = await tx
          .updateTable('unit')
          .set({ name: after.name, city_name: after.cityName })
          .where('id', '=', actor.unitId)
          .returning(['id', 'name', 'city_name as cityName', 'code', 'kind', 'ended_on as endedOn'])
          .executeTakeFirstOrThrow();
        await recordEvent(tx, actor, {
          noun: 'unit',
          subjectId: actor.unitId,
          verb: 'renamed',
          before,
          after,
        });
        return { ...renamed, hasParent: false };
      },
    }),
  ];
}
