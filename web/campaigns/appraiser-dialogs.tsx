import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appraiser } from '#core/assessments/campaign-inputs.ts';
import { mayEver } from '#core/people/permissions.ts';
import { useMe } from '#web/people/session.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignApi, campaignLeavesQuery, campaignUnitsQuery } from './campaign-api.ts';

type Asked = { campaignId: string; person: Appraiser; onClose: () => void };

/** The units of a campaign to choose from; an appraiser is not shown how far they are. */
function useUnitOptions(campaignId: string) {
  const { role } = useMe();
  const listed = useQuery({ ...campaignUnitsQuery(campaignId), enabled: mayEver(role, 'campaign.follow') });
  const units = listed.data?.units ?? [];
  return units.map(({ assessedId, unitName }) => ({ value: assessedId, label: unitName }));
}

/** Gives an appraiser a field, a criterion or a unit. */
export function AssignDialog({ campaignId, person, onClose }: Asked) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const rows = useSuspenseQuery(campaignLeavesQuery(campaignId)).data;
  const units = useUnitOptions(campaignId);
  const [code, setCode] = useState('');
  const [assessedId, setUnit] = useState('');
  return (
    <FormDialog
      title={words.assignTo(person.personName)}
      kept={words.saved}
      isReady
      send={async () => {
        const { userId } = person;
        await campaignApi.assign(campaignId, { userId, code: code || null, assessedId: assessedId || null });
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Field label={words.leafTitle}>
            {(control) => (
              <Select
                {...control}
                value={code}
                onChange={setCode}
                options={[
                  { value: '', label: words.everything },
                  ...rows.map((row) => ({ value: row.code, label: `${row.code} ${row.title}` })),
                ]}
              />
            )}
          </Field>
          <Field label={words.unit}>
            {(control) => (
              <Select
                {...control}
                value={assessedId}
                onChange={setUnit}
                options={[{ value: '', label: words.everyUnit }, ...units]}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** Says that an appraiser leaves a unit to others, and why. */
export function ConflictDialog({ campaignId, person, onClose }: Asked) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const units = useUnitOptions(campaignId);
  const [assessedId, setUnit] = useState('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={words.declareFor(person.personName)}
      kept={words.saved}
      isReady={assessedId !== '' && reason.trim().length >= 3}
      send={async () => {
        await campaignApi.declare(campaignId, { userId: person.userId, assessedId, reason });
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Field label={words.unit}>
            {(control) => <Select {...control} value={assessedId} onChange={setUnit} options={units} />}
          </Field>
          <Field label={words.reason}>
            {(control) => (
              <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
