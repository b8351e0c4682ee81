import { sql } from 'kysely';
import type { EventNoun, EventVerb } from '#core/event-kinds.ts';
import { type EventActor, type NewEvent, recordUntold } from './events.ts';
import { asSystem, type Tx } from './in-unit.ts';

const QUIET_MINUTES = 15;

type ReadNoun = { [Noun in EventNoun]: 'read' extends EventVerb<Noun> ? Noun : never }[EventNoun];

/**
 * Writes that somebody read what not everybody may read: rows of a restricted register, evidence on them,
 * addresses of people. One event a person, subject and quarter of an hour, however many requests a page makes.
 */
export function recordRead(
  tx: Tx,
  actor: EventActor,
  subject: { noun: ReadNoun; subjectId: string; after?: unknown },
): Promise<void> {
  return recordSeldom(tx, actor, { ...subject, verb: 'read' });
}

/** Writes an event unless the same was written of the person in the last quarter of an hour; open pages are not told. */
export async function recordSeldom(tx: Tx, actor: EventActor, event: NewEvent): Promise<void> {
  const { noun, subjectId, verb } = event;
  if (await wasRecorded(tx, actor, event)) return;
  // Requests of one page come together: the second waits for the first, and then sees what it wrote.
  const name = JSON.stringify([actor.unitId, actor.userId, noun, subjectId, verb]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  if (!(await wasRecorded(tx, actor, event))) await recordUntold(tx, actor, event);
}

/** Looked up as the product: narrow roles write to the log what they may not read there. */
function wasRecorded(tx: Tx, actor: EventActor, event: NewEvent): Promise<boolean> {
  return asSystem(tx, () => findRecorded(tx, actor, event));
}

async function findRecorded(
  tx: Tx,
  { unitId, userId }: EventActor,
  { noun, subjectId, verb }: NewEvent,
): Promise<boolean> {
  const found = await tx
    .selectFrom('event')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('noun', '=', noun)
    .where('subject_id', '=', subjectId)
    .where('verb', '=', verb)
    .where('actor_id', '=', userId)
    .where('at', '>', sql<string>`now() - make_interval(mins => ${QUIET_MINUTES})`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
