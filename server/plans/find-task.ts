import type { DepartmentInput } from '#core/people/department.ts';
import { type Action, type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Task } from '#core/plans/task.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan, type LivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { listDepartments } from './store.ts';

/** A task of the plan as it stands on that day; undefined where the plan has none of that id. */
export async function findTask(tx: Tx, plan: LivePlan, today: string, id: string): Promise<Task | undefined> {
  const [task] = await listTasks(tx, plan, today, id);
  return task;
}

/**
 * A task of the live plan on which the actor may do the action, or why not. Whoever holds the task now
 * counts as answering for it: a coordinating department may say how far its part is.
 */
export async function findPermitted(
  tx: Tx,
  actor: Actor,
  { id, today, action }: { id: string; today: string; action: Action },
): Promise<{ plan: LivePlan; task: Task } | NotPermitted | { kind: 'not_found'; noun: 'task' }> {
  const plan = await findLivePlan(tx, actor.unitId);
  const task = plan && (await findTask(tx, plan, today, id));
  if (!plan || !task) return { kind: 'not_found', noun: 'task' };
  return (await refuseTask(tx, actor, task, action)) ?? { plan, task };
}

/** Those of the tasks the actor may see: all, or in a narrow role what the own department answers for or holds. */
export async function keepReadable(tx: Tx, actor: Actor, tasks: readonly Task[]): Promise<Task[]> {
  if (refuseAction(actor, 'task.read') === undefined) return [...tasks];
  const kinds = await kindsOfDepartments(tx, actor.unitId);
  return tasks.filter((task) => refuseBy(kinds, actor, task, 'task.read') === undefined);
}

/** Why the actor may not do the action on a task; undefined when they may. */
export async function refuseTask(
  tx: Tx,
  actor: Actor,
  task: Task,
  action: Action,
): Promise<NotPermitted | undefined> {
  return refuseBy(await kindsOfDepartments(tx, actor.unitId), actor, task, action);
}

type Kinds = ReadonlyMap<string, DepartmentInput['kind']>;

async function kindsOfDepartments(tx: Tx, unitId: string): Promise<Kinds> {
  return new Map((await listDepartments(tx, unitId)).map((each) => [each.id, each.kind]));
}

function refuseBy(
  kindByDepartment: Kinds,
  actor: Actor,
  task: Task,
  action: Action,
): NotPermitted | undefined {
  const answering = answeringDepartments(task, kindByDepartment, actor.departmentId);
  const holding = task.holder.departmentId;
  return refuseAction(actor, action, holding === null ? answering : [...answering, holding]);
}

/**
 * Keeps two words on the same task apart: the second waits here until the first has committed, so that it
 * finds what was said meanwhile.
 */
export async function lockTask(tx: Tx, unitId: string, taskId: string): Promise<void> {
  await tx
    .selectFrom('task')
    .where('unit_id', '=', unitId)
    .where('id', '=', taskId)
    .select('id')
    .forNoKeyUpdate()
    .execute();
}
