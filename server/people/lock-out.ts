import { type Kysely, sql } from 'kysely';
import type { Schema } from '#server/db/schema.ts';
import { hashToken } from './one-time-token.ts';

const MOST_WRONG_TRIES = 5;
const LOCK_MS = 15 * 60_000;
const FORGOTTEN_MS = 24 * 3_600_000;

/**
 * Counts a try before its password is looked at, so that many at once gain nothing, and in the
 * database, so that every process counts alike. After five wrong tries within 15 minutes the name is
 * locked for 15 minutes (level-2 controls). Names are counted as typed, known or not. Returns how many
 * milliseconds the lock still lasts, or undefined when the try may go on.
 */
export async function countTry(
  database: Kysely<Schema>,
  name: string,
  now: Date,
): Promise<number | undefined> {
  const opened = sql<boolean>`sign_in_attempt.last_at <= ${new Date(now.getTime() - LOCK_MS).toISOString()}::timestamptz`;
  const counted = await database
    .insertInto('sign_in_attempt')
    .values({ username_hash: hashToken(name), wrong: 1, last_at: now.toISOString() })
    .onConflict((conflict) =>
      conflict.column('username_hash').doUpdateSet({
        wrong: sql`case when ${opened} then 1 else least(sign_in_attempt.wrong + 1, ${MOST_WRONG_TRIES + 1}) end`,
        last_at: sql`case when ${opened} or sign_in_attempt.wrong < ${MOST_WRONG_TRIES}
          then excluded.last_at else sign_in_attempt.last_at end`,
      }),
    )
    .returning(['wrong', 'last_at'])
    .executeTakeFirstOrThrow();
  if (counted.wrong <= MOST_WRONG_TRIES) return undefined;
  return Math.max(1, Date.parse(counted.last_at) + LOCK_MS - now.getTime());
}

/** Forgets the tries of a name that got in, and those of any name a day old. */
export async function forgetTries(database: Kysely<Schema>, name: string, now: Date): Promise<void> {
  await database
    .deleteFrom('sign_in_attempt')
    .where((where) =>
      where.or([
        where('username_hash', '=', hashToken(name)),
        where('last_at', '<', new Date(now.getTime() - FORGOTTEN_MS).toISOString()),
      ]),
    )
    .execute();
}
