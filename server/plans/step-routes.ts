import { z } from 'zod';
import { isPlanDay } from '#core/deadlines/days.ts';
import { type Step, type StepInput, stepInputSchema, stepSchema } from '#core/plans/follow-up.ts';
import { recordEvent } from '#server/db/events.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { findPermitted } from './find-task.ts';
import { type FollowUpProblem, followUpProblems } from './follow-up-problems.ts';
import { addStep, type KeptStep, listSteps, removeStep, saveStep } from './follow-up-store.ts';
import { isKnownDepartment } from './store.ts';

const idSchema = z.object({ id: z.uuid() });
const stepIdSchema = idSchema.extend({ stepId: z.uuid() });

/** The steps of a task: each answer is the whole list, as it stands now. */
export function stepRoutes(): Route[] {
  const { inUnit } = routesOf<FollowUpProblem>(followUpProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/steps',
      permission: 'task.update',
      summary: 'adds a step to a task',
      params: idSchema,
      body: stepInputSchema,
      answer: z.array(stepSchema),
      async run({ tx, actor, params: { id }, body, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
        if ('kind' in found) return refuse(found);
        if (body.dueOn !== null && !isPlanDay(body.dueOn))
          return refuse({ kind: 'day_unknown', field: 'deadline', day: body.dueOn });
        if (!(await isKnownDepartment(tx, actor.unitId, body.departmentId)))
          return refuse({ kind: 'department_unknown', field: 'departmentId' });
        const of = { unitId: actor.unitId, taskId: id };
        const before = await listSteps(tx, of);
        await addStep(tx, of, kept(body, undefined, actor, today), before.length + 1);
        const after = { step: body.text };
        await recordEvent(tx, actor, { noun: 'task', subjectId: id, verb: 'step_added', after });
        return listSteps(tx, of);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/tasks/{id}/steps/{stepId}',
      permission: 'task.update',
      summary: 'rewrites a step, or ticks it off',
      params: stepIdSchema,
      body: stepInputSchema.extend({ version: z.int() }),
      answer: z.array(stepSchema),
      async run({ tx, actor, params: { id, stepId }, body, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
        if ('kind' in found) return refuse(found);
        if (body.dueOn !== null && !isPlanDay(body.dueOn))
          return refuse({ kind: 'day_unknown', field: 'deadline', day: body.dueOn });
        if (!(await isKnownDepartment(tx, actor.unitId, body.departmentId)))
          return refuse({ kind: 'department_unknown', field: 'departmentId' });
        const of = { unitId: actor.unitId, taskId: id };
        const before = (await listSteps(tx, of)).find((step) => step.id === stepId);
        if (!before) return refuse({ kind: 'not_found', noun: 'step' });
        const step = kept(body, before, actor, today);
        if (!(await saveStep(tx, of, { id: stepId, version: body.version }, step)))
          return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'step_changed',
          before: { step: before.text, doneOn: before.doneOn },
          after: { step: step.text, doneOn: step.doneOn },
        });
        return listSteps(tx, of);
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/tasks/{id}/steps/{stepId}',
      permission: 'task.update',
      summary: 'takes a step away',
      params: stepIdSchema,
      answer: z.array(stepSchema),
      async run({ tx, actor, params: { id, stepId }, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
        if ('kind' in found) return refuse(found);
        const of = { unitId: actor.unitId, taskId: id };
        const step = (await listSteps(tx, of)).find((each) => each.id === stepId);
        if (!step || !(await removeStep(tx, of, stepId))) return refuse({ kind: 'not_found', noun: 'step' });
        const before = { step: step.text };
        await recordEvent(tx, actor, { noun: 'task', subjectId: id, verb: 'step_removed', before });
        return listSteps(tx, of);
      },
    }),
  ];
}

function kept(
  { isDone, ...step }: StepInput,
  before: Step | undefined,
  actor: SignedInActor,
  today: string,
): KeptStep {
  const { text, departmentId, dueOn } = step;
  if (!isDone) return { text, departmentId, dueOn, doneOn: null, doneBy: null };
  const done = before?.doneOn
    ? { doneOn: before.doneOn, doneBy: before.doneBy }
    : { doneOn: today, doneBy: actor.personName };
  return { text, departmentId, dueOn, ...done };
}
