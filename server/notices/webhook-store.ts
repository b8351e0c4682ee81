import { v7 as uuidv7 } from 'uuid';
import type { Webhook, WebhookInput } from '#core/notices/contact.ts';
import type { Tx } from '#server/db/in-unit.ts';

const COLUMNS = ['id', 'name', 'url', 'is_on as isOn', 'created_at as createdAt', 'version'] as const;

/** The webhooks of the unit, without their secrets. */
export function listWebhooks(tx: Tx, unitId: string): Promise<Webhook[]> {
  return tx.selectFrom('webhook').where('unit_id', '=', unitId).orderBy('id').select(COLUMNS).execute();
}

export function addWebhook(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  { name, url, isOn, secret }: WebhookInput & { secret: string },
): Promise<Webhook> {
  return tx
    .insertInto('webhook')
    .values({ unit_id: unitId, id: uuidv7(), name, url, secret, is_on: isOn, created_by: userId })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Changes a webhook. Undefined when somebody else changed it since that version was read. */
export function saveWebhook(
  tx: Tx,
  unitId: string,
  id: string,
  { name, url, isOn, version }: WebhookInput & { version: number },
): Promise<Webhook | undefined> {
  return tx
    .updateTable('webhook')
    .set({ name, url, is_on: isOn, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(COLUMNS)
    .executeTakeFirst();
}

export async function removeWebhook(tx: Tx, unitId: string, id: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('webhook')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}
