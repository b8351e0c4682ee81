import type { AnnexDifference } from '#core/criteria/annex-difference.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { isPointProperty } from '#core/criteria/correct-row.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { readDeadline } from '#core/deadlines/read-deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { departmentFinder } from '#core/reading/place-departments.ts';
import { correctRows, type RowCorrection } from '#server/criteria/correct-rows.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { findDeadlineRules } from '#server/db/work-calendar.ts';
import type { CommonRefusal } from '#server/http/problems.ts';
import { recursFrom } from './change-task.ts';
import type { PlanRefusal } from './problems.ts';
import { type KeptDepartment, saveTask, saveTaskOwners, type TaskWords } from './store.ts';

type StaleVersion = Extract<CommonRefusal, { kind: 'stale_version' }>;

export type KeptPlan = {
  plan: LivePlan;
  rows: readonly AnnexRow[];
  tasks: readonly Task[];
  departments: readonly KeptDepartment[];
};

/**
 * Takes the chosen differences of a workbook into the live plan: all of them, or none and the reason.
 * Sums above changed leaves follow by themselves; a parent's own cell is no claim once it equals its sum.
 */
export async function keepDifferences(
  tx: Tx,
  actor: EventActor,
  kept: KeptPlan,
  differences: readonly AnnexDifference[],
  today: Day,
): Promise<PlanRefusal | StaleVersion | undefined> {
  const corrections = correctionsIn(kept, differences);
  if ('kind' in corrections) return corrections;
  const refusal = await correctRows(tx, actor, kept.plan, kept.rows, corrections.byId);
  return refusal ?? keepTasks(tx, actor, kept, differences, today);
}

function correctionsIn(
  kept: KeptPlan,
  differences: readonly AnnexDifference[],
): { byId: Map<string, RowCorrection> } | PlanRefusal {
  const rowByCode = new Map(kept.rows.map((row) => [row.code, row]));
  const byId = new Map<string, RowCorrection>();
  for (const { target, subject: id, property, after } of differences) {
    if (target !== 'criterion') continue;
    const row = rowByCode.get(id);
    if (!row) return { kind: 'row_unknown', id };
    const correction = byId.get(row.id) ?? {};
    byId.set(row.id, correction);
    if (isPointProperty(property)) {
      if (typeof after !== 'number' && after !== null) return { kind: 'value_not_fitting', id, property };
      correction[property] = after;
    } else if (property === 'title' && typeof after === 'string') {
      correction.title = after.trim();
    } else if (property === 'units' && Array.isArray(after)) {
      const departments = departmentsNamed(kept.departments, id, after);
      if ('kind' in departments) return departments;
      correction.departments = departments.found;
    } else {
      return { kind: 'value_not_fitting', id, property };
    }
  }
  return { byId };
}

async function keepTasks(
  tx: Tx,
  actor: EventActor,
  { plan, tasks, departments }: KeptPlan,
  differences: readonly AnnexDifference[],
  today: Day,
): Promise<PlanRefusal | StaleVersion | undefined> {
  const rules = await findDeadlineRules(tx, plan.unitId);
  const ofTasks = differences.filter((difference) => difference.target === 'task');
  for (const id of new Set(ofTasks.map((difference) => difference.subject))) {
    const task = tasks.find((each) => each.key === id);
    if (!task) return { kind: 'row_unknown', id };
    const words: TaskWords = {};
    const change: { before: Record<string, unknown>; after: Record<string, unknown> } = {
      before: {},
      after: {},
    };
    for (const { property, after } of ofTasks.filter((each) => each.subject === id)) {
      if (property === 'text' && typeof after === 'string' && after.trim() !== '') {
        words.text = after.trim();
        change.before.text = task.text;
        change.after.text = words.text;
      } else if (property === 'deadline' && typeof after === 'string') {
        words.deadline = readDeadline(after, { ...rules, year: plan.year });
        Object.assign(words, recursFrom(task.deadline, words.deadline, today));
        change.before.deadline = task.deadline;
        change.after.deadline = words.deadline;
      } else if (property === 'units' && Array.isArray(after)) {
        const owners = departmentsNamed(departments, id, after);
        if ('kind' in owners) return owners;
        change.before.owners = task.owners.map((owner) => owner.name);
        change.after.owners = owners.found.map((owner) => owner.name);
        await saveTaskOwners(
          tx,
          plan,
          task,
          owners.found.map((owner) => owner.id),
        );
      } else {
        return { kind: 'value_not_fitting', id, property };
      }
    }
    // An owner's update may come between reading the tasks and here: it does not claim the plan.
    if (!(await saveTask(tx, plan, task, words))) return { kind: 'stale_version' };
    await recordEvent(tx, actor, { noun: 'task', subjectId: task.id, verb: 'edited', ...change });
  }
  return undefined;
}

function departmentsNamed(
  departments: readonly KeptDepartment[],
  id: string,
  names: readonly string[],
): { found: KeptDepartment[] } | Extract<PlanRefusal, { kind: 'owner_unknown' }> {
  const find = departmentFinder(departments);
  const found = new Set<KeptDepartment>();
  for (const name of names) {
    const department = find(name);
    if (!department) return { kind: 'owner_unknown', id, name };
    found.add(department);
  }
  return { found: [...found] };
}
