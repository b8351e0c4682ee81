import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '#core/assessments/council-inputs.ts';
import { CampaignHeader, useCampaign } from '#web/campaigns/campaign-header.tsx';
import styles from '#web/campaigns/campaigns.module.css';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { councilQuery } from './council-api.ts';
import { MeetingDialog } from './meeting-dialog.tsx';
import { MeetingSection } from './meeting-section.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';

type Open = { what: 'members' } | { what: 'meeting'; meeting?: Meeting } | { what: 'item'; meeting: Meeting };

/** The council of a campaign: its members, its meetings, and the proposals they vote on. */
export function CouncilPage() {
  const { council: words } = useCampaignWords();
  const campaign = useCampaign();
  const council = useSuspenseQuery(councilQuery(campaign.id)).data;
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const { members, meetings } = council;
  const meets = campaign.phase === 'deciding' || campaign.phase === 'published';
  const close = () => setOpen(undefined);
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={members.length === 0 ? words.none : words.title(members.length, meetings.length)}
        actions={
          <>
            <PermittedButton action="council.manage" onClick={() => setOpen({ what: 'members' })}>
              {words.editMembers}
            </PermittedButton>
            {meets && (
              <PermittedButton
                action="council.manage"
                kind="primary"
                onClick={() => setOpen({ what: 'meeting' })}
              >
                {words.meet}
              </PermittedButton>
            )}
          </>
        }
      />
      <div className={styles.stack}>
        {meetings.map((meeting) => (
          <MeetingSection
            key={meeting.id}
            campaign={campaign}
            meeting={meeting}
            members={members}
            onEdit={() => setOpen({ what: 'meeting', meeting })}
            onPropose={() => setOpen({ what: 'item', meeting })}
          />
        ))}
        {members.length === 0 ? (
          <EmptyState icon={null} title={words.none} />
        ) : (
          <Section title={words.members}>
            <dl className={styles.facts}>
              {members.map(({ userId, personName, seat }) => (
                <MemberLine key={userId} seat={words.seats[seat]} personName={personName} />
              ))}
            </dl>
          </Section>
        )}
      </div>
      {open?.what === 'members' && <MembersDialog campaign={campaign} council={council} onClose={close} />}
      {open?.what === 'meeting' && (
        <MeetingDialog campaign={campaign} council={council} meeting={open.meeting} onClose={close} />
      )}
      {open?.what === 'item' && <ProposalDialog campaign={campaign} meeting={open.meeting} onClose={close} />}
    </>
  );
}

function MemberLine({ seat, personName }: { seat: string; personName: string }) {
  return (
    <>
      <dt>{seat}</dt>
      <dd>{personName}</dd>
    </>
  );
}
