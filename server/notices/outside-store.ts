import { sql } from 'kysely';
import type { Tx } from '#server/db/in-unit.ts';
import type { PushSubscription } from './send-push.ts';

/** Where a webhook goes and what it is signed with; the secret never leaves the server again. */
export async function findWebhook(
  tx: Tx,
  unitId: string,
  id: string,
): Promise<{ url: string; secret: string; isOn: boolean } | undefined> {
  return tx
    .selectFrom('webhook')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(['url', 'secret', 'is_on as isOn'])
    .executeTakeFirst();
}

export async function findSubscription(
  tx: Tx,
  unitId: string,
  id: string,
): Promise<PushSubscription | undefined> {
  return tx
    .selectFrom('push_subscription')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(['endpoint', 'keys'])
    .executeTakeFirst();
}

/** Forgets a browser that wants to be told no more. */
export async function dropSubscription(tx: Tx, unitId: string, id: string): Promise<void> {
  await tx.deleteFrom('push_subscription').where('unit_id', '=', unitId).where('id', '=', id).execute();
}

/** Switches a webhook off whose receiver said that it has ended. */
export async function switchWebhookOff(tx: Tx, unitId: string, id: string): Promise<void> {
  await tx
    .updateTable('webhook')
    .set({ is_on: false, version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}
