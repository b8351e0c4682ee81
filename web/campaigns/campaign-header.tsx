import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignQuery } from './campaign-api.ts';
import styles from './campaigns.module.css';

/** The campaign of the address. */
export function useCampaign(): CampaignOverview {
  const { campaignId = '' } = useParams({ strict: false });
  return useSuspenseQuery(campaignQuery(campaignId)).data;
}

/** The heading of a page of a campaign with the way to its other pages. */
export function CampaignHeader({
  campaign,
  title,
  lead,
  actions,
}: {
  campaign: CampaignOverview;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  const { tabs, tab } = useCampaignWords();
  const { role } = useMe();
  const params = { campaignId: campaign.id };
  const follows = campaign.isHost && mayEver(role, 'campaign.follow');
  const pages = [
    { name: 'overview', to: paths.campaign, isShown: true },
    { name: 'units', to: paths.campaignUnits, isShown: follows },
    { name: 'leaves', to: paths.campaignLeaves, isShown: true },
    { name: 'appraisers', to: paths.campaignAppraisers, isShown: campaign.isHost && role !== 'council' },
    {
      name: 'appraise',
      to: paths.appraise,
      isShown: campaign.isHost && mayEver(role, 'appraisal.judge'),
    },
    { name: 'council', to: paths.campaignCouncil, isShown: campaign.isHost && role !== 'appraiser' },
    { name: 'publications', to: paths.campaignPublications, isShown: true },
    { name: 'results', to: paths.results, isShown: campaign.isHost || campaign.phase === 'published' },
  ] as const;
  return (
    <>
      <PageHeader title={title} tabTitle={tab} lead={lead ?? campaign.title} actions={actions} />
      <nav aria-label={tabs.label} className={styles.tabs}>
        {pages
          .filter(({ isShown }) => isShown)
          .map(({ name, to }) => (
            <Link
              key={name}
              to={to}
              params={params}
              className={styles.tab}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {tabs[name]}
            </Link>
          ))}
      </nav>
    </>
  );
}
