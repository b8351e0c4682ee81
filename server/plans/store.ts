import { v7 as uuidv7 } from 'uuid';
import type { Day, Deadline } from '#core/deadlines/deadline.ts';
import { deadlineBounds } from '#core/deadlines/deadline-bounds.ts';
import type { DepartmentInput } from '#core/people/department.ts';
import type { Progress } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import type { Finding } from '#core/reading/plan-reading.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

/** The findings kept with the plan when it was confirmed. */
export async function findFindings(tx: Tx, plan: LivePlan): Promise<Finding[]> {
  const row = await tx
    .selectFrom('plan')
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', plan.id)
    .select('findings')
    .executeTakeFirst();
  return row?.findings ?? [];
}

export async function findUnitName(tx: Tx, unitId: string): Promise<string> {
  const row = await tx.selectFrom('unit').where('id', '=', unitId).select('name').executeTakeFirstOrThrow();
  return row.name;
}

/** Whether there is such a piece of evidence in the unit. */
export async function isEvidence(tx: Tx, unitId: string, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('evidence')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select('id')
    .executeTakeFirst();
  return found !== undefined;
}

export type KeptDepartment = { id: string; name: string; kind: DepartmentInput['kind']; spellings: string[] };

/** The departments of the unit that have not ended. */
export async function listDepartments(tx: Tx, unitId: string): Promise<KeptDepartment[]> {
  return tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .select(['id', 'name', 'kind', 'spellings'])
    .execute();
}

/** Whether a department may be named: one of the unit's present ones, or none at all. */
export async function isKnownDepartment(tx: Tx, unitId: string, id: string | null): Promise<boolean> {
  return id === null || (await listDepartments(tx, unitId)).some((each) => each.id === id);
}

/** Every update of a task, newest first. */
export async function listProgress(tx: Tx, plan: LivePlan, taskId: string): Promise<Progress[]> {
  const rows = await tx
    .selectFrom('progress')
    .where('unit_id', '=', plan.unitId)
    .where('task_id', '=', taskId)
    .orderBy('id', 'desc')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    percent: row.percent,
    note: row.note,
    isNothingNew: row.is_nothing_new,
    occurrence: row.occurrence,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}

export type NewProgress = {
  status: TaskStatus;
  percent: number;
  note: string;
  isNothingNew: boolean;
  recordedBy: string;
  /** The day the task was finished, null while it is open. */
  finishedOn: Day | null;
  /** The answer itself where the task does not move to it: one occurrence of several is done. */
  answered?: { status: TaskStatus; percent: number };
  occurrence?: string | null;
};

/** Work that is done again has no result to judge yet. */
const NOT_JUDGED = { verdict: null, verdict_by: null, verdict_at: null, verdict_reason: null };

/**
 * Adds an update to a task and moves the task to it. False when somebody else changed the task since
 * that version was read.
 */
