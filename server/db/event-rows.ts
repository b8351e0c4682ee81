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
  /** Leaves out what happened to rows of these registers and to evidence on them. */
  hiddenRegisters?: readonly string[] | undefined;
};

/** Events of a unit, newest first; ids are in the order of time. */
export async function listEvents(tx: Tx, wanted: EventsWanted): Promise<EventEntry[]> {
  const { unitId, noun, subject, limit, actorId, from, to, before, onlyOwnReadsOf } = wanted;
  const { hiddenRegisters = [] } = wanted;
  const rows = await tx
    .selectFrom('event')
    .where('unit_id', '=', unitId)
    .$if(noun !== undefined, (query) => query.where('noun', '=', noun!))
    .$if(subject !== undefined, (query) => query.where('subject_id', '=', subject!))
    .$if(hiddenRegisters.length > 0, (query) => query.where(isShown(unitId, hiddenRegisters)))
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

/**
 * Not about a row of these registers, nor about evidence that hangs or once hung on one, in any of its
 * versions: what a reviewer wrote about such evidence is as restricted as the row.
 */
function isShown(unitId: string, registers: readonly string[]) {
  return sql<boolean>`event.subject_id not in (
    with recursive hidden as (
      select id from register_row where unit_id = ${unitId} and register_key = any(${registers}::text[])
    ), proof as (
      select l.evidence_id as id from evidence_link l
      join hidden on hidden.id = l.target_id
      where l.unit_id = ${unitId} and l.target = 'register_row'
      union
      select e.subject_id::uuid from event e
      join hidden on hidden.id::text in (e.before->>'targetId', e.after->>'targetId')
        or e.after @> jsonb_build_object('links', jsonb_build_array(jsonb_build_object('targetId', hidden.id)))
      where e.unit_id = ${unitId} and e.noun = 'evidence'
    ), versions as (
      select id from proof
      union
      select other.id from evidence other
      join versions on versions.id in (other.replaces_id, other.replaced_by_id)
      where other.unit_id = ${unitId}
    )
    select id::text from hidden union all select id::text from versions
  )`;
}
