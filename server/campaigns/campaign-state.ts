import type { Campaign } from '#core/assessments/campaign.ts';
import { addCounts, type CampaignState, type UnitProgress } from '#core/assessments/campaign-facts.ts';
import { findCampaign, listCampaignUnits } from '#server/db/campaign-rows.ts';
import { findListVote } from '#server/db/council-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { countLeaves, type FieldCounts } from '#server/db/leaf-cells.ts';
import type { Refused } from '#server/http/route.ts';
import { refuse } from '#server/http/route.ts';
import { hasChangedSincePublication } from './publication-store.ts';
import { listHanded } from './store.ts';

const NOTHING = addCounts([]);

/** A campaign the unit holds; one it only takes part in is not its own to conduct. */
export async function findOwnCampaign(
  tx: Tx,
  hostId: string,
  id: string,
): Promise<Campaign | Refused<{ kind: 'not_found'; noun: 'campaign' }>> {
  const campaign = await findCampaign(tx, id);
  return campaign?.hostId === hostId ? campaign : refuse({ kind: 'not_found', noun: 'campaign' });
}

export type Progress = { units: UnitProgress[]; counts: FieldCounts[] };

/** How far every unit of a campaign is: three queries, whatever their number. */
export async function findProgress(tx: Tx, campaign: Campaign): Promise<Progress> {
  const units = await listCampaignUnits(tx, campaign);
  const handed = new Map((await listHanded(tx, campaign)).map((each) => [each.assessedId, each]));
  const counts = await countLeaves(tx, campaign);
  const byUnit = Map.groupBy(counts, ({ assessedId }) => assessedId);
  return {
    counts,
    units: units.map((unit) => {
      const submission = handed.get(unit.assessedId);
      return {
        ...unit,
        submittedAt: submission?.submittedAt ?? null,
        submittedBy: submission?.submittedBy ?? null,
        claimedPoints: submission?.points ?? null,
        ...(submission ? addCounts(byUnit.get(unit.assessedId) ?? []) : NOTHING),
      };
    }),
  };
}

/** Everything the moves of a campaign depend on. */
export async function findState(
  tx: Tx,
  campaign: Campaign,
  { units }: Progress,
  { leaves, today, reason }: { leaves: number; today: string; reason: string },
): Promise<CampaignState> {
  const isDeciding = campaign.phase === 'deciding';
  return {
    today,
    calendar: campaign.calendar,
    leaves,
    units,
    council: isDeciding
      ? await findListVote(tx, campaign)
      : { hasQuorum: false, isListAdopted: false, waiting: 0 },
    hasChanged: campaign.phase === 'published' && (await hasChangedSincePublication(tx, campaign)),
    reason,
  };
}
