import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { LEAF_SCORERS, type LeafScorer } from '#core/assessments/assessment-words.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Points } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { useSentenceOf } from '#web/words/language.ts';
import { campaignApi, campaignLeavesQuery } from './campaign-api.ts';
import { CampaignHeader, useCampaign } from './campaign-header.tsx';

/** The criteria of a campaign, and who gives the points of each first. */
export function CampaignLeavesPage() {
  const words = useCampaignWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const campaign = useCampaign();
  const rows = useSuspenseQuery(campaignLeavesQuery(campaign.id)).data;
  const mayEdit = useRefusal('campaign.manage') === undefined;
  const save = useMutation({
    mutationFn: (leaf: { code: string; scoredBy: LeafScorer }) =>
      campaignApi.changeLeaf(campaign.id, leaf, campaign.version),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  const isEdited = campaign.isHost && campaign.phase === 'preparing' && mayEdit;
  const options = LEAF_SCORERS.map((value) => ({ value, label: words.scorers[value] }));
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={words.leavesTitle(rows.filter(({ isLeaf }) => isLeaf).length)}
      />
      {save.error && <FormProblem>{sentenceOf(save.error)}</FormProblem>}
      <DataTable caption={words.tabs.leaves} isTall>
        <thead>
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.leafTitle}</th>
            <th scope="col" className={cell.number}>
              {words.maxPoints}
            </th>
            <th scope="col">{words.scorer}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} className={row.isLeaf ? undefined : cell.total}>
              <td>{row.code}</td>
              <th scope="row">{row.title}</th>
              <td className={cell.number}>
                <Points value={row.maxPoints} />
              </td>
              <td>
                {row.isLeaf && isEdited && (
                  <Select
                    label={words.scorerOf(row.code)}
                    value={row.scoredBy}
                    disabled={save.isPending}
                    onChange={(scoredBy) => save.mutate({ code: row.code, scoredBy })}
                    options={options}
                  />
                )}
                {row.isLeaf && !isEdited && words.scorers[row.scoredBy]}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
