import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { CampaignDialog } from './campaign-dialog.tsx';
import { campaignFinding } from './campaign-finding.ts';
import { CampaignHeader, useCampaign } from './campaign-header.tsx';
import styles from './campaigns.module.css';
import { MoveButtons } from './move-buttons.tsx';

const DAYS = [
  'claimUntil',
  'appraiseUntil',
  'explainUntil',
  'reappraiseUntil',
  'councilOn',
  'appealUntil',
] as const;

/** How far a campaign is, what may be done next, and when. */
export function CampaignPage() {
  const words = useCampaignWords();
  const { today } = useMe();
  const campaign = useCampaign();
  const [isEditing, setEditing] = useState(false);
  const { number, issuer, issuedOn } = campaign.decision;
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={campaign.isHost ? campaignFinding(campaign, today, words) : words.phases[campaign.phase]}
        lead={`${campaign.title} · ${words.phases[campaign.phase]}`}
        actions={
          campaign.isHost && (
            <>
              <PermittedButton
                action="campaign.manage"
                icon={<Pencil aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {words.edit}
              </PermittedButton>
              <MoveButtons campaign={campaign} />
            </>
          )
        }
      />
      <div className={styles.stack}>
        {campaign.counts.leaves > 0 && <FieldTable />}
        <Section title={words.calendar}>
          <dl className={styles.facts}>
            <dt>{words.number}</dt>
            <dd>{[number, issuer, issuedOn && printDay(issuedOn)].filter(Boolean).join(', ') || '–'}</dd>
            {DAYS.map((name) => (
              <DayFact key={name} label={words[name]} day={campaign.calendar[name]} />
            ))}
          </dl>
        </Section>
      </div>
      {isEditing && <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}

function DayFact({ label, day }: { label: string; day: string | null }) {
  const { notSet } = useCampaignWords();
  return (
    <>
      <dt>{label}</dt>
      <dd>{day ? printDay(day) : notSet}</dd>
    </>
  );
}

const COUNTS = ['leaves', 'ruled', 'open', 'answered', 'reruled'] as const;

function FieldTable() {
  const words = useCampaignWords();
  const { fields, counts } = useCampaign();
  return (
    <DataTable caption={words.progress}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {COUNTS.map((name) => (
            <th key={name} scope="col" className={cell.number}>
              {words[name]}
            </th>
          ))}
          <th scope="col" className={cell.number}>
            {words.standing}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.code}>
            <th scope="row">
              {field.code} {field.title}
            </th>
            {COUNTS.map((name) => (
              <td key={name} className={cell.number}>
                {field[name]}
              </td>
            ))}
            <td className={cell.number}>
              <Points value={field.points} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.everything}</th>
          {COUNTS.map((name) => (
            <td key={name} className={cell.number}>
              {counts[name]}
            </td>
          ))}
          <td className={cell.number}>
            <Points value={counts.points} />
          </td>
        </tr>
      </tfoot>
    </DataTable>
  );
}
