import type { CrosswalkEntry } from '#core/criteria/crosswalk.ts';
import { type CarriedWork, carryWork, type LeafWork } from '#core/scoring/carry-over.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { type LeafRule, listLeafRules } from '#server/scoring/leaf-rules.ts';
import { listEntries } from '#server/scoring/store.ts';
import { findAnyPlan, findCrosswalk, type LeafLink, listLeafLinks } from './crosswalk-store.ts';

/** A leaf with everything somebody has made for it. */
export type Work = LeafWork & LeafRule & { links: LeafLink[] };

/** The work of two leaves that go on as one, and what of it goes over. */
export type Transfer = { from: Work; to: Work; carried: CarriedWork; links: LeafLink[] };

/** The work of a plan's leaves by code, as it was made for this very plan. */
export async function listOwnWork(tx: Tx, plan: LivePlan): Promise<Map<string, Work>> {
  const leaves = await listLeafRules(tx, plan);
  const entries = await listEntries(tx, plan);
  const links = Map.groupBy(await listLeafLinks(tx, plan), ({ criterionId }) => criterionId);
  return new Map(
    [...leaves].map(([code, leaf]) => [
      code,
      {
        ...leaf,
        entry: entries.get(leaf.criterionId) ?? null,
        links: links.get(leaf.criterionId) ?? [],
      },
    ]),
  );
}

/**
 * The work of a plan's leaves with what still waits to be carried over to it: a set replaced again
 * before its crosswalk was applied hands on what it would have received.
 */
export async function collectWork(tx: Tx, plan: LivePlan): Promise<Map<string, Work>> {
  const own = await listOwnWork(tx, plan);
  const waiting = await findCrosswalk(tx, plan.unitId, { toPlanId: plan.id });
  if (waiting?.status !== 'proposed') return own;
  const former = (await findAnyPlan(tx, plan.unitId, waiting.fromPlanId))!;
  for (const { to, carried, links } of transfersOf(waiting.entries, await collectWork(tx, former), own)) {
    const { rule, entry } = carried;
    own.set(to.code, {
      ...to,
      ...(rule ? { rule, version: to.version + 1 } : {}),
      entry: entry ? { ...entry, version: 1, changedBy: null, changedAt: null } : to.entry,
      links: [...to.links, ...links],
    });
  }
  return own;
}

/** What goes over along the lines of a crosswalk, a transfer for each two leaves that go on as one. */
export function transfersOf(
  entries: readonly CrosswalkEntry[],
  former: ReadonlyMap<string, Work>,
  next: ReadonlyMap<string, Work>,
): Transfer[] {
  const codeAfter = new Map(entries.flatMap(({ from, to }) => (from === null ? [] : [[from, to] as const])));
  return entries.flatMap((entry) => {
    const from = former.get(entry.from ?? '');
    const to = next.get(entry.to ?? '');
    if (!from || !to) return [];
    const linked = new Set(to.links.map(({ evidenceId }) => evidenceId));
    const links = from.links.filter(({ evidenceId }) => !linked.has(evidenceId));
    return [{ from, to, carried: carryWork(from, to, codeAfter), links }];
  });
}

/**
 * The plan whose work is to be carried on when this one is replaced: itself, or, where nobody has made
 * anything for it and what it should have received still waits, the plan before it. So a plan that was
 * confirmed by mistake and replaced at once takes no work with it.
 */
export async function findWorkedPlan(tx: Tx, plan: LivePlan): Promise<LivePlan> {
  const waiting = await findCrosswalk(tx, plan.unitId, { toPlanId: plan.id });
  if (waiting?.status !== 'proposed') return plan;
  const own = await listOwnWork(tx, plan);
  const isWorked = [...own.values()].some(
    ({ version, entry, links }) => version > 0 || entry !== null || links.length > 0,
  );
  if (isWorked) return plan;
  return findWorkedPlan(tx, (await findAnyPlan(tx, plan.unitId, waiting.fromPlanId))!);
}
