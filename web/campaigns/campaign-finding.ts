import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { dayNumber } from '#core/deadlines/days.ts';
import type { CampaignWords } from '#web/words/vi/campaigns.ts';

/** What a campaign comes down to today: how far its phase is, and how many days of it are left. */
export function campaignFinding(
  {
    phase,
    units,
    submitted,
    counts,
    calendar,
  }: Pick<CampaignOverview, 'phase' | 'units' | 'submitted' | 'counts' | 'calendar'>,
  today: string,
  { findings }: CampaignWords,
): string {
  const { claimUntil, appraiseUntil, explainUntil, reappraiseUntil, councilOn, appealUntil } = calendar;
  const said = {
    preparing: [findings.preparing(units), null],
    claiming: [findings.claiming(submitted, units), claimUntil],
    appraising: [findings.appraising(counts.ruled, counts.leaves), appraiseUntil],
    explaining: [findings.explaining(counts.answered, counts.open), explainUntil],
    reappraising: [findings.reappraising(counts.reruled, counts.due), reappraiseUntil],
    deciding: [findings.deciding(submitted), councilOn],
    published: [
      findings.published(submitted),
      appealUntil !== null && appealUntil >= today ? appealUntil : null,
    ],
  } as const satisfies Record<typeof phase, readonly [string, string | null]>;
  const [finding, until] = said[phase];
  return until === null ? finding : `${finding}; ${findings.left(dayNumber(until) - dayNumber(today))}`;
}
