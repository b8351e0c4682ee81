import { z } from 'zod';
import { completenessOf } from '#core/evidence/completeness.ts';
import { completenessSchema, evidenceSchema } from '#core/evidence/evidence.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import { asSystem } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { recordRead } from '#server/db/read-events.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { listRestrictedKeys } from '#server/registers/known-registers.ts';
import { listFreshScores } from '#server/scoring/fresh-scores.ts';
import { listLeafRules } from '#server/scoring/leaf-rules.ts';
import { evidenceChangeRoutes } from './change-routes.ts';
import { dossierRoutes } from './dossier-routes.ts';
import { evidenceFileRoutes } from './file-routes.ts';
import { findRow } from './link-targets.ts';
import { type EvidenceProblem, evidenceProblems } from './problems.ts';
import { listIdsOf, listKept, listLinks } from './store.ts';
import { uploadRoutes } from './upload-routes.ts';
import { describeEvidence, findVisible } from './visible-evidence.ts';

export function evidenceRoutes(deps: Pick<Deps, 'files' | 'clamd' | 'uploadLimit' | 'log'>): Route[] {
  const { inUnit } = routesOf<EvidenceProblem>(evidenceProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/evidence',
      permission: 'evidence.read',
      summary: 'everything kept for the year of the live plan, or for one register row',
      query: z.object({ row: z.uuid().optional() }),
      answer: z.array(evidenceSchema),
      async run({ tx, actor, query: { row: rowId }, today }) {
        if (rowId === undefined) {
          const plan = await findLivePlan(tx, actor.unitId);
          const year = plan?.year ?? Number(today.slice(0, 4));
          return describeEvidence(tx, actor, await listKept(tx, actor.unitId, { year }));
        }
        const row = await findRow(tx, actor.unitId, rowId);
        if (!row) return refuse({ kind: 'not_found', noun: 'register_row' });
        const restricted = await listRestrictedKeys(tx, actor.unitId);
        if (restricted.includes(row.register_key))
          await recordRead(tx, actor, { noun: 'register_row', subjectId: rowId });
        const ids = await listIdsOf(tx, actor.unitId, 'register_row', [rowId]);
        return describeEvidence(tx, actor, await listKept(tx, actor.unitId, { ids }));
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/evidence/completeness',
      permission: 'plan.read',
      summary: 'how well every leaf is proved, and which claims have nothing behind them',
      answer: z.array(completenessSchema),
      async run({ tx, actor, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const scores = await listFreshScores(tx, plan, today);
        // Whether a leaf is proved is no secret, also where not everybody may read the proof.
        const { keptById, links } = await asSystem(tx, async () => {
          const kept = await listKept(tx, actor.unitId, { year: plan.year });
          const byId = new Map(kept.map((each) => [each.id, each]));
          return { keptById: byId, links: await listLinks(tx, actor.unitId, [...byId.keys()]) };
        });
        const linksByTarget = Map.groupBy(links, ({ targetId }) => targetId);
        return [...(await listLeafRules(tx, plan)).values()].map(({ criterionId, code, rule }) =>
          completenessOf(
            {
              criterionId,
              code,
              asked: rule.evidence.length,
              points: scores.get(criterionId)?.evaluation.points ?? null,
              scoredBy: rule.scoredBy,
            },
            (linksByTarget.get(criterionId) ?? []).map(({ evidenceId }) => keptById.get(evidenceId)!),
          ),
        );
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/evidence/{id}',
      permission: 'evidence.read',
      summary: 'one piece of evidence, also an earlier version',
      params: z.object({ id: z.string().max(100) }),
      answer: evidenceSchema,
      async run({ tx, actor, params: { id } }) {
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        const [evidence] = await describeEvidence(tx, actor, [kept]);
        return evidence!;
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/criteria/{code}/evidence',
      permission: 'evidence.read',
      summary: 'what proves a leaf, or the leaves below a field or criterion',
      params: z.object({ code: z.string().max(40) }),
      answer: z.array(evidenceSchema),
      async run({ tx, actor, params: { code } }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const below = (await listAnnexRows(tx, plan)).filter(
          (row) => row.code === code || row.code.startsWith(`${code}.`),
        );
        if (below.length === 0) return refuse({ kind: 'not_found', noun: 'criterion' });
        const targetIds = below.map(({ id }) => id);
        const ids = await listIdsOf(tx, actor.unitId, 'criterion', targetIds);
        return describeEvidence(tx, actor, await listKept(tx, actor.unitId, { ids }));
      },
    }),
    ...evidenceChangeRoutes(deps),
    ...evidenceFileRoutes(deps),
    ...dossierRoutes(deps),
    ...uploadRoutes(deps),
  ];
}
