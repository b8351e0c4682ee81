import { sql } from 'kysely';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { reportingStateOf } from '#core/plans/reporting-state.ts';
import type { Task } from '#core/plans/task.ts';
import { comesAgain, timelinessOf } from '#core/plans/timeliness.ts';
import type { Tx } from './in-unit.ts';
import type { LivePlan } from './live-plan.ts';
import { findOccurrences } from './occurrence-rows.ts';

/**
 * The tasks of a plan in the order of the document, as they stand on that day: five queries whatever
 * their number. With an id, that one alone.
 */
export async function listTasks(tx: Tx, plan: LivePlan, today: Day, id?: string): Promise<Task[]> {
  const rows = await tx
    .selectFrom('task')
    .where('task.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(id !== undefined, (query) => query.where('task.id', '=', id!))
    .leftJoin('department as holder', (join) =>
      join.onRef('holder.unit_id', '=', 'task.unit_id').onRef('holder.id', '=', 'task.holder_department_id'),
    )
    .orderBy('task.position')
    .orderBy('task.id')
    .selectAll('task')
    .select('holder.name as holder_department')
    .select([
      sql<string | null>`(select progress.note from progress where progress.unit_id = task.unit_id
        and progress.task_id = task.id and progress.note <> '' order by progress.id desc limit 1)`.as(
        'last_note',
      ),
      sql<number>`(select count(*) from obstacle where obstacle.unit_id = task.unit_id
        and obstacle.task_id = task.id and obstacle.status <> 'settled')`.as('open_obstacles'),
      sql<number>`(select count(*) from task_step where task_step.unit_id = task.unit_id
        and task_step.task_id = task.id)`.as('steps_all'),
      sql<number>`(select count(*) from task_step where task_step.unit_id = task.unit_id
        and task_step.task_id = task.id and task_step.done_on is not null)`.as('steps_done'),
    ])
    .execute();
  const ownersByTask = await listTaskOwners(tx, plan, id);
  const criteriaByTask = await listTaskCriteria(tx, plan, id);
  const occurrences = await findOccurrences(tx, plan, id);
  return rows.map((row) => {
    const occurrence = occurrences.currentOf(row);
    const linked = criteriaByTask.get(row.id) ?? [];
    const timeliness = timelinessOf({ ...row, dueByDocument: row.due_by_document, occurrence }, today);
    return {
      id: row.id,
      key: row.key,
      section: row.section,
      sectionTitle: row.section_title,
      text: row.text,
      deadline: row.deadline,
      occurrence,
      ...timeliness,
      dueByDocument: row.due_by_document,
      finishedOn: row.finished_on,
      verdict: row.verdict,
      reportingState: reportingStateOf({
        ...timeliness,
        status: row.status,
        finishedOn: row.finished_on,
        verdict: row.verdict,
        isRecurring: comesAgain(row.deadline),
      }),
      holder: {
        holder: row.holder,
        departmentId: row.holder_department_id,
        name: row.holder_department ?? row.holder_name,
        since: row.held_since,
        answerBy: row.answer_by,
      },
      openObstacles: row.open_obstacles,
      steps: { done: row.steps_done, all: row.steps_all },
      status: row.status,
      percent: row.percent,
      owners: ownersByTask.get(row.id) ?? [],
      criteria: linked.map(({ id: criterionId, code, title }) => ({ id: criterionId, code, title })),
      pointsAtStake: lostPoints(linked),
      lastUpdateAt: row.last_update_at,
      lastNote: row.last_note,
      version: row.version,
    };
  });
}

type LinkedCriterion = { id: string; code: string; title: string; lost: number };

/** What linked criteria lost last year; one that lies within another linked one is counted there already. */
function lostPoints(linked: readonly LinkedCriterion[]): number {
  return linked
    .filter(({ code }) => !linked.some((other) => code.startsWith(`${other.code}.`)))
    .reduce((sum, { lost }) => sum + lost, 0);
}

async function listTaskOwners(tx: Tx, plan: LivePlan, id?: string): Promise<Map<string, OwnerOf[]>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('task_owner', (join) =>
      join.onRef('task_owner.unit_id', '=', 'task.unit_id').onRef('task_owner.task_id', '=', 'task.id'),
    )
    .innerJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'task_owner.unit_id')
        .onRef('department.id', '=', 'task_owner.department_id'),
    )
    .where('task.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(id !== undefined, (query) => query.where('task.id', '=', id!))
    .orderBy('department.position')
    .orderBy('department.name')
    .select([
      'task_owner.task_id',
      'department.id',
      'department.name',
      'task_owner.role',
      'task_owner.inherited_from',
    ])
    .execute();
  const ownersByTask = new Map<string, OwnerOf[]>();
  for (const row of rows) {
    const owners = ownersByTask.get(row.task_id) ?? [];
    owners.push({ departmentId: row.id, name: row.name, role: row.role, inheritedFrom: row.inherited_from });
    ownersByTask.set(row.task_id, owners);
  }
  return ownersByTask;
}

async function listTaskCriteria(
  tx: Tx,
  plan: LivePlan,
  id?: string,
): Promise<Map<string, LinkedCriterion[]>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('task_criterion', (join) =>
      join
        .onRef('task_criterion.unit_id', '=', 'task.unit_id')
        .onRef('task_criterion.task_id', '=', 'task.id'),
    )
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.unit_id', '=', 'task_criterion.unit_id')
        .onRef('criterion.id', '=', 'task_criterion.criterion_id'),
    )
    .innerJoin('target', (join) =>
      join
        .onRef('target.unit_id', '=', 'task.unit_id')
        .onRef('target.plan_id', '=', 'task.plan_id')
        .onRef('target.criterion_id', '=', 'criterion.id'),
    )
    .where('task.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(id !== undefined, (query) => query.where('task.id', '=', id!))
    .orderBy('criterion.position')
    .select([
      'task_criterion.task_id',
      'criterion.id',
      'criterion.code',
      'criterion.title',
      sql<number>`greatest(0, criterion.max_points - coalesce(target.last_points, criterion.max_points))`.as(
        'lost',
      ),
    ])
    .execute();
  const criteriaByTask = new Map<string, LinkedCriterion[]>();
  for (const { task_id, ...criterion } of rows) {
    const criteria = criteriaByTask.get(task_id) ?? [];
    criteria.push(criterion);
    criteriaByTask.set(task_id, criteria);
  }
  return criteriaByTask;
}
