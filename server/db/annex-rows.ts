import type { AnnexRow, OwnerOf } from '#core/criteria/annex-row.ts';
import { ancestorsOf, arrangeTree, BY_ID, inheritOwners } from '#core/criteria/tree.ts';
import type { Tx } from './in-unit.ts';
import type { LivePlan } from './live-plan.ts';

type PlanRows = Pick<LivePlan, 'unitId' | 'id' | 'setId'>;

/**
 * All rows of a plan's annex in the order of the document: three queries whatever its size. Owners
 * that a row's own cell does not name come down from the nearest row above; tasks are counted with
 * those linked to a row above, since a section of the plan speaks of a whole field.
 */
export async function listAnnexRows(tx: Tx, plan: PlanRows): Promise<AnnexRow[]> {
  const rows = await tx
    .selectFrom('criterion')
    .innerJoin('target', (join) =>
      join
        .onRef('target.unit_id', '=', 'criterion.unit_id')
        .onRef('target.criterion_id', '=', 'criterion.id')
        .on('target.plan_id', '=', plan.id),
    )
    .where('criterion.unit_id', '=', plan.unitId)
    .where('criterion.set_id', '=', plan.setId)
    .orderBy('criterion.position')
    .select([
      'criterion.id',
      'criterion.parent_id',
      'criterion.code',
      'criterion.level',
      'criterion.is_leaf',
      'criterion.title',
      'criterion.scored_by',
      'criterion.max_points',
      'target.last_points',
      'target.target_points',
      'target.owner_words',
      'target.version',
    ])
    .execute();
  const ownersById = await listOwners(tx, plan);
  const linkedById = await countLinkedTasks(tx, plan);

  const tree = arrangeTree(
    rows.map((row) => ({ id: row.id, parentId: row.parent_id, code: row.code })),
    BY_ID,
  );
  const owners = inheritOwners(
    tree,
    (row) => row.code,
    (row) => ownersById.get(row.id) ?? [],
  );
  return rows.map((row, position) => ({
    id: row.id,
    parentId: row.parent_id,
    code: row.code,
    level: row.level as AnnexRow['level'],
    isLeaf: row.is_leaf,
    title: row.title,
    source: row.scored_by,
    maxPoints: row.max_points,
    lastPoints: row.last_points,
    targetPoints: row.target_points,
    owners: owners[position]!.map((owner) => ({ ...owner, inheritedFrom: owner.inheritedFrom ?? null })),
    ownerWords: row.owner_words,
    tasks: [position, ...ancestorsOf(tree, position)].reduce(
      (sum, each) => sum + (linkedById.get(rows[each]!.id) ?? 0),
      0,
    ),
    version: row.version,
  }));
}

type OwnOwner = Omit<OwnerOf, 'inheritedFrom'>;

async function listOwners(tx: Tx, plan: PlanRows): Promise<Map<string, OwnOwner[]>> {
  const rows = await tx
    .selectFrom('criterion_owner')
    .innerJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'criterion_owner.unit_id')
        .onRef('department.id', '=', 'criterion_owner.department_id'),
    )
    .where('criterion_owner.unit_id', '=', plan.unitId)
    .where('criterion_owner.plan_id', '=', plan.id)
    .orderBy('criterion_owner.position')
    .select(['criterion_owner.criterion_id', 'department.id', 'department.name', 'criterion_owner.role'])
    .execute();
  const ownersById = new Map<string, OwnOwner[]>();
  for (const { criterion_id, id, name, role } of rows) {
    const owners = ownersById.get(criterion_id) ?? [];
    owners.push({ departmentId: id, name, role });
    ownersById.set(criterion_id, owners);
  }
  return ownersById;
}

async function countLinkedTasks(tx: Tx, plan: PlanRows): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('task_criterion')
    .innerJoin('task', (join) =>
      join
        .onRef('task.unit_id', '=', 'task_criterion.unit_id')
        .onRef('task.id', '=', 'task_criterion.task_id'),
    )
    .where('task_criterion.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .groupBy('task_criterion.criterion_id')
    .select(({ fn }) => ['task_criterion.criterion_id', fn.countAll<number>().as('tasks')])
    .execute();
  return new Map(rows.map((row) => [row.criterion_id, row.tasks]));
}
