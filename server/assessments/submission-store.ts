import { v7 as uuidv7 } from 'uuid';
import type { ClaimContent } from '#core/assessments/leaf-claim.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type LeafToSubmit = {
  code: string;
  selfPoints: number;
  points: number;
  reasons: readonly Reason[];
  lastPoints: number | null;
  content: ClaimContent;
  fingerprint: string;
};

type Of = { unitId: string; assessmentId: string; campaignId: string; hostId: string };

/** Copies what is handed in, under the next number of this assessment. Returns the number. */
export async function addSubmission(
  tx: Tx,
  { unitId, assessmentId, campaignId, hostId }: Of,
  by: { userId: string; personName: string },
  {
    points,
    lastPoints,
    leaves,
  }: { points: number; lastPoints: Readonly<Record<string, number>>; leaves: readonly LeafToSubmit[] },
): Promise<number> {
  const id = uuidv7();
  const { count } = await tx
    .selectFrom('submission')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const number = Number(count) + 1;
  await tx
    .insertInto('submission')
    .values({
      unit_id: unitId,
      id,
      assessment_id: assessmentId,
      campaign_id: campaignId,
      host_id: hostId,
      number,
      points,
      last_points: JSON.stringify(lastPoints),
      submitted_by: by.userId,
      submitted_by_name: by.personName,
    })
    .execute();
  if (leaves.length > 0)
    await tx
      .insertInto('submitted_leaf')
      .values(
        leaves.map((leaf) => ({
          unit_id: unitId,
          submission_id: id,
          campaign_id: campaignId,
          host_id: hostId,
          code: leaf.code,
          self_points: leaf.selfPoints,
          points: leaf.points,
          reasons: JSON.stringify(leaf.reasons),
          last_points: leaf.lastPoints,
          content: JSON.stringify(leaf.content),
          fingerprint: leaf.fingerprint,
          proofs: leaf.content.proofs.length,
        })),
      )
      .execute();
  return number;
}

/** Takes what stands handed in out of the city's sight; the copy stays as it is. */
export async function withdrawSubmission(
  tx: Tx,
  { unitId, assessmentId }: Pick<Of, 'unitId' | 'assessmentId'>,
  by: { userId: string; at: string; reason: string },
): Promise<void> {
  const withdrawn = await tx
    .updateTable('submission')
    .set({ withdrawn_at: by.at, withdrawn_by: by.userId, withdrawn_reason: by.reason })
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of withdrawn)
    await tx
      .updateTable('submitted_leaf')
      .set({ withdrawn_at: by.at })
      .where('unit_id', '=', unitId)
      .where('submission_id', '=', id)
      .execute();
}

/** Everything handed in for an assessment, the latest first. */
export async function listSubmissions(tx: Tx, { unitId, assessmentId }: Pick<Of, 'unitId' | 'assessmentId'>) {
  const rows = await tx
    .selectFrom('submission')
    .where('unit_id', '=', unitId)
    .where('assessment_id', '=', assessmentId)
    .orderBy('number', 'desc')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    number: row.number,
    points: row.points,
    submittedBy: row.submitted_by_name,
    submittedAt: row.submitted_at,
    withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, reason: row.withdrawn_reason },
  }));
}
