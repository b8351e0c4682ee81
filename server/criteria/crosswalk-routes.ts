import { z } from 'zod';
import { crosswalkChangeSchema, crosswalkSchema } from '#core/criteria/crosswalk.ts';
import { describePairs, refuseCrosswalk } from '#core/criteria/crosswalk-proposal.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { applyCrosswalk } from './apply-crosswalk.ts';
import { type CrosswalkProblem, crosswalkProblems } from './crosswalk-problems.ts';
import {
  findAnyPlan,
  findCrosswalk,
  type KeptCrosswalk,
  listCrosswalks,
  listSetLeaves,
  saveCrosswalk,
} from './crosswalk-store.ts';
import { describeCrosswalk } from './describe-crosswalk.ts';

const idSchema = z.object({ id: z.uuid() });

export function crosswalkRoutes(): Route[] {
  const { inUnit } = routesOf<CrosswalkProblem>(crosswalkProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/crosswalks',
      permission: 'plan.read',
      summary: 'replaced criteria sets of the unit, the newest first',
      answer: z.array(crosswalkSchema.pick({ id: true, status: true, createdAt: true, isCurrent: true })),
      run: ({ tx, actor }) => listCrosswalks(tx, actor.unitId),
    }),
    inUnit({
      method: 'get',
      path: '/api/crosswalks/{id}',
      permission: 'plan.read',
      summary: 'both sets with their results, how each leaf goes on and what it takes along',
      params: idSchema,
      answer: crosswalkSchema,
      async run({ tx, actor, params: { id }, today }) {
        const kept = await findCrosswalk(tx, actor.unitId, { id });
        return kept
          ? describeCrosswalk(tx, actor.unitId, kept, today)
          : refuse({ kind: 'not_found', noun: 'crosswalk' });
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/crosswalks/{id}',
      permission: 'crosswalk.edit',
      summary: 'replaces the lines: every leaf of both sets once, alone or with one of the other',
      params: idSchema,
      body: crosswalkChangeSchema,
      answer: crosswalkSchema,
      async run({ tx, actor, params: { id }, body: { entries: pairs, version }, today }) {
        await lockScores(tx, actor.unitId);
        const kept = await findOpen(tx, actor.unitId, id, version);
        if (!('entries' in kept)) return refuse(kept);
        const from = await listSetLeaves(tx, (await findAnyPlan(tx, actor.unitId, kept.fromPlanId))!);
        const to = await listSetLeaves(tx, (await findAnyPlan(tx, actor.unitId, kept.toPlanId))!);
        const refusal = refuseCrosswalk(pairs, { from, to });
        if (refusal) return refuse(refusal);
        const entries = describePairs(pairs, { from, to }, kept.entries);
        await saveCrosswalk(tx, actor.unitId, kept, { entries });
        await recordEvent(tx, actor, {
          noun: 'crosswalk',
          subjectId: id,
          verb: 'changed',
          before: { lines: linesNotIn(kept.entries, entries) },
          after: { lines: linesNotIn(entries, kept.entries) },
        });
        return describeCrosswalk(tx, actor.unitId, { ...kept, entries, version: version + 1 }, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/crosswalks/{id}/apply',
      permission: 'crosswalk.edit',
      summary: 'carries the work over once and scores the year anew; the former result stays',
      params: idSchema,
      body: z.object({ version: z.int() }),
      answer: crosswalkSchema,
      async run({ tx, actor, params: { id }, body: { version }, today }) {
        await lockScores(tx, actor.unitId);
        const kept = await findOpen(tx, actor.unitId, id, version);
        if (!('entries' in kept)) return refuse(kept);
        await applyCrosswalk(tx, actor, kept, today);
        return describeCrosswalk(tx, actor.unitId, (await findCrosswalk(tx, actor.unitId, { id }))!, today);
      },
    }),
  ];
}

/** A crosswalk that may still be changed, held until this request is done. Scores must be locked before: never the other way round. */
async function findOpen(
  tx: Tx,
  unitId: string,
  id: string,
  version: number,
): Promise<
  | KeptCrosswalk
  | { kind: 'not_found'; noun: 'crosswalk' }
  | { kind: 'stale_version' }
  | { kind: 'crosswalk_applied' }
  | { kind: 'crosswalk_outdated' }
> {
  const kept = await findCrosswalk(tx, unitId, { id }, { isLocked: true });
  if (!kept) return { kind: 'not_found', noun: 'crosswalk' };
  if (kept.status === 'applied') return { kind: 'crosswalk_applied' };
  if (!(await findAnyPlan(tx, unitId, kept.toPlanId))?.isLive) return { kind: 'crosswalk_outdated' };
  return kept.version === version ? kept : { kind: 'stale_version' };
}

/** Pairs of codes of the lines that are not among the others. */
function linesNotIn(lines: KeptCrosswalk['entries'], others: KeptCrosswalk['entries']) {
  const known = new Set(others.map(({ from, to }) => JSON.stringify([from, to])));
  return lines.map(({ from, to }) => [from, to]).filter((line) => !known.has(JSON.stringify(line)));
}