export async function saveProgress(
  tx: Tx,
  plan: LivePlan,
  task: { id: string; version: number },
  progress: NewProgress,
): Promise<boolean> {
  const moved = await tx
    .updateTable('task')
    .set((eb) => ({
      status: progress.status,
      percent: progress.percent,
      finished_on: progress.finishedOn,
      last_update_at: eb.fn<string>('now'),
      version: task.version + 1,
      ...(progress.status === 'done' ? {} : NOT_JUDGED),
    }))
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', task.id)
    .where('version', '=', task.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return false;
  await tx
    .insertInto('progress')
    .values({
      unit_id: plan.unitId,
      id: uuidv7(),
      task_id: task.id,
      status: (progress.answered ?? progress).status,
      percent: (progress.answered ?? progress).percent,
      occurrence: progress.occurrence ?? null,
      note: progress.note,
      is_nothing_new: progress.isNothingNew,
      recorded_by: progress.recordedBy,
    })
    .execute();
  return true;
}

/** With `recursFrom` what was due before that day is no longer asked for. */
export type TaskWords = { text?: string; deadline?: Deadline; recursFrom?: Day };

/** Rewrites a task. False when somebody else changed it since that version was read. */
export async function saveTask(
  tx: Tx,
  plan: LivePlan,
  task: { id: string; version: number },
  words: TaskWords,
): Promise<boolean> {
  const saved = await tx
    .updateTable('task')
    .set({
      ...(words.text === undefined ? {} : { text: words.text }),
      ...(words.deadline === undefined ? {} : deadlineColumns(words.deadline)),
      ...(words.recursFrom === undefined ? {} : { recurs_from: words.recursFrom }),
      version: task.version + 1,
    })
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', task.id)
    .where('version', '=', task.version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export type NewTask = {
  key: string;
  section: string;
  sectionTitle: string;
  text: string;
  deadline: Deadline;
  /** Where it stands among the plan's tasks; equal places keep the order in which they were added. */
  position: number;
  /** The day it comes into the plan: occurrences that were due before are not asked for. */
  recursFrom: Day;
};

/** Adds a task to the plan. Returns its id. */
export async function addTask(tx: Tx, plan: LivePlan, task: NewTask): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('task')
    .values({
      unit_id: plan.unitId,
      id,
      plan_id: plan.id,
      key: task.key,
      section: task.section,
      section_title: task.sectionTitle,
      position: task.position,
      text: task.text,
      recurs_from: task.recursFrom,
      ...deadlineColumns(task.deadline),
    })
    .execute();
  return id;
}

function deadlineColumns(deadline: Deadline) {
  const { from, to } = deadlineBounds(deadline);
  return { deadline: JSON.stringify(deadline), due_from: from, due_to: to };
}

/** Keys and places of a plan's tasks, to put a new one among them. */
export async function listTaskPositions(tx: Tx, plan: LivePlan) {
  return tx
    .selectFrom('task')
    .where('unit_id', '=', plan.unitId)
    .where('plan_id', '=', plan.id)
    .orderBy('position')
    .select(['key', 'section', 'section_title', 'position'])
    .execute();
}

/** Puts departments in charge of a task; who stays keeps the role it had. */
export async function saveTaskOwners(
  tx: Tx,
  plan: LivePlan,
  task: { id: string; owners: readonly { departmentId: string; role: 'lead' | 'coordinate' | 'monitor' }[] },
  departmentIds: readonly string[],
): Promise<void> {
  const roleById = new Map(task.owners.map((owner) => [owner.departmentId, owner.role]));
  await tx
    .deleteFrom('task_owner')
    .where('unit_id', '=', plan.unitId)
    .where('task_id', '=', task.id)
    .execute();
  if (departmentIds.length === 0) return;
  await tx
    .insertInto('task_owner')
    .values(
      departmentIds.map((id) => ({
        unit_id: plan.unitId,
        task_id: task.id,
        department_id: id,
        role: roleById.get(id) ?? 'lead',
      })),
    )
    .execute();
}

/** Links a task to criteria of the plan's set. False when one of them is not in it. */
export async function saveTaskCriteria(
  tx: Tx,
  plan: LivePlan,
  taskId: string,
  criterionIds: readonly string[],
): Promise<boolean> {
  await tx
    .deleteFrom('task_criterion')
    .where('unit_id', '=', plan.unitId)
    .where('task_id', '=', taskId)
    .execute();
  if (criterionIds.length === 0) return true;
  const known = await tx
    .selectFrom('criterion')
    .where('unit_id', '=', plan.unitId)
    .where('set_id', '=', plan.setId)
    .where('id', 'in', [...criterionIds])
    .select('id')
    .execute();
  if (known.length < criterionIds.length) return false;
  await tx
    .insertInto('task_criterion')
    .values(criterionIds.map((id) => ({ unit_id: plan.unitId, task_id: taskId, criterion_id: id })))
    .execute();
  return true;
}
