import type { EventEntry } from '#core/plans/plan.ts';
import type { Tx } from './in-unit.ts';

/** Which events: of one kind of thing, of one thing, and how many at most. */
export type EventsWanted = {
  unitId: string;
  noun?: string | undefined;
  subject?: string | undefined;
  limit: number;
};

/** Events of a unit, newest first; ids are in the order of time. What is restricted the database leaves out. */
export async function listEvents(
  tx: Tx,
  { unitId, noun, subject, limit }: EventsWanted,
): Promise<EventEntry[]> {
  const rows = await tx
    .selectFrom('event')
    .where('unit_id', '=', unitId)
    .$if(noun !== undefined, (query) => query.where('noun', '=', noun!))
    .$if(subject !== undefined, (query) => query.where('subject_id', '=', subject!))
    .orderBy('id', 'desc')
    .limit(limit)
    .select(['id', 'at', 'actor_name', 'noun', 'subject_id', 'verb', 'before', 'after'])
    .execute();
  return rows.map(({ actor_name, subject_id, ...event }) => ({
    ...event,
    actorName: actor_name,
    subjectId: subject_id,
  }));
}
