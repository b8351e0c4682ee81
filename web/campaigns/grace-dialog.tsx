import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UnitProgress } from '#core/assessments/campaign-facts.ts';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { DayField, FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { readDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignApi } from './campaign-api.ts';

/** More time for one unit, by a document, for what the campaign gives time for now. */
export function GraceDialog({
  campaign,
  unit,
  onClose,
}: {
  campaign: CampaignOverview;
  unit: UnitProgress;
  onClose: () => void;
}) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const [until, setUntil] = useState('');
  const [number, setNumber] = useState('');
  const clock =
    campaign.phase === 'explaining' ? 'explain' : campaign.phase === 'published' ? 'appeal' : 'claim';
  const day = readDay(until);
  return (
    <FormDialog
      title={words.graceFor(unit.unitName)}
      why={`${words.graceClock}: ${words.clocks[clock]}`}
      kept={words.saved}
      isReady={day !== undefined && number.trim() !== ''}
      send={async () => {
        const paper = { number, issuer: '', issuedOn: null };
        await campaignApi.giveGrace(campaign.id, unit.assessedId, {
          clock,
          until: day ?? '',
          paper,
          version: unit.version,
        });
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <DayField label={words.graceUntil} value={until} onChange={setUntil} isTried={isTried} />
          <Field label={words.number}>
            {(control) => (
              <TextInput {...control} value={number} onChange={(event) => setNumber(event.target.value)} />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
