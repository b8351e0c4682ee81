import type { ObstacleInput } from '#core/plans/follow-up.ts';
import { type FollowUpRefusal, refuseHolder } from '#core/plans/follow-up-rules.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { tellObstacle } from '#server/notices/tell-obstacle.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { rescoreTasks } from '#server/scoring/rescore-tasks.ts';
import { findPermitted } from './find-task.ts';
import { moveCustody } from './move-custody.ts';
import { addObstacle, listObstacles } from './obstacle-store.ts';
import type { AnswerRefusal } from './record-progress.ts';
import { isKnownDepartment, saveProgress } from './store.ts';

type ObstacleRefusal =
  | AnswerRefusal
  | FollowUpRefusal
  | { kind: 'department_unknown'; field: 'departmentId' };

/**
 * Keeps what stands in a task's way and hands the task to whoever must act, who is told. Refuses what the
 * actor may not update, a finished task, nobody named, an unknown department and a version that is not the
 * latest; the transaction is to be rolled back then.
 */
export async function raiseObstacle(
  tx: Tx,
  actor: SignedInActor,
  { id, today, now }: { id: string; today: string; now: Date },
  { text, version, ...whom }: ObstacleInput,
): Promise<{ obstacleId: string } | ObstacleRefusal> {
  await lockScores(tx, actor.unitId);
  const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
  if ('kind' in found) return found;
  const { plan, task } = found;
  if (task.status === 'done') return { kind: 'task_finished' };
  const unfitting = refuseHolder(whom);
  if (unfitting) return unfitting;
  if (!(await isKnownDepartment(tx, actor.unitId, whom.departmentId)))
    return { kind: 'department_unknown', field: 'departmentId' };
  const stuck = {
    status: 'stuck' as const,
    percent: task.percent,
    note: text,
    isNothingNew: false,
    finishedOn: null,
    recordedBy: actor.personName,
  };
  const isKept =
    (await saveProgress(tx, plan, { id, version }, stuck)) &&
    (await moveCustody(tx, actor, { id, version: version + 1 }, today, { ...whom, reason: text }));
  if (!isKept) return { kind: 'stale_version' };
  const obstacleId = await addObstacle(tx, actor, { taskId: id, text, whom });
  await recordEvent(tx, actor, { noun: 'obstacle', subjectId: id, verb: 'raised', after: { text, whom } });
  await rescoreTasks(tx, actor, plan, { today, task, note: text });
  const [obstacle] = await listObstacles(tx, { unitId: actor.unitId, id: obstacleId });
  if (obstacle) await tellObstacle(tx, actor, { task, obstacle, now });
  return { obstacleId };
}
