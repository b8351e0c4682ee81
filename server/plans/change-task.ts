import type { Day, Deadline } from '#core/deadlines/deadline.ts';
import { refuseDeadline } from '#core/deadlines/refuse-deadline.ts';
import type { Ownership } from '#core/plans/bulk-edit.ts';
import type { Task, TaskInput } from '#core/plans/task.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import type { CommonRefusal } from '#server/http/problems.ts';
import type { PlanRefusal } from './problems.ts';
import { listDepartments, saveTask, saveTaskCriteria, saveTaskOwners } from './store.ts';

type StaleVersion = Extract<CommonRefusal, { kind: 'stale_version' }>;

/** Rewrites a task, or says why not. Departments keep their roles unless others are given. */
export async function rewriteTask(
  tx: Tx,
  plan: LivePlan,
  before: Pick<Task, 'id' | 'owners' | 'deadline'>,
  input: TaskInput,
  today: Day,
  roles?: readonly Ownership[],
): Promise<PlanRefusal | StaleVersion | undefined> {
  const { text, deadline, version } = input;
  const unfitting = refuseDeadline(deadline);
  if (unfitting) return unfitting;
  const words = { text, deadline, ...recursFrom(before.deadline, deadline, today) };
  if (!(await saveTask(tx, plan, { id: before.id, version }, words))) return { kind: 'stale_version' };
  return saveLinks(tx, plan, before, input, roles);
}

/** A deadline with another rhythm counts from today on: nobody was asked for its occurrences before. */
export function recursFrom(before: Deadline, after: Deadline, today: Day): { recursFrom?: Day } {
  const isSame =
    before.kind === after.kind && before.recurrence === after.recurrence && before.reports === after.reports;
  return isSame ? {} : { recursFrom: today };
}

/** Sets who answers for a task and what it serves, or says what is not known. */
export async function saveLinks(
  tx: Tx,
  plan: LivePlan,
  task: Pick<Task, 'id' | 'owners'>,
  { ownerIds, criterionIds }: Pick<TaskInput, 'ownerIds' | 'criterionIds'>,
  roles: readonly Ownership[] = task.owners,
): Promise<PlanRefusal | undefined> {
  const ids = [...new Set(ownerIds)];
  const known = new Set((await listDepartments(tx, plan.unitId)).map((each) => each.id));
  if (!ids.every((id) => known.has(id))) return { kind: 'department_unknown', field: 'ownerIds' };
  const roleOf = (id: string, owners: readonly Ownership[]) =>
    owners.find(({ departmentId }) => departmentId === id)?.role ?? 'lead';
  const was = task.owners.map(({ departmentId, role }) => `${departmentId} ${role}`);
  const is = ids.map((id) => `${id} ${roleOf(id, roles)}`);
  if (was.join() !== is.join()) await saveTaskOwners(tx, plan, { id: task.id, owners: roles }, ids);
  const isKept = await saveTaskCriteria(tx, plan, task.id, [...new Set(criterionIds)]);
  return isKept ? undefined : { kind: 'criterion_unknown', field: 'criterionIds' };
}

/** Records what an edit changed of a task: only what differs, before and after. */
export async function recordEdit(tx: Tx, actor: EventActor, before: Task, after: Task): Promise<void> {
  const was = describeTask(before);
  const is = describeTask(after);
  const changed = Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  const change = { before: pick(was), after: pick(is) };
  await recordEvent(tx, actor, { noun: 'task', subjectId: after.id, verb: 'edited', ...change });
}

/** What the history shows of a task: names and codes in place of ids, which mean nothing later. */
export function describeTask(task: Task): Record<string, unknown> {
  return {
    text: task.text,
    deadline: task.deadline,
    owners: task.owners.map((owner) => owner.name),
    criteria: task.criteria.map((criterion) => criterion.code),
  };
}
