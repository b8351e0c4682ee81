import { sql } from 'kysely';
import type { NoticeContent } from '#core/notices/notice.ts';
import type { Channel } from '#core/notices/notice-words.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** Something that waits to go out, with what it says and for whom. */
export type Waiting = {
  id: string;
  noticeId: string;
  channel: Channel;
  address: string;
  attempts: number;
  createdAt: string;
  content: NoticeContent;
  userId: string;
  personName: string;
  /** When the person left the unit; null while they belong to it. */
  leftAt: string | null;
};

type Which = { now: Date; limit: number; isOnlyTests: boolean };

/** What is due to go out now, the oldest first; outside the hours of sending only what somebody tries out. */
export async function listDue(
  tx: Tx,
  unitId: string,
  { now, limit, isOnlyTests }: Which,
): Promise<Waiting[]> {
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
    .where('delivery.state', '=', 'queued')
    .where('delivery.next_try_at', '<=', now.toISOString())
    .$if(isOnlyTests, (query) => query.where('notice.kind', '=', 'test'))
    .orderBy('delivery.id')
    .limit(limit)
    .select([
      'delivery.id',
      'delivery.notice_id as noticeId',
      'delivery.channel',
      'delivery.address',
      'delivery.attempts',
      'delivery.created_at as createdAt',
      'notice.content',
      'notice.user_id as userId',
      'membership.person_name as personName',
      'membership.ended_at as leftAt',
    ])
    .execute();
}

/** Whether anything of the unit waits to go out, or was being handed over when a process ended. */
export async function hasOpenDeliveries(tx: Tx, unitId: string, now: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('delivery')
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['queued', 'handed'])
    .where('next_try_at', '<=', now.toISOString())
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes a waiting delivery for handing over. False when it waits no longer: then it must not go out. */
export async function claimDelivery(tx: Tx, unitId: string, id: string): Promise<boolean> {
  const claimed = await tx
    .updateTable('delivery')
    .set({ state: 'handed' })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/**
 * What was being handed over when its process ended is marked as unsure: the mail server may have taken
 * it, so it is never sent again unless a person says so.
 */
export async function settleInterrupted(tx: Tx, unitId: string, now: Date): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'unsure', reason: 'INTERRUPTED', settled_at: now.toISOString() })
    .where('unit_id', '=', unitId)
    .where('state', '=', 'handed')
    .execute();
}

type Settled = { state: 'sent' | 'failed' | 'unsure'; reason: string; now: Date };

/** Notes how a delivery ended. */
export async function settleDelivery(
  tx: Tx,
  unitId: string,
  id: string,
  { state, reason, now }: Settled,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state, reason, attempts: sql`attempts + 1`, settled_at: now.toISOString() })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

type Postponed = { reason: string; until: Date };

/** Puts a delivery back in line after an attempt that did not reach the other side. */
export async function postponeDelivery(
  tx: Tx,
  unitId: string,
  id: string,
  { reason, until }: Postponed,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'queued', reason, attempts: sql`attempts + 1`, next_try_at: until.toISOString() })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

/** Lets all waiting mail of the unit wait as long as the one that found the server down. */
export async function postponeMail(tx: Tx, unitId: string, { reason, until }: Postponed): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ reason, attempts: sql`attempts + 1`, next_try_at: until.toISOString() })
    .where('unit_id', '=', unitId)
    .where('channel', '=', 'mail')
    .where('state', '=', 'queued')
    .where('next_try_at', '<', until.toISOString())
    .execute();
}
