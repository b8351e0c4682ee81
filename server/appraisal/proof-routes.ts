import { validate } from 'uuid';
import { z } from 'zod';
import type { Campaign } from '#core/assessments/campaign.ts';
import { type Action, mayEver } from '#core/people/permissions.ts';
import { findCampaign } from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { recordSeldom } from '#server/db/read-events.ts';
import type { Deps } from '#server/deps.ts';
import { answerFile } from '#server/files/answer-file.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { isHidden } from './desk.ts';
import { findClaimContent, listAnswers, listConflicts } from './store.ts';

/** Whoever has a part in the city's judgement; nobody else opens the files of a unit. */
const READERS: readonly Action[] = ['appraisal.judge', 'council.vote', 'campaign.manage'];

/** The window to the files of a unit: only what stands submitted or was sent, only within the campaign, and of no unit left to others. */
export function proofFileRoutes({ files }: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf({});
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/proofs/{unitId}/{code}/{sha256}',
      permission: 'campaign.read',
      summary: 'a file a unit proves a leaf with, as submitted or sent; that it was read goes into the log',
      params: z.object({
        id: z.string().max(100),
        unitId: z.string().max(100),
        code: z.string().max(40),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
      answer: 'response',
      async run({ tx, actor, params: { id, unitId, code, sha256 }, http }) {
        const mayRead = READERS.some((action) => mayEver(actor.role, action));
        const campaign = mayRead && validate(id) ? await findCampaign(tx, id) : undefined;
        if (campaign?.hostId !== actor.unitId || !validate(unitId))
          return refuse({ kind: 'not_found', noun: 'file' });
        const conflicts = await listConflicts(tx, campaign, actor.userId);
        if (isHidden({ conflicts, actor }, unitId)) return refuse({ kind: 'not_found', noun: 'file' });
        const file = await findProofFile(tx, campaign, { assessedId: unitId, code }, sha256);
        if (!file) return refuse({ kind: 'not_found', noun: 'file' });
        const subjectId = `${campaign.id}/${code}/${unitId}/${sha256}`;
        await recordSeldom(tx, actor, {
          noun: 'proof',
          subjectId,
          verb: 'read',
          after: { fileName: file.fileName },
        });
        return answerFile(http, files, unitId, file);
      },
    }),
  ];
}

async function findProofFile(
  tx: Tx,
  campaign: Campaign,
  of: { assessedId: string; code: string },
  sha256: string,
) {
  const content = await findClaimContent(tx, campaign, of);
  const answers = await listAnswers(tx, campaign, of);
  const proofs = [...(content?.proofs ?? []), ...answers.flatMap((answer) => answer.proofs)];
  return proofs.map(({ file }) => file).find((file) => file?.sha256 === sha256);
}
