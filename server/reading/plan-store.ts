import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { arrangeTree, BY_CODE } from '#core/criteria/tree.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { deadlineBounds } from '#core/deadlines/deadline-bounds.ts';
import { planTitle } from '#core/reading/confirm-reading.ts';
import { kindOfDepartment } from '#core/reading/place-departments.ts';
import type { Owner, PlanReading } from '#core/reading/plan-reading.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import { CONTINUED_COLUMNS, copyWork } from './continue-work.ts';

/** Whose rows these are and how their departments are found by name. */
export type Keeping = {
  unitId: string;
  reading: PlanReading;
  departmentIdOf: (name: string) => string | undefined;
};

/** Keeps two confirmations of one unit apart: the second waits here until the first is done. */
export async function lockUnit(tx: Tx, unitId: string): Promise<void> {
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute();
}

export type NewDepartment = { id: string; name: string; spellings: string[] };

/** Makes departments a document brought, after those already there. */
export async function saveDepartments(
  tx: Tx,
  unitId: string,
  departments: readonly NewDepartment[],
): Promise<void> {
  if (departments.length === 0) return;
  const { last } = await tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .select(({ fn }) => fn.coalesce(fn.max('position'), fn.countAll<number>()).as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('department')
    .values(
      departments.map(({ id, name, spellings }, index) => ({
        unit_id: unitId,
        id,
        name,
        kind: kindOfDepartment(name),
        spellings,
        position: Number(last) + 1 + index,
      })),
    )
    .execute();
}

/** Adds spellings to a known department, and brings it back when it had ended. */
export async function saveSpellings(
  tx: Tx,
  unitId: string,
  department: { id: string; spellings: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('department')
    .set((eb) => ({ spellings: [...department.spellings], ended_at: null, version: eb('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('id', '=', department.id)
    .execute();
}

/** The live plan of a year and its tasks, to be replaced by a new reading. */
export async function findFormerPlan(tx: Tx, unitId: string, year: number) {
  const plan = await tx
    .selectFrom('plan')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('status', '=', 'live')
    .select('id')
    .executeTakeFirst();
  if (!plan) return undefined;
  const tasks = await tx
    .selectFrom('task')
    .where('unit_id', '=', unitId)
    .where('plan_id', '=', plan.id)
    .select(['id', 'key', 'text', 'status', 'percent', ...CONTINUED_COLUMNS])
    .select(
      sql<boolean>`exists (select from task_document d where d.unit_id = task.unit_id and d.task_id = task.id)
        or exists (select from custody_move m where m.unit_id = task.unit_id and m.task_id = task.id)
        or exists (select from task_step s where s.unit_id = task.unit_id and s.task_id = task.id)`.as(
        'isFollowedUp',
      ),
    )
    .execute();
  return { id: plan.id, tasks };
}
type FormerTask = NonNullable<Awaited<ReturnType<typeof findFormerPlan>>>['tasks'][number];

export async function markReplaced(tx: Tx, unitId: string, planId: string): Promise<void> {
  await tx
    .updateTable('plan')
    .set((eb) => ({ status: 'replaced', version: eb('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('id', '=', planId)
    .execute();
}

/** Keeps the criteria of a reading as a set, and the plan over it with what it says of each. */
export async function savePlan(
  tx: Tx,
  { unitId, reading, departmentIdOf }: Keeping,
  { readingId, userId }: { readingId: string; userId: string },
): Promise<{ planId: string; criterionIdByCode: Map<string, string> }> {
  const setId = uuidv7();
  const planId = uuidv7();
  const { document } = reading;
  const year = document.year!;
  await tx
    .insertInto('criteria_set')
    .values({ unit_id: unitId, id: setId, year, title: document.annexTitle ?? planTitle(reading) })
    .execute();
  const criterionIdByCode = await saveCriteria(tx, unitId, setId, reading);
  await tx
    .insertInto('plan')
    .values({
      unit_id: unitId,
      id: planId,
      set_id: setId,
      reading_id: readingId,
      year,
      title: planTitle(reading),
      document: JSON.stringify(document),
      goals: JSON.stringify(reading.goals),
      findings: JSON.stringify(reading.findings),
      confirmed_by: userId,
    })
    .execute();
  await tx
    .insertInto('target')
    .values(
      reading.criteria.map((row) => ({
        unit_id: unitId,
        plan_id: planId,
        criterion_id: criterionIdByCode.get(row.code)!,
        last_points: row.lastPoints ?? null,
        target_points: row.targetPoints ?? null,
        owner_words: row.ownerWords,
        place: JSON.stringify(row.place),
      })),
    )
    .execute();
  const owners = reading.criteria.flatMap((row) =>
    ownersOf(
      row.units.filter((owner) => owner.inheritedFrom === undefined),
      departmentIdOf,
    ).map((owner, position) => ({
      unit_id: unitId,
      plan_id: planId,
      criterion_id: criterionIdByCode.get(row.code)!,
      department_id: owner.departmentId,
      role: owner.role,
      position,
    })),
  );
  if (owners.length > 0) await tx.insertInto('criterion_owner').values(owners).execute();
  return { planId, criterionIdByCode };
}

async function saveCriteria(
  tx: Tx,
  unitId: string,
  setId: string,
  reading: PlanReading,
): Promise<Map<string, string>> {
  const tree = arrangeTree(reading.criteria, BY_CODE);
  const ids = reading.criteria.map(() => uuidv7());
  await tx
    .insertInto('criterion')
    .values(
      reading.criteria.map((row, position) => {
        const parent = tree.parentOf[position]!;
        return {
          unit_id: unitId,
          id: ids[position]!,
          set_id: setId,
          parent_id: parent < 0 ? null : ids[parent]!,
          code: row.code,
          position: position + 1,
          level: row.level,
          is_leaf: tree.childrenOf[position]!.length === 0,
          title: row.title,
          max_points: row.maxPoints,
          scored_by: row.source,
        };
      }),
    )
    .execute();
  return new Map(reading.criteria.map((row, position) => [row.code, ids[position]!]));
}

/** The departments of owners, each once: of two roles of one department the first counts. */
function ownersOf(units: readonly Owner[], departmentIdOf: Keeping['departmentIdOf']) {
  const ownerById = new Map<
    string,
    { departmentId: string; role: NonNullable<Owner['role']>; inheritedFrom: string | null }
  >();
  for (const { name, role, inheritedFrom } of units) {
    const departmentId = departmentIdOf(name);
    if (departmentId === undefined || ownerById.has(departmentId)) continue;
    ownerById.set(departmentId, { departmentId, role: role ?? 'lead', inheritedFrom: inheritedFrom ?? null });
  }
  return [...ownerById.values()];
}

/** Keeps the tasks of a reading; what continues a former task starts where that one stands, with its progress. */
export async function saveTasks(
  tx: Tx,
  { unitId, reading, departmentIdOf }: Keeping,
  {
    planId,
    criterionIdByCode,
    today,
  }: { planId: string; criterionIdByCode: ReadonlyMap<string, string>; today: Day },
  continuedByKey: ReadonlyMap<string, FormerTask>,
): Promise<void> {
  if (reading.tasks.length === 0) return;
  const tasks = reading.tasks.map((task, position) => ({ ...task, id: uuidv7(), position: position + 1 }));
  await tx
    .insertInto('task')
    .values(
      tasks.map((task) => {
        const { from, to } = deadlineBounds(task.deadline);
        const former = continuedByKey.get(task.key);
        return {
          unit_id: unitId,
          id: task.id,
          plan_id: planId,
          key: task.key,
          section: task.section,
          section_title: task.sectionTitle,
          position: task.position,
          text: task.text,
          deadline: JSON.stringify(task.deadline),
          due_from: from,
          due_to: to,
          ...(former ? standingOf(former) : {}),
          recurs_from: today,
          place: JSON.stringify(task.place),
        };
      }),
    )
    .execute();
  const owners = tasks.flatMap((task) =>
    ownersOf(task.units, departmentIdOf).map((owner) => ({
      unit_id: unitId,
      task_id: task.id,
      department_id: owner.departmentId,
      role: owner.role,
      inherited_from: owner.inheritedFrom,
    })),
  );
  if (owners.length > 0) await tx.insertInto('task_owner').values(owners).execute();
  const links = tasks.flatMap((task) =>
    [...new Set(task.criteria)].flatMap((code) => {
      const criterionId = criterionIdByCode.get(code);
      return criterionId ? [{ unit_id: unitId, task_id: task.id, criterion_id: criterionId }] : [];
    }),
  );
  if (links.length > 0) await tx.insertInto('task_criterion').values(links).execute();
  const idByFormer = new Map(
    tasks.flatMap((task) => {
      const former = continuedByKey.get(task.key);
      return former ? [[former.id, task.id] as const] : [];
    }),
  );
  // Decisions carried over are no new ones: whoever confirms a plan need not be allowed to decide.
  await asSystem(tx, () => copyWork(tx, unitId, idByFormer));
}

/** Where a former task stands, as columns of the one that continues it. */
function standingOf({ id, key, text, isFollowedUp, ...standing }: FormerTask) {
  return standing;
}
