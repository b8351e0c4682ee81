import { sql } from 'kysely';
import type { Tx } from '#server/db/in-unit.ts';
import { EVENT_CONTENT } from '#server/db/seal-events.ts';

/** One line of the log as it is kept; content is null when the event itself is gone. */
export type ChainLine = { seq: number; eventId: string; hash: string; content: string | null };
export type ChainHead = { seq: number; hash: string };

const BATCH = 2000;

/** The next lines of a unit's chain after a line, in order; none at its end. */
export async function listChainLines(
  tx: Tx,
  unitId: string,
  { after, upTo = null }: { after: number; upTo?: number | null },
): Promise<ChainLine[]> {
  const { rows } = await sql<ChainLine>`
    select s.seq, s.event_id as "eventId", s.hash, ${sql.raw(`case when e.id is not null then ${EVENT_CONTENT} end`)} as content
    from event_seal s left join event e on e.unit_id = s.unit_id and e.id = s.event_id
    where s.unit_id = ${unitId} and s.seq > ${after} and (${upTo}::bigint is null or s.seq <= ${upTo}::bigint)
    order by s.seq limit ${BATCH}`.execute(tx);
  return rows;
}

/** Where the chain of a unit stands by its own account; undefined while nothing was ever logged. */
export function findHead(tx: Tx, unitId: string): Promise<ChainHead | undefined> {
  return tx.selectFrom('event_head').select(['seq', 'hash']).where('unit_id', '=', unitId).executeTakeFirst();
}

/** The hash of one line; undefined when there is no such line. */
export async function findHash(tx: Tx, unitId: string, seq: number): Promise<string | undefined> {
  const found = await tx
    .selectFrom('event_seal')
    .select('hash')
    .where('unit_id', '=', unitId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return found?.hash;
}

/** How many events have no line in the chain, and the first of them. */
export async function countUnsealed(
  tx: Tx,
  unitId: string,
): Promise<{ events: number; firstId: string | null }> {
  const { rows } = await sql<{ events: number; firstId: string | null }>`
    select count(*) as events, min(e.id::text) as "firstId" from event e
    where e.unit_id = ${unitId}
      and not exists (select from event_seal s where s.unit_id = e.unit_id and s.event_id = e.id)`.execute(
    tx,
  );
  return rows[0] ?? { events: 0, firstId: null };
}
