import { sql } from 'kysely';
import type { NewLink } from '#core/evidence/evidence.ts';
import type { EvidenceTarget } from '#core/evidence/evidence-words.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { printCell } from '#core/registers/print-cell.ts';
import type { Register, Values } from '#core/registers/register.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { listDepartmentKinds } from '#server/people/department-kinds.ts';
import { listRegistersEver } from '#server/registers/known-registers.ts';

type TargetOf = Pick<NewLink, 'target' | 'targetId'>;

/** What evidence may be linked to: who answers for it. */
export type FoundTarget = { answering: string[] };
export type Scope = { actor: SignedInActor; plan: LivePlan; today: string };

const TITLE_CELLS = 3;

/** A leaf or task of the live plan, or a register row, with the departments whose people may prove it. */
export async function findTarget(
  tx: Tx,
  scope: Scope,
  { target, targetId }: TargetOf,
): Promise<FoundTarget | undefined> {
  const { actor, plan } = scope;
  if (target === 'register_row') {
    const row = await findRow(tx, plan.unitId, targetId);
    return row && { answering: row.department_id === null ? [] : [row.department_id] };
  }
  const owned =
    target === 'task'
      ? (await listTasks(tx, plan, scope.today, targetId))[0]
      : (await listAnnexRows(tx, plan)).find(({ id, isLeaf }) => id === targetId && isLeaf);
  if (!owned) return undefined;
  const kinds = await listDepartmentKinds(tx, plan.unitId);
  return { answering: answeringDepartments(owned, kinds, actor.departmentId) };
}

/** A row of a register that is still there; undefined for one removed. */
export async function findRow(tx: Tx, unitId: string, id: string) {
  return tx
    .selectFrom('register_row')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .select(['register_key', 'department_id'])
    .executeTakeFirst();
}

/** What targets are called, by their id: "VII.2.2 Văn bản điện tử…", a task's words, a row's first cells. */
export async function listTargetTitles(
  tx: Tx,
  unitId: string,
  targets: readonly TargetOf[],
): Promise<Map<string, string>> {
  const idsOf = (wanted: EvidenceTarget) =>
    targets.filter(({ target }) => target === wanted).map(({ targetId }) => targetId);
  const titles = new Map<string, string>();
  if (targets.length === 0) return titles;
  const named = await sql<{ id: string; title: string }>`
    select id, code || ' ' || title as title from criterion
    where unit_id = ${unitId} and id = any(${idsOf('criterion')}::uuid[])
    union all select id, text from task where unit_id = ${unitId} and id = any(${idsOf('task')}::uuid[])`.execute(
    tx,
  );
  for (const { id, title } of named.rows) titles.set(id, title);
  const rowIds = idsOf('register_row');
  if (rowIds.length === 0) return titles;
  const registers = new Map((await listRegistersEver(tx, unitId)).map((each) => [each.key, each]));
  const rows = await tx
    .selectFrom('register_row')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`id = any(${rowIds}::uuid[])`)
    .select(['id', 'register_key', 'values'])
    .execute();
  for (const { id, register_key, values } of rows)
    titles.set(id, titleOfRow(registers.get(register_key), values));
  return titles;
}

function titleOfRow(register: Register | undefined, values: Values): string {
  if (!register) return '';
  const cells = register.columns
    .map((column) => printCell(column, values[column.key]))
    .filter((cell) => cell !== '')
    .slice(0, TITLE_CELLS);
  return `${register.title}: ${cells.join(' · ')}`;
}
