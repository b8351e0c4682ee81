import { z } from 'zod';
import { applyBulkChange, bulkInputSchema } from '#core/plans/bulk-edit.ts';
import { type Task, taskSchema } from '#core/plans/task.ts';
import { claimPlan, findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { rescoreTasks } from '#server/scoring/rescore-tasks.ts';
import { recordEdit, rewriteTask } from './change-task.ts';
import { type PlanRefusal, planProblems } from './problems.ts';

export function bulkRoutes(): Route[] {
  const { inUnit } = routesOf<PlanRefusal>(planProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/tasks/bulk',
      permission: 'task.edit',
      summary: 'sets the same in several tasks: in all of them or in none',
      body: bulkInputSchema,
      answer: z.array(taskSchema),
      async run({ tx, actor, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        if (!(await claimPlan(tx, plan))) return refuse({ kind: 'stale_version' });
        const beforeById = new Map((await listTasks(tx, plan, today)).map((task) => [task.id, task]));
        const chosen: Task[] = [];
        for (const { id, version } of body.tasks) {
          const before = beforeById.get(id);
          if (!before) return refuse({ kind: 'not_found', noun: 'task' });
          const { input, owners } = applyBulkChange(before, version, body.change);
          const refusal = await rewriteTask(tx, plan, before, input, today, owners);
          if (refusal) return refuse(refusal);
          chosen.push(before);
        }
        const afterById = new Map((await listTasks(tx, plan, today)).map((task) => [task.id, task]));
        const changed = chosen.flatMap(({ id }) => afterById.get(id) ?? []);
        for (const [index, after] of changed.entries()) {
          const before = chosen[index];
          if (before) await recordEdit(tx, actor, before, after);
        }
        const [first] = changed;
        if (first) await rescoreTasks(tx, actor, plan, { today, task: first });
        return changed;
      },
    }),
  ];
}
