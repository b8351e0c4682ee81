import { isWithin } from '#core/assessments/appraisers.ts';
import type { Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import { PHASES } from '#core/assessments/stages.ts';
import { sumPoints } from '#core/points.ts';
import { type Results, rankUnits, type UnitResult } from '#core/ranking/results.ts';
import { findCampaign, listCampaignLeaves, listCampaignUnits } from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { findLastPublication } from './find-comparison.ts';
import { isSeated, listPublications, listResults, listStandingPoints } from './store.ts';

/** The results of a campaign: the last publication, and before that, for the city alone, how it stands. */
export async function findResults(
  tx: Tx,
  actor: SignedInActor,
  campaignId: string,
): Promise<Results | { kind: 'not_found'; noun: 'campaign' } | { kind: 'not_published' }> {
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign || campaign.phase === 'preparing') return { kind: 'not_found', noun: 'campaign' };
  const isHost = campaign.hostId === actor.unitId;
  const units = await listCampaignUnits(tx, campaign);
  if (!isHost && units.length === 0) return { kind: 'not_found', noun: 'campaign' };
  const publications = await listPublications(tx, campaign);
  const [published] = publications;
  if (!published && !(isHost && (await maySeeProvisional(tx, actor, campaign))))
    return { kind: 'not_published' };
  const rows = await listCampaignLeaves(tx, campaign);
  const fields = fieldsOf(rows);
  const results = published
    ? await listResults(tx, campaign.hostId, published.id)
    : await standingResults(tx, campaign, fields);
  const last = await findLastPublication(tx, campaign);
  const before = last ? await listResults(tx, campaign.hostId, last.publicationId) : [];
  const has = new Set(results.map(({ unitId }) => unitId));
  const { id, hostId, year, title, phase } = campaign;
  return {
    campaign: { id, hostId, year, title, phase },
    isProvisional: !published,
    maxPoints: sumPoints(fields.map(({ maxPoints }) => maxPoints)),
    fields,
    units: rankUnits(results, before),
    notSubmitted: isHost
      ? units.filter(({ assessedId }) => !has.has(assessedId)).map(({ unitName }) => unitName)
      : [],
    publications: publications.map(({ id: _id, ...publication }) => publication),
    lastYear: last?.year ?? null,
  };
}

/** Narrow roles see just their own work: an appraiser no totals, a council member what is before the council. */
async function maySeeProvisional(
  tx: Tx,
  { role, userId }: SignedInActor,
  campaign: Campaign,
): Promise<boolean> {
  if (role === 'appraiser' || role === 'contributor') return false;
  if (role !== 'council') return true;
  return PHASES.indexOf(campaign.phase) >= PHASES.indexOf('deciding') && isSeated(tx, campaign, userId);
}

type Field = Results['fields'][number];

/** The fields with their maxima from leaves alone; a penalty adds none. */
function fieldsOf(rows: readonly CampaignLeaf[]): Field[] {
  const leaves = rows.filter(({ isLeaf }) => isLeaf);
  return rows
    .filter(({ parentCode }) => parentCode === null)
    .map(({ code, title }) => ({
      code,
      title,
      maxPoints: sumPoints(
        leaves
          .filter((leaf) => isWithin(leaf.code, code))
          .map(({ scoredBy, maxPoints }) => (scoredBy === 'penalty' ? 0 : maxPoints)),
      ),
    }));
}

async function standingResults(tx: Tx, campaign: Campaign, fields: readonly Field[]): Promise<UnitResult[]> {
  const standing = Map.groupBy(await listStandingPoints(tx, campaign), ({ assessedId }) => assessedId);
  return (await listCampaignUnits(tx, campaign)).flatMap(({ assessedId, unitName }) => {
    const leaves = standing.get(assessedId);
    if (!leaves) return [];
    return [
      {
        unitId: assessedId,
        name: unitName,
        points: sumPoints(leaves.map(({ points }) => points)),
        fields: Object.fromEntries(
          fields.map(({ code }) => [
            code,
            sumPoints(leaves.filter((leaf) => isWithin(leaf.code, code)).map(({ points }) => points)),
          ]),
        ),
      },
    ];
  });
}
