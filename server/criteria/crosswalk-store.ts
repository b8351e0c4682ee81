import { sql } from 'kysely';
import type { CrosswalkEntry } from '#core/criteria/crosswalk.ts';
import type { SetLeaf } from '#core/criteria/crosswalk-proposal.ts';
import { ancestorsOf, arrangeTree, BY_ID, leavesOf } from '#core/criteria/tree.ts';
import type { NewLink } from '#core/evidence/evidence.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

/** A plan of the unit, live or replaced. */
export type AnyPlan = LivePlan & { title: string; isLive: boolean; confirmedAt: string };

export async function findAnyPlan(tx: Tx, unitId: string, id: string): Promise<AnyPlan | undefined> {
  const row = await tx
    .selectFrom('plan')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(['set_id', 'year', 'version', 'document', 'title', 'status', 'confirmed_at'])
    .executeTakeFirst();
  if (!row) return undefined;
  const { set_id: setId, status, confirmed_at: confirmedAt, ...plan } = row;
  return { ...plan, unitId, id, setId, confirmedAt, isLive: status === 'live' };
}

/** The leaves of a plan's set in the order of the annex, with the titles above them. */
export async function listSetLeaves(tx: Tx, plan: LivePlan): Promise<(SetLeaf & { id: string })[]> {
  const rows = await tx
    .selectFrom('criterion')
    .where('unit_id', '=', plan.unitId)
    .where('set_id', '=', plan.setId)
    .orderBy('position')
    .select(['id', 'parent_id as parentId', 'code', 'title', 'max_points as maxPoints'])
    .execute();
  const tree = arrangeTree(rows, BY_ID);
  return leavesOf(tree).map((position) => {
    const { parentId: _parent, ...leaf } = rows[position]!;
    const path = ancestorsOf(tree, position).map((above) => rows[above]!.title);
    return { ...leaf, path: path.reverse() };
  });
}

export type KeptCrosswalk = {
  id: string;
  fromPlanId: string;
  toPlanId: string;
  entries: CrosswalkEntry[];
  status: 'proposed' | 'applied';
  version: number;
  createdAt: string;
  appliedBy: string | null;
  appliedAt: string | null;
};

export async function addCrosswalk(
  tx: Tx,
  unitId: string,
  crosswalk: Pick<KeptCrosswalk, 'id' | 'fromPlanId' | 'toPlanId' | 'entries'> & { createdBy: string },
): Promise<void> {
  await tx
    .insertInto('crosswalk')
    .values({
      unit_id: unitId,
      id: crosswalk.id,
      from_plan_id: crosswalk.fromPlanId,
      to_plan_id: crosswalk.toPlanId,
      entries: JSON.stringify(crosswalk.entries),
      created_by: crosswalk.createdBy,
    })
    .execute();
}

/** By its own id or by the plan it leads to; locked, it waits for whoever else is changing it. */
export async function findCrosswalk(
  tx: Tx,
  unitId: string,
  wanted: { id: string } | { toPlanId: string },
  { isLocked = false } = {},
): Promise<KeptCrosswalk | undefined> {
  const row = await tx
    .selectFrom('crosswalk')
    .where('unit_id', '=', unitId)
    .where('id' in wanted ? 'id' : 'to_plan_id', '=', 'id' in wanted ? wanted.id : wanted.toPlanId)
    .$if(isLocked, (query) => query.forUpdate())
    .selectAll()
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      fromPlanId: row.from_plan_id,
      toPlanId: row.to_plan_id,
      entries: row.entries,
      status: row.status,
      version: row.version,
      createdAt: row.created_at,
      appliedBy: row.applied_by,
      appliedAt: row.applied_at,
    }
  );
}

/** Newest first; `isCurrent` while the plan it leads to is live. */
export async function listCrosswalks(tx: Tx, unitId: string) {
  const rows = await tx
    .selectFrom('crosswalk')
    .innerJoin('plan', (join) =>
      join.onRef('plan.unit_id', '=', 'crosswalk.unit_id').onRef('plan.id', '=', 'crosswalk.to_plan_id'),
    )
    .where('crosswalk.unit_id', '=', unitId)
    .orderBy('crosswalk.id', 'desc')
    .select(['crosswalk.id', 'crosswalk.status', 'crosswalk.created_at', 'plan.status as plan_status'])
    .execute();
  return rows.map(({ id, status, created_at, plan_status }) => ({
    id,
    status,
    createdAt: created_at,
    isCurrent: plan_status === 'live',
  }));
}

/** Keeps other lines, or that they were applied; to be called on a crosswalk found locked. */
export async function saveCrosswalk(
  tx: Tx,
  unitId: string,
  { id, version }: Pick<KeptCrosswalk, 'id' | 'version'>,
  change: { entries: CrosswalkEntry[] } | { appliedBy: string },
): Promise<void> {
  await tx
    .updateTable('crosswalk')
    .set((eb) => ({
      version: version + 1,
      ...('entries' in change
        ? { entries: JSON.stringify(change.entries) }
        : { status: 'applied' as const, applied_by: change.appliedBy, applied_at: eb.fn<string>('now') }),
    }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

export type LeafLink = Pick<NewLink, 'page' | 'section' | 'note'> & {
  criterionId: string;
  evidenceId: string;
};

/** What proves the leaves of a plan, in the order it was linked; nothing removed. */
export async function listLeafLinks(tx: Tx, plan: LivePlan): Promise<LeafLink[]> {
  const { rows } = await sql<LeafLink>`
    select l.target_id as "criterionId", l.evidence_id as "evidenceId", l.page, l.section, l.note
    from evidence_link l
    join criterion c on c.unit_id = l.unit_id and c.id = l.target_id and c.set_id = ${plan.setId}
    join evidence e on e.unit_id = l.unit_id and e.id = l.evidence_id and e.removed_at is null
    where l.unit_id = ${plan.unitId} and l.target = 'criterion'
    order by l.id`.execute(tx);
  return rows;
}
