import { sql } from 'kysely';
import type { Delivery } from '#core/notices/contact.ts';
import { DELIVERY_STATES, type DeliveryState } from '#core/notices/notice-words.ts';
import type { Tx } from '#server/db/in-unit.ts';

const SHOWN = 200;
const COUNTED_MS = 30 * 24 * 60 * 60 * 1000;

/** What became of the latest messages; a push has no target anybody could read. */
export async function listDeliveries(
  tx: Tx,
  unitId: string,
  state: DeliveryState | undefined,
): Promise<Delivery[]> {
  return tx
    .selectFrom('delivery')
    .innerJoin('notice', (join) =>
      join.onRef('notice.unit_id', '=', 'delivery.unit_id').onRef('notice.id', '=', 'delivery.notice_id'),
    )
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.unit_id', '=', 'notice.unit_id')
        .onRef('membership.user_id', '=', 'notice.user_id'),
    )
    .where('delivery.unit_id', '=', unitId)
    .$if(state !== undefined, (query) => query.where('delivery.state', '=', state!))
    .orderBy('delivery.id', 'desc')
    .limit(SHOWN)
    .select([
      'delivery.id',
      'notice.kind',
      'notice.day',
      'membership.person_name as personName',
      'delivery.channel',
      'delivery.state',
      'delivery.attempts',
      'delivery.next_try_at as nextTryAt',
      'delivery.reason',
      'delivery.created_at as createdAt',
      'delivery.settled_at as settledAt',
      sql<string>`case delivery.channel when 'mail' then delivery.address when 'webhook' then coalesce(
        (select name from webhook where webhook.unit_id = delivery.unit_id
          and webhook.id::text = delivery.address), '') else '' end`.as('target'),
    ])
    .execute();
}

/** How many messages of the last thirty days are in each state. */
export async function countByState(
  tx: Tx,
  unitId: string,
  now: Date,
): Promise<Record<DeliveryState, number>> {
  const rows = await tx
    .selectFrom('delivery')
    .where('unit_id', '=', unitId)
    .where('created_at', '>', new Date(now.getTime() - COUNTED_MS).toISOString())
    .groupBy('state')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(DELIVERY_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    DeliveryState,
    number
  >;
}

/** Puts an ended message in line again, as if it were new. False when it has not ended, or was sent. */
export async function sendAgain(tx: Tx, unitId: string, id: string, now: Date): Promise<boolean> {
  const at = now.toISOString();
  const queued = await tx
    .updateTable('delivery')
    .set({ state: 'queued', next_try_at: at, created_at: at, settled_at: null, attempts: 0, reason: '' })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'unsure'])
    .executeTakeFirst();
  return queued.numUpdatedRows === 1n;
}
