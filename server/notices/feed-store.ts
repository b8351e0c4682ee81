import type { Tx } from '#server/db/in-unit.ts';

/** Since when a person has a calendar to subscribe to; undefined where there is none. */
export async function findFeed(
  tx: Tx,
  unitId: string,
  userId: string,
): Promise<{ createdAt: string } | undefined> {
  return tx
    .selectFrom('calendar_feed')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .select('created_at as createdAt')
    .executeTakeFirst();
}

/** Gives a person's calendar an address; the one before leads nowhere from then on. */
export async function saveFeed(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  tokenHash: string,
  now: Date,
): Promise<void> {
  const columns = { token_hash: tokenHash, created_at: now.toISOString() };
  await tx
    .insertInto('calendar_feed')
    .values({ unit_id: unitId, user_id: userId, ...columns })
    .onConflict((conflict) => conflict.columns(['unit_id', 'user_id']).doUpdateSet(columns))
    .execute();
}

export async function removeFeed(tx: Tx, unitId: string, userId: string): Promise<void> {
  await tx.deleteFrom('calendar_feed').where('unit_id', '=', unitId).where('user_id', '=', userId).execute();
}

/** Whose calendar an address leads to. Works before any unit is chosen. */
export async function findFeedOwner(
  tx: Tx,
  tokenHash: string,
): Promise<{ unitId: string; userId: string } | undefined> {
  return tx
    .selectFrom('calendar_feed')
    .where('token_hash', '=', tokenHash)
    .select(['unit_id as unitId', 'user_id as userId'])
    .executeTakeFirst();
}
