import type { Crosswalk, CrosswalkEntry } from '#core/criteria/crosswalk.ts';
import { listEvents } from '#server/db/event-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listFreshScores } from '#server/scoring/fresh-scores.ts';
import { listScores } from '#server/scoring/store.ts';
import { collectWork, listOwnWork, type Transfer, transfersOf, type Work } from './carried-work.ts';
import { type AnyPlan, findAnyPlan, type KeptCrosswalk, listSetLeaves } from './crosswalk-store.ts';

/** What goes over with each former leaf, and what has to be looked at afterwards. */
export type Carried = Pick<Crosswalk, 'carries' | 'toCheck' | 'left'>;

/** Says of transfers what they take along; leaves that end are listed with what stays behind with them. */
export function describeCarried(transfers: readonly Transfer[], former: ReadonlyMap<string, Work>): Carried {
  const transferByCode = new Map(transfers.map((transfer) => [transfer.from.code, transfer]));
  const carries: Carried['carries'] = {};
  for (const [code, work] of former) {
    const transfer = transferByCode.get(code);
    carries[code] = transfer
      ? {
          entry: transfer.carried.entry !== null,
          rule: transfer.carried.rule !== null,
          evidence: transfer.links.length,
        }
      : { entry: work.entry !== null, rule: work.version > 0, evidence: work.links.length };
  }
  return {
    carries,
    toCheck: transfers.flatMap(({ to, carried }) => (carried.isToCheck ? [to.code] : [])),
    left: transfers.flatMap(({ to, carried: { left } }) =>
      left.points === null && left.quantities === 0 ? [] : [{ code: to.code, ...left }],
    ),
  };
}

/** What would go over if the crosswalk were applied now. */
export async function planTransfers(
  tx: Tx,
  entries: readonly CrosswalkEntry[],
  { from, to }: { from: AnyPlan; to: AnyPlan },
): Promise<{ transfers: Transfer[]; carried: Carried }> {
  const former = await collectWork(tx, from);
  const transfers = transfersOf(entries, former, await listOwnWork(tx, to));
  return { transfers, carried: describeCarried(transfers, former) };
}

/** Both sets with their results; of an applied crosswalk what went over, as the log says it. */
export async function describeCrosswalk(
  tx: Tx,
  unitId: string,
  kept: KeptCrosswalk,
  today: string,
): Promise<Crosswalk> {
  const from = (await findAnyPlan(tx, unitId, kept.fromPlanId))!;
  const to = (await findAnyPlan(tx, unitId, kept.toPlanId))!;
  const carried =
    (kept.status === 'applied' ? await findApplied(tx, unitId, kept.id) : undefined) ??
    (await planTransfers(tx, kept.entries, { from, to })).carried;
  return {
    id: kept.id,
    status: kept.status,
    isCurrent: to.isLive,
    from: await describeSide(tx, from, today),
    to: await describeSide(tx, to, today),
    entries: kept.entries,
    ...carried,
    version: kept.version,
    createdAt: kept.createdAt,
    appliedAt: kept.appliedAt,
    appliedBy: kept.appliedBy,
  };
}

async function findApplied(tx: Tx, unitId: string, id: string): Promise<Carried | undefined> {
  const events = await listEvents(tx, { unitId, noun: 'crosswalk', subject: id, limit: 1 });
  const applied = events.find(({ verb }) => verb === 'applied')?.after as Carried | undefined;
  return applied && { carries: applied.carries, toCheck: applied.toCheck, left: applied.left };
}

/** The points of a replaced plan are those it had last; those of the live one are worked out for today. */
async function describeSide(tx: Tx, plan: AnyPlan, today: string): Promise<Crosswalk['from']> {
  const scores = plan.isLive ? await listFreshScores(tx, plan, today) : await listScores(tx, plan);
  const leaves = (await listSetLeaves(tx, plan)).map((leaf) => {
    const evaluation = scores.get(leaf.id)?.evaluation;
    return {
      ...leaf,
      path: [...leaf.path],
      points: evaluation?.status === 'scored' ? evaluation.points : null,
    };
  });
  const scored = leaves.flatMap(({ points }) => (points === null ? [] : [points]));
  const points = scored.length === 0 ? null : scored.reduce((sum, each) => sum + each, 0);
  return { planId: plan.id, title: plan.title, confirmedAt: plan.confirmedAt, points, leaves };
}
