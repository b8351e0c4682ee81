import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Obstacle } from '#core/plans/follow-up.ts';
import type { HeldUpBy, ObstacleStatus, ObstacleVerb } from '#core/plans/obstacle-words.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** Who has to act, and by when. */
export type Whom = {
  holder: HeldUpBy;
  departmentId: string | null;
  name: string | null;
  answerBy: Day | null;
};

type Wanted = { unitId: string; taskId?: string; id?: string; isUnsettled?: boolean };

/** Obstacles with everything said about them, the latest first: of one task, one alone, or all unsettled ones. */
export async function listObstacles(tx: Tx, wanted: Wanted): Promise<Obstacle[]> {
  const rows = await tx
    .selectFrom('obstacle')
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'obstacle.unit_id')
        .onRef('department.id', '=', 'obstacle.department_id'),
    )
    .where('obstacle.unit_id', '=', wanted.unitId)
    .$if(wanted.taskId !== undefined, (query) => query.where('obstacle.task_id', '=', wanted.taskId!))
    .$if(wanted.id !== undefined, (query) => query.where('obstacle.id', '=', wanted.id!))
    .$if(wanted.isUnsettled === true, (query) => query.where('obstacle.status', '!=', 'settled'))
    .orderBy('obstacle.id', 'desc')
    .selectAll('obstacle')
    .select('department.name as department_name')
    .execute();
  if (rows.length === 0) return [];
  const entries = await tx
    .selectFrom('obstacle_entry')
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'obstacle_entry.unit_id')
        .onRef('department.id', '=', 'obstacle_entry.department_id'),
    )
    .where('obstacle_entry.unit_id', '=', wanted.unitId)
    .where(
      'obstacle_entry.obstacle_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('obstacle_entry.id')
    .selectAll('obstacle_entry')
    .select('department.name as department_name')
    .execute();
  const entriesByObstacle = Map.groupBy(entries, (entry) => entry.obstacle_id);
  return rows.map((row) => ({
    id: row.id,
    taskId: row.task_id,
    status: row.status,
    holder: row.holder,
    departmentId: row.department_id,
    departmentName: row.department_name,
    name: row.name,
    answerBy: row.answer_by,
    raisedBy: row.raised_by,
    raisedAt: row.raised_at,
    version: row.version,
    entries: (entriesByObstacle.get(row.id) ?? []).map((entry) => ({
      id: entry.id,
      verb: entry.verb,
      text: entry.text,
      holder: entry.holder,
      departmentName: entry.department_name,
      name: entry.name,
      answerBy: entry.answer_by,
      byName: entry.by_name,
      at: entry.at,
    })),
  }));
}

/** Keeps a new obstacle with its first words. Returns its id. */
export async function addObstacle(
  tx: Tx,
  actor: EventActor,
  { taskId, text, whom }: { taskId: string; text: string; whom: Whom },
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('obstacle')
    .values({
      unit_id: actor.unitId,
      id,
      task_id: taskId,
      status: 'open',
      ...whomColumns(whom),
      raised_by: actor.personName,
      raised_by_id: actor.userId,
    })
    .execute();
  await addEntry(tx, actor, id, { verb: 'raised', text, whom });
  return id;
}

/** Moves an obstacle by a next word. False when somebody else did since that version was read. */
export async function saveObstacle(
  tx: Tx,
  actor: EventActor,
  { id, version }: { id: string; version: number },
  {
    verb,
    text,
    status,
    whom,
  }: { verb: ObstacleVerb; text: string; status: ObstacleStatus; whom: Whom | null },
): Promise<boolean> {
  const saved = await tx
    .updateTable('obstacle')
    .set({ status, ...(whom ? whomColumns(whom) : {}), version: version + 1 })
    .where('unit_id', '=', actor.unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) return false;
  await addEntry(tx, actor, id, { verb, text, whom });
  return true;
}

async function addEntry(
  tx: Tx,
  actor: EventActor,
  obstacleId: string,
  { verb, text, whom }: { verb: ObstacleVerb; text: string; whom: Whom | null },
): Promise<void> {
  await tx
    .insertInto('obstacle_entry')
    .values({
      unit_id: actor.unitId,
      id: uuidv7(),
      obstacle_id: obstacleId,
      verb,
      text,
      ...(whom ? whomColumns(whom) : {}),
      by_name: actor.personName,
      by_id: actor.userId,
    })
    .execute();
}

function whomColumns({ holder, departmentId, name, answerBy }: Whom) {
  return { holder, department_id: departmentId, name, answer_by: answerBy };
}
