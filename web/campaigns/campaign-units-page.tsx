import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitProgress } from '#core/assessments/campaign-facts.ts';
import type { CampaignOverview, CampaignUnits } from '#core/assessments/campaign-inputs.ts';
import { turnOf } from '#core/assessments/turn.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignApi, campaignUnitsQuery } from './campaign-api.ts';
import { CampaignHeader, useCampaign } from './campaign-header.tsx';
import styles from './campaigns.module.css';
import { GraceDialog } from './grace-dialog.tsx';

/** Every unit of a campaign: whether it handed in, how far it is and whose turn it is. */
export function CampaignUnitsPage() {
  const words = useCampaignWords();
  const campaign = useCampaign();
  const listed = useSuspenseQuery(campaignUnitsQuery(campaign.id)).data;
  const [isChoosing, setChoosing] = useState(false);
  const [extended, setExtended] = useState<UnitProgress | undefined>(undefined);
  const { units } = listed;
  return (
    <>
      <CampaignHeader
        campaign={campaign}
        title={units.length === 0 ? words.unitsNone : words.unitsTitle(units.length)}
        actions={
          (campaign.phase === 'preparing' || campaign.phase === 'claiming') && (
            <PermittedButton action="campaign.manage" kind="primary" onClick={() => setChoosing(true)}>
              {words.chooseUnits}
            </PermittedButton>
          )
        }
      />
      {units.length > 0 && (
        <DataTable caption={words.tabs.units} isTall>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.turn}</th>
              <th scope="col">{words.submittedOn}</th>
              {[words.claimed, words.ruled, words.open, words.answered, words.standing].map((head) => (
                <th key={head} scope="col" className={cell.number}>
                  {head}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <UnitRow
                key={unit.assessedId}
                unit={unit}
                campaign={campaign}
                onExtend={() => setExtended(unit)}
              />
            ))}
          </tbody>
        </DataTable>
      )}
      {isChoosing && <ChooseDialog campaign={campaign} listed={listed} onClose={() => setChoosing(false)} />}
      {extended && <GraceDialog campaign={campaign} unit={extended} onClose={() => setExtended(undefined)} />}
    </>
  );
}

function UnitRow({
  unit,
  campaign,
  onExtend,
}: {
  unit: UnitProgress;
  campaign: CampaignOverview;
  onExtend: () => void;
}) {
  const words = useCampaignWords();
  const grace = unit.graces.at(-1);
  const mayExtend = campaign.phase !== 'preparing' && campaign.phase !== 'deciding';
  return (
    <tr>
      <th scope="row">
        <Link to={paths.compare} params={{ campaignId: campaign.id, unitId: unit.assessedId }}>
          {unit.unitName}
        </Link>
        {grace && <span className={styles.hint}>{words.graceUntilIs(printDay(grace.until))}</span>}
      </th>
      <td>{words.turns[turnOf(campaign.phase, unit)]}</td>
      <td>{unit.submittedAt ? printDay(unit.submittedAt.slice(0, 10)) : words.notSubmitted}</td>
      <td className={cell.number}>
        <Points value={unit.claimedPoints} />
      </td>
      <td className={cell.number}>{unit.submittedAt ? `${unit.ruled}/${unit.leaves}` : '–'}</td>
      <td className={cell.number}>{unit.submittedAt ? unit.open : '–'}</td>
      <td className={cell.number}>{unit.submittedAt ? unit.answered : '–'}</td>
      <td className={cell.number}>
        <Points value={unit.points} />
      </td>
      <td className={styles.right}>
        {mayExtend && (
          <PermittedButton
            action="campaign.manage"
            size="small"
            aria-label={words.graceFor(unit.unitName)}
            onClick={onExtend}
          >
            {words.graceGive}
          </PermittedButton>
        )}
      </td>
    </tr>
  );
}

function ChooseDialog({
  campaign,
  listed,
  onClose,
}: {
  campaign: CampaignOverview;
  listed: CampaignUnits;
  onClose: () => void;
}) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const offered = [
    ...listed.units.map(({ assessedId, unitName }) => ({ unitId: assessedId, unitName })),
    ...listed.others,
  ];
  const [chosen, setChosen] = useState(() => new Set(listed.units.map(({ assessedId }) => assessedId)));
  const put = (unitId: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(unitId);
    else next.delete(unitId);
    setChosen(next);
  };
  return (
    <FormDialog
      title={words.chooseUnits}
      kept={words.saved}
      isReady
      send={async () => {
        await campaignApi.chooseUnits(campaign.id, { unitIds: [...chosen], version: campaign.version });
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Button size="small" onClick={() => setChosen(new Set(offered.map(({ unitId }) => unitId)))}>
            {words.chooseAll}
          </Button>
          <fieldset className={styles.choices} aria-label={words.chooseUnits}>
            {offered.map(({ unitId, unitName }) => (
              <Checkbox
                key={unitId}
                label={unitName}
                checked={chosen.has(unitId)}
                onChange={(isChosen) => put(unitId, isChosen)}
              />
            ))}
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
