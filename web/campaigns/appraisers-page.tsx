import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Appraiser } from '#core/assessments/campaign-inputs.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { useSentenceOf } from '#web/words/language.ts';
import { AssignDialog, ConflictDialog } from './appraiser-dialogs.tsx';
import { appraisersQuery, campaignApi } from './campaign-api.ts';
import { CampaignHeader, useCampaign } from './campaign-header.tsx';
import styles from './campaigns.module.css';

/** Who rules on what, how far each is, and what nobody has. */
export function AppraisersPage() {
  const words = useCampaignWords();
  const campaign = useCampaign();
  const { appraisers, gaps } = useSuspenseQuery(appraisersQuery(campaign.id)).data;
  const [assigned, setAssigned] = useState<Appraiser | undefined>(undefined);
  const [declared, setDeclared] = useState<Appraiser | undefined>(undefined);
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={appraisers.length === 0 ? words.appraisersNone : words.appraisersTitle(gaps.length)}
        lead={words.appraisersLead}
      />
      <div className={styles.stack}>
        {appraisers.length === 0 ? (
          <EmptyState icon={null} title={words.appraisersNone}>
            {words.appraisersNoneWhy}
          </EmptyState>
        ) : (
          <DataTable caption={words.tabs.appraisers}>
            <thead>
              <tr>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.assign}</th>
                {[words.given, words.done, words.left].map((head) => (
                  <th key={head} scope="col" className={cell.number}>
                    {head}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {appraisers.map((appraiser) => (
                <AppraiserRow
                  key={appraiser.userId}
                  campaignId={campaign.id}
                  appraiser={appraiser}
                  onAssign={() => setAssigned(appraiser)}
                  onDeclare={() => setDeclared(appraiser)}
                />
              ))}
            </tbody>
          </DataTable>
        )}
        {gaps.length > 0 && (
          <Section title={words.gaps}>
            <DataTable caption={words.gaps}>
              <thead>
                <tr>
                  <th scope="col">{words.code}</th>
                  <th scope="col">{words.leafTitle}</th>
                  <th scope="col" className={cell.number}>
                    {words.gapUnits}
                  </th>
                </tr>
              </thead>
              <tbody>
                {gaps.map((gap) => (
                  <tr key={gap.code}>
                    <td>{gap.code}</td>
                    <th scope="row">{gap.title}</th>
                    <td className={cell.number}>{gap.units}</td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          </Section>
        )}
      </div>
      {assigned && (
        <AssignDialog campaignId={campaign.id} person={assigned} onClose={() => setAssigned(undefined)} />
      )}
      {declared && (
        <ConflictDialog campaignId={campaign.id} person={declared} onClose={() => setDeclared(undefined)} />
      )}
    </>
  );
}

function AppraiserRow({
  campaignId,
  appraiser,
  onAssign,
  onDeclare,
}: {
  campaignId: string;
  appraiser: Appraiser;
  onAssign: () => void;
  onDeclare: () => void;
}) {
  const words = useCampaignWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const { personName, given, done, left, assignments, conflicts } = appraiser;
  const takeBack = useMutation({
    mutationFn: (id: string) => campaignApi.takeBack(campaignId, id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  return (
    <tr>
      <th scope="row">{personName}</th>
      <td>
        {takeBack.error && <FormProblem>{sentenceOf(takeBack.error)}</FormProblem>}
        <ul className={styles.parts}>
          {assignments.map(({ id, code, unitName }) => {
            const what = `${code ?? words.everything}, ${unitName ?? words.everyUnit}`;
            return (
              <li key={id} className={styles.part}>
                {what}
                <PermittedButton
                  action="campaign.manage"
                  size="small"
                  kind="quiet"
                  icon={<X aria-hidden />}
                  aria-label={words.takeBackOf(what, personName)}
                  onClick={() => takeBack.mutate(id)}
                >
                  {words.takeBack}
                </PermittedButton>
              </li>
            );
          })}
          {conflicts.map(({ assessedId, unitName, reason }) => (
            <li key={assessedId} className={styles.hint}>
              {words.excluded(unitName)} ({reason})
            </li>
          ))}
        </ul>
      </td>
      <td className={cell.number}>{given}</td>
      <td className={cell.number}>{done}</td>
      <td className={cell.number}>{left}</td>
      <td className={styles.right}>
        <PermittedButton
          action="campaign.manage"
          size="small"
          aria-label={words.assignTo(personName)}
          onClick={onAssign}
        >
          {words.assign}
        </PermittedButton>{' '}
        <PermittedButton
          action="appraisal.declare"
          size="small"
          aria-label={words.declareFor(personName)}
          onClick={onDeclare}
        >
          {words.declare}
        </PermittedButton>
      </td>
    </tr>
  );
}
