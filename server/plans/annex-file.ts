import { annexWorkbook } from '#core/reports/annex-workbook.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan, type LivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';
import type { KeptPlan } from './keep-differences.ts';
import { findUnitName, listDepartments } from './store.ts';

/** The live plan with its rows, tasks and departments, or the given plan's; undefined without a plan. */
export async function findKept(
  tx: Tx,
  unitId: string,
  today: string,
  known?: LivePlan,
): Promise<KeptPlan | undefined> {
  const plan = known ?? (await findLivePlan(tx, unitId));
  if (!plan) return undefined;
  const rows = await listAnnexRows(tx, plan);
  const tasks = await listTasks(tx, plan, today);
  return { plan, rows, tasks, departments: await listDepartments(tx, unitId) };
}

/** The annex of the live plan as the bytes of a workbook, with the name it is saved under. */
export async function writeAnnex(
  tx: Tx,
  unitId: string,
  today: string,
): Promise<{ bytes: Uint8Array; fileName: string; year: number } | undefined> {
  const kept = await findKept(tx, unitId, today);
  if (!kept) return undefined;
  const { plan, rows, tasks } = kept;
  const unit = { id: unitId, name: await findUnitName(tx, unitId) };
  const bytes = await writeWorkbook(
    annexWorkbook({ unit, plan, document: plan.document, rows: [...rows], tasks: [...tasks] }),
  );
  return { bytes, fileName: `Phụ lục chỉ tiêu ${plan.year} - ${unit.name}.xlsx`, year: plan.year };
}
