import { z } from 'zod';
import { refuseDeadline } from '#core/deadlines/refuse-deadline.ts';
import { eventSchema } from '#core/plans/plan.ts';
import { progressInputSchema, progressSchema, taskInputSchema, taskSchema } from '#core/plans/task.ts';
import { nextTaskKey } from '#core/plans/task-rules.ts';
import { listEvents } from '#server/db/event-rows.ts';
import { recordEvent } from '#server/db/events.ts';
import { claimPlan, findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { rescoreTasks } from '#server/scoring/rescore-tasks.ts';
import { describeTask, recordEdit, rewriteTask, saveLinks } from './change-task.ts';
import { findPermitted, findTask, keepReadable } from './find-task.ts';
import { type PlanRefusal, planProblems } from './problems.ts';
import { recordProgress } from './record-progress.ts';
import { addTask, listProgress, listTaskPositions } from './store.ts';

const idSchema = z.object({ id: z.uuid() });
const newTaskSchema = taskInputSchema.omit({ version: true }).extend({
  section: z.string().trim().min(1).max(20),
});
const EVENTS_SHOWN = 100;

export function taskRoutes(): Route[] {
  const { inUnit } = routesOf<PlanRefusal>(planProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/tasks',
      permission: 'task.read',
      summary: 'the tasks of the live plan the person may see, in the order of the document',
      answer: z.array(taskSchema),
      async run({ tx, actor, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        return keepReadable(tx, actor, await listTasks(tx, plan, today));
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/tasks/{id}',
      permission: 'task.read',
      summary: 'one task with its updates and its history',
      params: idSchema,
      answer: z.object({
        task: taskSchema,
        progress: z.array(progressSchema),
        events: z.array(eventSchema),
      }),
      async run({ tx, actor, params: { id }, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.read' });
        if ('kind' in found) return refuse(found);
        const { plan, task } = found;
        const progress = await listProgress(tx, plan, id);
        const wanted = { unitId: actor.unitId, noun: 'task', subject: id, limit: EVENTS_SHOWN };
        return { task, progress, events: await listEvents(tx, wanted) };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/progress',
      permission: 'task.update',
      summary: 'an owner says how far a task is; "nothing new" is an answer too',
      params: idSchema,
      body: progressInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const recorded = await recordProgress(tx, actor, { id, today }, body);
        return 'kind' in recorded ? refuse(recorded) : recorded.after;
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/tasks/{id}',
      permission: 'task.edit',
      summary: 'rewrites a task, its deadline, who answers for it and what it serves',
      params: idSchema,
      body: taskInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'not_found', noun: 'task' });
        if (!(await claimPlan(tx, plan))) return refuse({ kind: 'stale_version' });
        const before = await findTask(tx, plan, today, id);
        if (!before) return refuse({ kind: 'not_found', noun: 'task' });
        const refusal = await rewriteTask(tx, plan, before, body, today);
        if (refusal) return refuse(refusal);
        const after = await findTask(tx, plan, today, id);
        if (!after) return refuse({ kind: 'not_found', noun: 'task' });
        await recordEdit(tx, actor, before, after);
        await rescoreTasks(tx, actor, plan, { today, task: after });
        return after;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks',
      permission: 'task.edit',
      summary: 'adds a task to a section of the plan',
      body: newTaskSchema,
      answer: taskSchema,
      async run({ tx, actor, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        if (!(await claimPlan(tx, plan))) return refuse({ kind: 'stale_version' });
        const unfitting = refuseDeadline(body.deadline);
        if (unfitting) return refuse(unfitting);
        const { section, text, deadline } = body;
        const others = await listTaskPositions(tx, plan);
        const last = others.findLast((each) => each.section === section);
        const key = nextTaskKey(
          section,
          others.map((each) => each.key),
        );
        const position = last?.position ?? (others.at(-1)?.position ?? 0) + 1;
        const sectionTitle = last?.section_title ?? '';
        const id = await addTask(tx, plan, {
          key,
          section,
          sectionTitle,
          text,
          deadline,
          position,
          recursFrom: today,
        });
        const refusal = await saveLinks(tx, plan, { id, owners: [] }, body);
        if (refusal) return refuse(refusal);
        const after = await findTask(tx, plan, today, id);
        if (!after) return refuse({ kind: 'not_found', noun: 'task' });
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'created',
          after: { key, ...describeTask(after) },
        });
        await rescoreTasks(tx, actor, plan, { today, task: after });
        return after;
      },
    }),
  ];
}
