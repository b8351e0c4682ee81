import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { answerFile } from '#server/files/answer-file.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { type EvidenceProblem, evidenceProblems } from './problems.ts';
import { findVisible } from './visible-evidence.ts';

export function evidenceFileRoutes({ files }: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf<EvidenceProblem>(evidenceProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/evidence/{id}/file',
      permission: 'evidence.read',
      summary: 'the file of a piece of evidence, or a part of it by a Range header',
      params: z.object({ id: z.string().max(100) }),
      answer: 'response',
      async run({ tx, actor, params: { id }, http }) {
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        if (!kept.file) return refuse({ kind: 'not_found', noun: 'file' });
        return answerFile(http, files, actor.unitId, kept.file);
      },
    }),
  ];
}
