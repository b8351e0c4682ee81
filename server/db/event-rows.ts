import { sql } from 'kysely';
import type { EventEntry } from '#core/plans/plan.ts';
import type { Tx } from './in-unit.ts';

/** Which events: of one kind of thing, of one thing, by one person, of some days, and how many at most. */
export type EventsWanted = {
  unitId: string;
  noun?: string | undefined;
  subject?: string | undefined;
  limit: number;
  actorId?: string | undefined;
  /** Days of Viet Nam ("2026-11-23"); both are within. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only what is older than this event. */
  before?: string | undefined;
  /** Who reads, when they may not see what others read and when others signed in. */
  onlyOwnReadsOf?: string | undefined;
};

/** Events of a unit, newest first; ids are in the order of time. What is restricted the database leaves out. */
export async function listEvents(tx: Tx, wanted: EventsWanted): Promise<EventEntry[]> {
  const { unitId, noun, subject, limit, actorId, from, to, before, onlyOwnReadsOf } = wanted;
  const rows = await tx
    .selectFrom('event')
    .where('unit_id', '=', unitId)
    .$if(noun !== undefined, (query) => query.where('noun', '=', noun!))
    .$if(subject !== undefined, (query) => query.where('subject_id', '=', subject!))
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId!))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .$if(from !== undefined, (query) => query.where('at', '>=', startOfDay(from!)))
    .$if(to !== undefined, (query) => query.where('at', '<', startOfDay(to!, 1)))
    .$if(onlyOwnReadsOf !== undefined, (query) =>
      query.where(
        sql<boolean>`((verb not in ('read', 'exported') and noun <> 'session') or actor_id = ${onlyOwnReadsOf})`,
      ),
    )
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

const startOfDay = (day: string, daysLater = 0) =>
  sql<string>`(${day}::date + ${daysLater}::int)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
