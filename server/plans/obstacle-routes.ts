import { z } from 'zod';
import { type Action, refuseAction } from '#core/people/permissions.ts';
import { obstacleEntryInputSchema, obstacleInputSchema, obstacleSchema } from '#core/plans/follow-up.ts';
import { moveObstacle, refuseHolder } from '#core/plans/follow-up-rules.ts';
import type { ObstacleVerb } from '#core/plans/obstacle-words.ts';
import type { Task } from '#core/plans/task.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { tellObstacle } from '#server/notices/tell-obstacle.ts';
import { findTask, lockTask } from './find-task.ts';
import { type FollowUpProblem, followUpProblems } from './follow-up-problems.ts';
import { moveCustody, toOwner } from './move-custody.ts';
import { listObstacles, saveObstacle } from './obstacle-store.ts';
import { raiseObstacle } from './raise-obstacle.ts';
import { isKnownDepartment, listDepartments } from './store.ts';

const idSchema = z.object({ id: z.uuid() });

/** Who may say which word: whoever has to act forwards and answers, the owner of the task settles. */
const ACTION_OF = {
  raised: 'task.update',
  forwarded: 'obstacle.answer',
  answered: 'obstacle.answer',
  reopened: 'task.update',
  settled: 'task.update',
} as const satisfies Record<ObstacleVerb, Action>;

export function obstacleRoutes(): Route[] {
  const { inUnit } = routesOf<FollowUpProblem>(followUpProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/obstacles',
      permission: 'task.read',
      summary: 'every obstacle of the unit that is not settled, the latest first',
      answer: z.array(obstacleSchema),
      run: ({ tx, actor }) => listObstacles(tx, { unitId: actor.unitId, isUnsettled: true }),
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/obstacles',
      permission: 'task.update',
      summary: 'an owner says what stands in the way and who must act; the task is theirs until they answer',
      params: idSchema,
      body: obstacleInputSchema,
      answer: obstacleSchema,
      async run({ tx, actor, params: { id }, body, today, now }) {
        const raised = await raiseObstacle(tx, actor, { id, today, now }, body);
        return 'kind' in raised ? refuse(raised) : (await findObstacle(tx, actor, raised.obstacleId))!;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/obstacles/{id}/entries',
      permission: 'obstacle.answer',
      summary: 'a next word on an obstacle: forwarded, answered, opened again, settled',
      params: idSchema,
      body: obstacleEntryInputSchema,
      answer: obstacleSchema,
      async run({ tx, actor, params: { id }, body, today, now }) {
        const obstacle = await findObstacle(tx, actor, id);
        // The task moves with its obstacle: words on two obstacles of one task come one after the other.
        if (obstacle) await lockTask(tx, actor.unitId, obstacle.taskId);
        const plan = await findLivePlan(tx, actor.unitId);
        const task = obstacle && plan && (await findTask(tx, plan, today, obstacle.taskId));
        if (!obstacle || !task) return refuse({ kind: 'not_found', noun: 'obstacle' });
        const action = ACTION_OF[body.verb];
        const acting = {
          owners: obstacle.departmentId === null ? [] : [{ departmentId: obstacle.departmentId }],
        };
        const kinds = new Map(
          (await listDepartments(tx, actor.unitId)).map(({ id: of, kind }) => [of, kind]),
        );
        const answering = action === 'obstacle.answer' ? acting : task;
        const departments = answeringDepartments(answering, kinds, actor.departmentId);
        const refusal = refuseAction(actor, action, departments);
        if (refusal) return refuse(refusal);
        const moved = moveObstacle(obstacle.status, body.verb, body.whom !== null);
        if ('kind' in moved) return refuse(moved);
        const whom = body.verb === 'forwarded' || body.verb === 'reopened' ? body.whom : null;
        const unfitting = whom && refuseHolder(whom);
        if (unfitting) return refuse(unfitting);
        if (whom && !(await isKnownDepartment(tx, actor.unitId, whom.departmentId)))
          return refuse({ kind: 'department_unknown', field: 'departmentId' });
        const { verb, text, version } = body;
        if (!(await saveObstacle(tx, actor, { id, version }, { verb, text, status: moved.status, whom })))
          return refuse({ kind: 'stale_version' });
        await followCustody(tx, actor, { task, today }, { verb, text, whom: whom ?? obstacle });
        await recordEvent(tx, actor, {
          noun: 'obstacle',
          subjectId: task.id,
          verb,
          before: { status: obstacle.status },
          after: { status: moved.status, text, ...(whom ? { whom } : {}) },
        });
        const after = (await findObstacle(tx, actor, id))!;
        await tellObstacle(tx, actor, { task, obstacle: after, now });
        return after;
      },
    }),
  ];
}

async function findObstacle(tx: Tx, { unitId }: SignedInActor, id: string) {
  const [obstacle] = await listObstacles(tx, { unitId, id });
  return obstacle;
}

type Word = {
  verb: ObstacleVerb;
  text: string;
  whom: Pick<z.infer<typeof obstacleSchema>, 'holder' | 'departmentId' | 'name' | 'answerBy'>;
};

/** The task goes where its obstacle goes: on to whoever has to act, back to its owner with the answer. */
async function followCustody(
  tx: Tx,
  actor: SignedInActor,
  { task, today }: { task: Task; today: string },
  { verb, text, whom }: Word,
): Promise<void> {
  if (task.status === 'done') return;
  const isGoingOn = verb === 'forwarded' || verb === 'reopened';
  if (!isGoingOn && task.holder.holder === 'owner') return;
  const { holder, departmentId, name, answerBy } = whom;
  const handOver = isGoingOn ? { holder, departmentId, name, answerBy, reason: text } : toOwner(text);
  await moveCustody(tx, actor, task, today, handOver);
}
