import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { EventNoun, EventVerb } from '#core/event-kinds.ts';
import type { Tx } from './in-unit.ts';
import { awaitSeal } from './seal-events.ts';

/** Who did it, as the log names them for good. */
export type EventActor = { userId: string; unitId: string; personName: string };

/** What kind of thing, and what happened to it in the past tense: a pair of core/event-kinds.ts. */
type NamedEvent = { [Noun in EventNoun]: { noun: Noun; verb: EventVerb<Noun> } }[EventNoun];

export type NewEvent = NamedEvent & {
  subjectId: string;
  /** Only what changed, as it was and as it is. */
  before?: unknown;
  after?: unknown;
};

/** The channel on which a committed change is told to every process: see changes.ts. */
export const CHANGE_CHANNEL = 'parindex_change';

/**
 * Writes who changed what from what to what, in the transaction of the change itself, and tells the
 * open pages of the unit once that transaction commits. The log can only be added to; `inUnit` chains it.
 */
export async function recordEvent(tx: Tx, actor: EventActor, event: NewEvent): Promise<void> {
  await recordUntold(tx, actor, event);
  await tellChange(tx, actor.unitId, event);
}

/** Writes to the log what no open page has to show anew, such as that something was read. */
export async function recordUntold(tx: Tx, actor: EventActor, event: NewEvent): Promise<void> {
  const id = uuidv7();
  await tx
    .insertInto('event')
    .values({
      unit_id: actor.unitId,
      id,
      actor_id: actor.userId,
      actor_name: actor.personName,
      noun: event.noun,
      subject_id: event.subjectId,
      verb: event.verb,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
    })
    .execute();
  awaitSeal(tx, actor.unitId, [id]);
}

/** Tells the open pages of the unit, once the transaction commits, what has become old. */
export async function tellChange(
  tx: Tx,
  unitId: string,
  { noun, subjectId }: { noun: string; subjectId: string },
): Promise<void> {
  const told = JSON.stringify({ unitId, noun, subjectId });
  await sql`select pg_notify(${CHANGE_CHANNEL}, ${told})`.execute(tx);
}

/** Tells the open pages of many units at once, as when a campaign moves on for all of them. */
export async function tellUnits(
  tx: Tx,
  unitIds: readonly string[],
  { noun, subjectId }: { noun: string; subjectId: string },
): Promise<void> {
  await sql`
    select pg_notify(${CHANGE_CHANNEL}, jsonb_build_object('unitId', id, 'noun', ${noun}::text, 'subjectId', ${subjectId}::text)::text)
    from unnest(${unitIds}::text[]) as told (id)`.execute(tx);
}

/**
 * Writes many events of one change by one statement, and tells the open pages once that `told` changed
 * instead of every subject: thousands of rows pasted together are one change to look at.
 */
export async function recordEvents(
  tx: Tx,
  actor: EventActor,
  events: readonly NewEvent[],
  told: { noun: string; subjectId: string },
): Promise<void> {
  if (events.length === 0) return;
  const written = events.map(({ noun, subjectId, verb, before, after }) => ({
    id: uuidv7(),
    noun,
    subject_id: subjectId,
    verb,
    before,
    after,
  }));
  await sql`
    insert into event (unit_id, id, actor_id, actor_name, noun, subject_id, verb, before, after)
    select ${actor.unitId}::uuid, e.id, ${actor.userId}, ${actor.personName}, e.noun, e.subject_id, e.verb,
      e.before, e.after
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as e (id uuid, noun text, subject_id text, verb text, before jsonb, after jsonb)`.execute(tx);
  awaitSeal(
    tx,
    actor.unitId,
    written.map(({ id }) => id),
  );
  await tellChange(tx, actor.unitId, told);
}
