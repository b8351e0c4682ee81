import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Department, DepartmentInput } from '#core/people/department.ts';
import type { Tx } from '#server/db/in-unit.ts';

/**
 * The unit's departments in their order, each with what it answers for in the live plans: criteria
 * naming it, tasks, those still open and those overdue on the given day, and its people.
 */
export async function listDepartments(tx: Tx, unitId: string, today: string): Promise<Department[]> {
  const { rows } = await sql<Department>`
    with live as (select id from plan where unit_id = ${unitId} and status = 'live'),
    named as (
      select department_id, count(*) as criteria from criterion_owner
      where unit_id = ${unitId} and plan_id in (select id from live) group by department_id
    ),
    answering as (
      select task_owner.department_id, count(*) as tasks,
        count(*) filter (where task.status <> 'done') as open,
        count(*) filter (where task.status <> 'done' and coalesce(task.due_by_document, task.due_to) < ${today}::date) as overdue
      from task_owner
      join task on task.unit_id = task_owner.unit_id and task.id = task_owner.task_id
      where task_owner.unit_id = ${unitId} and task.plan_id in (select id from live)
      group by task_owner.department_id
    ),
    people as (
      select department_id, count(*) as members from membership
      where unit_id = ${unitId} and ended_at is null group by department_id
    )
    select department.id, department.name, department.kind, department.spellings, department.version,
      coalesce(named.criteria, 0) as criteria, coalesce(answering.tasks, 0) as tasks,
      coalesce(answering.open, 0) as "openTasks", coalesce(answering.overdue, 0) as "overdueTasks",
      coalesce(people.members, 0) as members
    from department
    left join named on named.department_id = department.id
    left join answering on answering.department_id = department.id
    left join people on people.department_id = department.id
    where department.unit_id = ${unitId} and department.ended_at is null
    order by department.position, department.name`.execute(tx);
  return rows;
}

/** One department as listDepartments shows it. */
export async function findDepartment(
  tx: Tx,
  unitId: string,
  id: string,
  today: string,
): Promise<Department | undefined> {
  return (await listDepartments(tx, unitId, today)).find((department) => department.id === id);
}

/** Adds a department at the end, or takes up again one that had ended under this name. Undefined: the name is in use. */
export async function addDepartment(
  tx: Tx,
  unitId: string,
  input: DepartmentInput,
): Promise<string | undefined> {
  const added = await tx
    .insertInto('department')
    .values((values) => ({
      unit_id: unitId,
      id: uuidv7(),
      ...input,
      position: values
        .selectFrom('department')
        .select(({ fn, lit }) => fn.coalesce(sql<number>`max(position) + 1`, lit(0)).as('position'))
        .where('unit_id', '=', unitId),
    }))
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'name'])
        .doUpdateSet({
          ended_at: null,
          kind: input.kind,
          spellings: input.spellings,
          version: sql`department.version + 1`,
        })
        .where('department.ended_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

/** Whether another department of the unit, ended or not, bears the name. */
export async function isDepartmentNameTaken(
  tx: Tx,
  unitId: string,
  name: string,
  exceptId: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('department')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('name', '=', name)
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Changes a department that is still at the given version. Returns whether it was. */
export async function saveDepartment(
  tx: Tx,
  unitId: string,
  id: string,
  version: number,
  change: Partial<DepartmentInput> & { ended_at?: string },
): Promise<boolean> {
  const saved = await tx
    .updateTable('department')
    .set({ ...change, version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}
