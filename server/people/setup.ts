import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { meSchema, type SetupInput, setupInputSchema } from '#core/people/member.ts';
import { kindInName } from '#core/people/unit-tree.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { Schema } from '#server/db/schema.ts';
import type { Deps } from '#server/deps.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { keepUnlessRefused } from '#server/http/transaction.ts';
import { addAccount } from './accounts.ts';
import { findMe } from './me-store.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import { type PeopleRefusal, peopleProblems } from './problems.ts';

/** Only one set-up at a time, whatever the number of processes. */
const SETUP_LOCK = 7_262_437;

/**
 * Makes the one-time link of the first run, in place of any earlier one. Returns its token, of which
 * only the hash is stored, or undefined once an account exists.
 */
export async function renewSetupToken(database: Kysely<Schema>): Promise<string | undefined> {
  if (await isSetUp(database)) return undefined;
  const token = makeToken();
  await database.deleteFrom('setup_token').execute();
  await database
    .insertInto('setup_token')
    .values({ token_hash: hashToken(token), used_at: null })
    .execute();
  return token;
}

export function setupRoutes({ database, accounts }: Deps): Route[] {
  const { open } = routesOf<PeopleRefusal>(peopleProblems);
  return [
    open({
      method: 'get',
      path: '/api/setup',
      summary: 'whether the first account is still to be made',
      answer: z.object({ needsSetup: z.boolean() }),
      run: async () => ({ needsSetup: !(await isSetUp(database.kysely)) }),
    }),
    open({
      method: 'post',
      path: '/api/setup',
      summary: 'makes the unit and its first administrator, by the one-time link of the console',
      body: setupInputSchema,
      answer: meSchema,
      async run({ body, now, today, http }) {
        const unitId = uuidv7();
        const made = await keepUnlessRefused(database.kysely, { unitId, role: 'system' }, (tx) =>
          setUp(tx, unitId, body, now, today),
        );
        if (made instanceof Refused) return made;
        const signedIn = await accounts.signIn(body.username, body.password);
        for (const cookie of signedIn?.cookies ?? []) http.header('set-cookie', cookie, { append: true });
        return made;
      },
    }),
  ];
}

async function setUp(tx: Tx, unitId: string, input: SetupInput, now: Date, today: string) {
  await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(tx);
  if (await isSetUp(tx)) return refuse({ kind: 'already_set_up' });
  const used = await tx
    .updateTable('setup_token')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', hashToken(input.token))
    .where('used_at', 'is', null)
    .returning('token_hash')
    .executeTakeFirst();
  if (!used) return refuse({ kind: 'setup_link_invalid' });
  const userId = await addAccount(tx, input);
  if (userId === undefined) return refuse({ kind: 'username_taken', field: 'username' });
  const unit = {
    name: input.unitName,
    kind: input.unitKind ?? kindInName(input.unitName) ?? 'ward',
    city_name: input.cityName || null,
  };
  await tx
    .insertInto('unit')
    .values({ id: unitId, path: unitId, joined_on: today, ...unit })
    .execute();
  const role = 'administrator';
  await tx
    .insertInto('membership')
    .values({ unit_id: unitId, user_id: userId, role, person_name: input.personName })
    .execute();
  const actor = { userId, unitId, personName: input.personName };
  await recordEvent(tx, actor, { noun: 'unit', subjectId: unitId, verb: 'set_up', after: unit });
  await recordEvent(tx, actor, { noun: 'member', subjectId: userId, verb: 'joined', after: { role } });
  return findMe(tx, unitId, userId, today);
}

async function isSetUp(database: Kysely<Schema>): Promise<boolean> {
  return (await database.selectFrom('account_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}
