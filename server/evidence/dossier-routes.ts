import { recordUntold } from '#server/db/events.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import type { Deps } from '#server/deps.ts';
import { dispositionOf } from '#server/http/byte-range.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { collectDossier, partsOfDossier } from './dossier.ts';
import { zipDossier } from './dossier-zip.ts';
import { type EvidenceProblem, evidenceProblems } from './problems.ts';

export function dossierRoutes({ files }: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf<EvidenceProblem>(evidenceProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/dossier.zip',
      permission: 'dossier.export',
      summary: 'the evidence of the year with its index, page by page and hash by hash, as one ZIP',
      answer: 'response',
      async run({ tx, actor, today, now, http }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const headers = {
          'content-type': 'application/zip',
          'content-disposition': dispositionOf('attachment', `Hồ sơ kiểm chứng ${plan.year}.zip`),
          'cache-control': 'no-store',
        };
        if (http.req.raw.method === 'HEAD') return new Response(null, { headers });
        await recordUntold(tx, actor, { noun: 'dossier', subjectId: plan.id, verb: 'exported' });
        const dossier = await collectDossier(tx, { actor, plan, today });
        const parts = await partsOfDossier(dossier, actor.unitId, files);
        return new Response(zipDossier(parts, now), { headers });
      },
    }),
  ];
}
