import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Notice, NoticeContent } from '#core/notices/notice.ts';
import { type NoticeSettings, USUAL_SETTINGS } from '#core/notices/notice-settings.ts';
import type { Channel } from '#core/notices/notice-words.ts';
import { tellChange } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** The unit's rules of reminding, the usual ones until it sets its own (version 0). */
export async function findNoticeSettings(
  tx: Tx,
  unitId: string,
): Promise<{ settings: NoticeSettings; version: number }> {
  const row = await tx
    .selectFrom('notice_settings')
    .where('unit_id', '=', unitId)
    .select(['settings', 'version'])
    .executeTakeFirst();
  return row ?? { settings: USUAL_SETTINGS, version: 0 };
}

/** Keeps the unit's rules. False when somebody else changed them since that version was read. */
export async function saveNoticeSettings(
  tx: Tx,
  unitId: string,
  { settings, version }: { settings: NoticeSettings; version: number },
): Promise<boolean> {
  const kept = JSON.stringify(settings);
  const saved = await tx
    .insertInto('notice_settings')
    .values({ unit_id: unitId, settings: kept })
    .onConflict((conflict) =>
      conflict
        .column('unit_id')
        .doUpdateSet({ settings: kept, version: version + 1 })
        .where('notice_settings.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return saved?.version === version + 1;
}

/** Claims a day for the unit's digests. False when they have been made already. */
export async function claimRun(tx: Tx, unitId: string, day: Day): Promise<boolean> {
  const claimed = await tx
    .insertInto('notice_run')
    .values({ unit_id: unitId, day, digests: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** The last day for which digests were made; null before the first. */
export async function lastRun(tx: Tx, unitId: string): Promise<Day | null> {
  const row = await tx
    .selectFrom('notice_run')
    .where('unit_id', '=', unitId)
    .select(({ fn }) => fn.max('day').as('day'))
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Notes how many digests the claimed day brought. */
export async function noteDigests(tx: Tx, unitId: string, day: Day, digests: number): Promise<void> {
  await tx
    .updateTable('notice_run')
    .set({ digests })
    .where('unit_id', '=', unitId)
    .where('day', '=', day)
    .execute();
}

export type NewNotice = {
  userId: string;
  content: NoticeContent;
  day: Day;
  /** What it is about, so that the same is not told twice on a day. */
  subject: string;
  goesTo: { channel: Channel; address: string }[];
};

/** Rows written by one statement: far below the number of values PostgreSQL takes. */
const AT_ONCE = 1000;

/** Keeps notices with where they go out. What a person was told already that day is left out. */
export async function addNotices(
  tx: Tx,
  unitId: string,
  notices: readonly NewNotice[],
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  const goesToById = new Map<string, NewNotice['goesTo']>();
  const rows = notices.map(({ userId, content, day, subject, goesTo }) => {
    const id = uuidv7();
    goesToById.set(id, goesTo);
    return {
      unit_id: unitId,
      id,
      user_id: userId,
      kind: content.kind,
      day,
      subject,
      content: JSON.stringify(content),
      created_at: at,
    };
  });
  let added = 0;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const kept = await tx
      .insertInto('notice')
      .values(rows.slice(start, start + AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    added += kept.length;
    const deliveries = kept.flatMap(({ id }) =>
      (goesToById.get(id) ?? []).map((goes) => ({
        unit_id: unitId,
        id: uuidv7(),
        notice_id: id,
        next_try_at: at,
        created_at: at,
        ...goes,
      })),
    );
    for (let first = 0; first < deliveries.length; first += AT_ONCE) {
      await tx
        .insertInto('delivery')
        .values(deliveries.slice(first, first + AT_ONCE))
        .execute();
    }
  }
  if (added > 0) await tellChange(tx, unitId, { noun: 'notice', subjectId: unitId });
  return added;
}

/** What a person was told, the latest first. */
export async function listNotices(tx: Tx, unitId: string, userId: string, limit: number): Promise<Notice[]> {
  const rows = await tx
    .selectFrom('notice')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    day: row.day,
    content: row.content,
    createdAt: row.created_at,
    readAt: row.read_at,
  }));
}

export async function countUnread(tx: Tx, unitId: string, userId: string): Promise<number> {
  const row = await tx
    .selectFrom('notice')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('unread'))
    .executeTakeFirstOrThrow();
  return row.unread;
}

/** Notes that a person has seen everything they were told up to one of their notices. */
export async function markRead(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  upTo: string,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_at: now.toISOString() })
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute();
}
