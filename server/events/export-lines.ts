import { sql } from 'kysely';
import type { Tx } from '#server/db/in-unit.ts';
import { START_HASH } from '#server/db/seal-events.ts';
import { findHash, findHead, listChainLines } from './read-chain.ts';

/** Days of Viet Nam ("2026-11-23"); both are within. */
export type ExportedDays = { from?: string | undefined; to?: string | undefined };

/** Which lines: after one and up to another, both there when the export began. */
type ExportedLines = { after: number; upTo: number };

const NOTHING: ExportedLines = { after: 0, upTo: 0 };

/**
 * The lines of the log in which these days lie. They are in the order of committing, which two changes at
 * one time may have in another order than that of their moments, so a line of a neighbouring day may lie among them.
 */
async function findLines(tx: Tx, unitId: string, { from, to }: ExportedDays): Promise<ExportedLines> {
  if (from === undefined && to === undefined)
    return { after: 0, upTo: (await findHead(tx, unitId))?.seq ?? 0 };
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(s.seq) as first, max(s.seq) as last
    from event e join event_seal s on s.unit_id = e.unit_id and s.event_id = e.id
    where e.unit_id = ${unitId}
      and (${from ?? null}::date is null or e.at >= ${from ?? null}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
      and (${to ?? null}::date is null or e.at < (${to ?? null}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`.execute(
    tx,
  );
  const [found] = rows;
  return found?.first == null || found.last == null ? NOTHING : { after: found.first - 1, upTo: found.last };
}

/**
 * The log for somebody outside, a few thousand lines of JSON at a time: `{seq, hash, content}`, where content is
 * the very text that was hashed. Begun in the middle, the first line is `{seq, hash}` of the line before. An event
 * that is gone is left out, so that the gap shows. `within` runs each part in a transaction of its own.
 */
export async function* exportLines(
  within: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  unitId: string,
  days: ExportedDays,
): AsyncGenerator<{ text: string; lines: number }> {
  const { after, upTo } = await within((tx) => findLines(tx, unitId, days));
  if (after > 0) {
    const hash = (await within((tx) => findHash(tx, unitId, after))) ?? START_HASH;
    yield { text: `${JSON.stringify({ seq: after, hash })}\n`, lines: 0 };
  }
  let last = after;
  while (last < upTo) {
    const lines = await within((tx) => listChainLines(tx, unitId, { after: last, upTo }));
    if (lines.length === 0) return;
    const kept = lines.filter(({ content }) => content !== null);
    const text = kept.map(({ seq, hash, content }) => `${JSON.stringify({ seq, hash, content })}\n`).join('');
    yield { text, lines: kept.length };
    last = lines.at(-1)!.seq;
  }
}
