import type { Day } from '#core/deadlines/deadline.ts';
import { isWorkingDay } from '#core/deadlines/working-days.ts';
import { refuseAction } from '#core/people/permissions.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Task } from '#core/plans/task.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { datedWorkOf, lateOccurrence } from '#core/responsibility/late-work.ts';
import {
  type Basis,
  listResponsibility,
  type ResponsibilityLine,
} from '#core/responsibility/responsibility.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import { type KeptDepartment, listDepartments } from '#server/plans/store.ts';
import { listMoves, listSaid, listStandingDocuments } from './store.ts';

export type LateWorkScope = {
  actor: Actor;
  plan: LivePlan;
  today: string;
  basis: Basis;
  /** Only what this department answers for. */
  departmentId?: string | undefined;
  taskId?: string | undefined;
};

export type LateWork = { tasks: Task[]; lines: ResponsibilityLine[]; departments: KeptDepartment[] };

/**
 * The tasks of the plan the person may see in the list, and the lines of those that were or are late: an
 * officer sees what the own department answers for.
 */
export async function listLateWork(
  tx: Tx,
  { actor, plan, today, basis, departmentId, taskId }: LateWorkScope,
): Promise<LateWork> {
  const departments = await listDepartments(tx, plan.unitId);
  const kindByDepartment = new Map(departments.map(({ id, kind }) => [id, kind]));
  const answeringFor = (task: Task, id: string | null) => answeringDepartments(task, kindByDepartment, id);
  const tasks = (await listTasks(tx, plan, today, taskId)).filter(
    (task) =>
      refuseAction(actor, 'responsibility.read', answeringFor(task, actor.departmentId)) === undefined &&
      (departmentId === undefined || answeringFor(task, departmentId).includes(departmentId)),
  );
  const movesByTask = Map.groupBy(await listMoves(tx, { plan, taskId }), (move) => move.taskId);
  const documentsByTask = Map.groupBy(
    await listStandingDocuments(tx, { plan, taskId }),
    (document) => document.taskId,
  );
  const saidByWork = new Map(
    (await listSaid(tx, { plan, taskId })).map((said) => [`${said.taskId} ${said.occurrence}`, said]),
  );
  const works = tasks.flatMap((task) => {
    const {
      explanation = null,
      decision = null,
      version = 0,
    } = saidByWork.get(`${task.id} ${lateOccurrence(task)?.key ?? ''}`) ?? {};
    const moves = movesByTask.get(task.id) ?? [];
    const documents = documentsByTask.get(task.id) ?? [];
    return datedWorkOf(task, { moves, documents, explanation, decision, version }, today) ?? [];
  });
  const calendar = await findWorkCalendar(tx, plan.unitId);
  const isCounted = (day: Day) => isWorkingDay(calendar, day);
  return { tasks, departments, lines: listResponsibility(works, { today, isCounted, basis }) };
}
