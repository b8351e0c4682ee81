import { sql, type Transaction } from 'kysely';
import { validate } from 'uuid';
import type { Schema } from './schema.ts';

type Tx = Transaction<Schema>;

/** The hash that stands before the first line of every unit. */
export const START_HASH = '0'.repeat(64);

/**
 * All that an event `e` says, as the text that is hashed and exported: an object in the order PostgreSQL
 * writes jsonb, the moment in UTC with microseconds. Changed only together with a new kind of chain.
 */
export const EVENT_CONTENT = `jsonb_build_object('unitId', e.unit_id, 'id', e.id,
  'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actorId', e.actor_id,
  'actorName', e.actor_name, 'noun', e.noun, 'subjectId', e.subject_id, 'verb', e.verb, 'before', e.before,
  'after', e.after)::text`;

const unsealedByTx = new WeakMap<Tx, Map<string, string[]>>();

/** Keeps in mind which events of a unit a transaction wrote, until it seals them. */
export function awaitSeal(tx: Tx, unitId: string, ids: readonly string[]): void {
  const byUnit = unsealedByTx.get(tx) ?? new Map<string, string[]>();
  unsealedByTx.set(tx, byUnit);
  const awaiting = byUnit.get(unitId) ?? [];
  byUnit.set(unitId, awaiting);
  for (const id of ids) awaiting.push(id);
}

/**
 * Chains what the transaction wrote to the log of each unit it wrote to, in the order it was written. The last
 * thing before it commits: the head of the log is then the last row it waits for, so nobody who has it waits for others.
 */
export async function sealEvents(tx: Tx): Promise<void> {
  const byUnit = [...(unsealedByTx.get(tx) ?? [])];
  unsealedByTx.delete(tx);
  // In one order for everybody: two transactions that write to the same two units must not wait for each other.
  for (const [unitId, ids] of byUnit.sort(([one], [other]) => (one < other ? -1 : 1))) {
    await sql.raw(sealingStatements(unitId, ids)).execute(tx);
  }
}

/**
 * Sent as one message, so one way there and back; each statement sees what was committed while the one before
 * waited. In the role of the product: a person may write what they may not read.
 */
function sealingStatements(unitId: string, ids: readonly string[]): string {
  if (![unitId, ...ids].every((id) => validate(id))) throw new Error('units and events have UUIDs');
  return `
    set local app.unit_id = '${unitId}'; set local app.role = 'system';
    insert into event_head (unit_id, seq, hash) values ('${unitId}', 0, '${START_HASH}') on conflict do nothing;
    select seq from event_head where unit_id = '${unitId}' for update;
    with written as (
      insert into event_seal (unit_id, seq, event_id, hash)
      select e.unit_id, head.seq + row_number() over line, e.id, event_chain(head.hash, ${EVENT_CONTENT}) over line
      from event e join event_head head on head.unit_id = e.unit_id
      where e.unit_id = '${unitId}' and e.id = any('{${ids.join(',')}}'::uuid[])
      window line as (order by e.id rows between unbounded preceding and current row)
      returning seq, hash
    )
    update event_head set (seq, hash) = (select seq, hash from written order by seq desc limit 1)
    where unit_id = '${unitId}'`;
}
