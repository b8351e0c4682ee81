import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Landmark, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CampaignLine } from '#core/assessments/campaign-inputs.ts';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignsQuery } from './campaign-api.ts';
import { CampaignDialog } from './campaign-dialog.tsx';
import styles from './campaigns.module.css';

/** The campaigns the unit holds or takes part in. */
export function CampaignsPage() {
  const words = useCampaignWords();
  const { unit, role } = useMe();
  const campaigns = useSuspenseQuery(campaignsQuery).data;
  const [isCreating, setCreating] = useState(false);
  const isHost = unit.kind === 'city' || unit.kind === 'country';
  const isNarrow = useIsNarrow();
  return (
    <>
      <PageHeader
        title={campaigns.length === 0 ? words.listNone : words.listTitle(campaigns.length)}
        tabTitle={words.tab}
        actions={
          isHost &&
          mayEver(role, 'campaign.manage') && (
            <PermittedButton
              action="campaign.manage"
              kind="primary"
              icon={<Plus aria-hidden />}
              onClick={() => setCreating(true)}
            >
              {words.create}
            </PermittedButton>
          )
        }
      />
      {campaigns.length === 0 ? (
        <EmptyState icon={<Landmark aria-hidden />} title={words.listNone}>
          {role === 'council' ? words.listNoneForCouncil : words.listNoneWhy}
        </EmptyState>
      ) : isNarrow ? (
        <CampaignCards campaigns={campaigns} />
      ) : (
        <DataTable caption={words.tab}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className={cell.number}>
                {words.year}
              </th>
              <th scope="col">{words.phase}</th>
              <th scope="col" className={cell.number}>
                {words.submitted}
              </th>
              <th scope="col">{words.claimUntil}</th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <tr key={campaign.id}>
                <th scope="row">
                  <Link to={paths.campaign} params={{ campaignId: campaign.id }}>
                    {campaign.title}
                  </Link>
                </th>
                <td className={cell.number}>{campaign.year}</td>
                <td>{words.phases[campaign.phase]}</td>
                <td className={cell.number}>
                  {campaign.isHost ? words.ofUnits(campaign.submitted, campaign.units) : '–'}
                </td>
                <td>
                  {campaign.calendar.claimUntil ? printDay(campaign.calendar.claimUntil) : words.notSet}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {isCreating && <CampaignDialog campaign={undefined} onClose={() => setCreating(false)} />}
    </>
  );
}

/** The list for a phone: one campaign below the other, its facts beneath its name. */
function CampaignCards({ campaigns }: { campaigns: CampaignLine[] }) {
  const words = useCampaignWords();
  return (
    <ul className={styles.cards}>
      {campaigns.map(({ id, title, year, phase, isHost, submitted, units, calendar }) => (
        <li key={id}>
          <Link to={paths.campaign} params={{ campaignId: id }}>
            {title}
          </Link>
          <span>
            {[
              `${words.year} ${year}`,
              words.phases[phase],
              isHost && `${words.submitted}: ${words.ofUnits(submitted, units)}`,
              calendar.claimUntil && `${words.claimUntil}: ${printDay(calendar.claimUntil)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
