import type { PresentPerson } from '#core/people/presence.ts';
import { GONE_AFTER_SECONDS } from '#core/people/presence-nouns.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { SignedInActor } from '#server/http/route.ts';

const since = (now: Date) => new Date(now.getTime() - GONE_AFTER_SECONDS * 1000).toISOString();

/** Notes that a person has something open; answers whether they have just come. */
export async function saveSeen(
  tx: Tx,
  { unitId, userId, personName }: SignedInActor,
  subject: string,
  now: Date,
): Promise<boolean> {
  const seen = { seen_at: now.toISOString(), person_name: personName };
  const { numUpdatedRows } = await tx
    .updateTable('presence')
    .set(seen)
    .where('unit_id', '=', unitId)
    .where('subject', '=', subject)
    .where('user_id', '=', userId)
    .where('seen_at', '>', since(now))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return false;
  // Whoever comes sweeps up after those who went without a word.
  await tx.deleteFrom('presence').where('unit_id', '=', unitId).where('seen_at', '<=', since(now)).execute();
  await tx
    .insertInto('presence')
    .values({ unit_id: unitId, subject, user_id: userId, ...seen })
    .onConflict((conflict) => conflict.columns(['unit_id', 'subject', 'user_id']).doUpdateSet(seen))
    .execute();
  return true;
}

/** Forgets that a person had something open; answers whether they had. */
export async function leave(tx: Tx, { unitId, userId }: SignedInActor, subject: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('presence')
    .where('unit_id', '=', unitId)
    .where('subject', '=', subject)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Who else has it open, by name. */
export async function findOthers(
  tx: Tx,
  { unitId, userId }: SignedInActor,
  subject: string,
  now: Date,
): Promise<PresentPerson[]> {
  return tx
    .selectFrom('presence')
    .where('unit_id', '=', unitId)
    .where('subject', '=', subject)
    .where('user_id', '!=', userId)
    .where('seen_at', '>', since(now))
    .select(['user_id as userId', 'person_name as personName'])
    .orderBy('person_name')
    .execute();
}
