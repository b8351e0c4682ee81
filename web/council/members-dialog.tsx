import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { SEATS, type Seat } from '#core/assessments/council.ts';
import type { Council } from '#core/assessments/council-inputs.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { councilApi } from './council-api.ts';

/** Says who sits in the council and on which seat. */
export function MembersDialog({
  campaign,
  council: { members, candidates },
  onClose,
}: {
  campaign: CampaignOverview;
  council: Council;
  onClose: () => void;
}) {
  const { council: words } = useCampaignWords();
  const queryClient = useQueryClient();
  const [seats, setSeats] = useState<ReadonlyMap<string, Seat | ''>>(
    () => new Map(members.map(({ userId, seat }) => [userId, seat])),
  );
  const options = [
    { value: '' as const, label: words.noSeat },
    ...SEATS.map((value) => ({ value, label: words.seats[value] })),
  ];
  return (
    <FormDialog
      title={words.editMembers}
      kept={words.members}
      isReady
      send={async () => {
        const named = [...seats].flatMap(([userId, seat]) => (seat === '' ? [] : [{ userId, seat }]));
        await councilApi.name(campaign.id, { members: named, version: campaign.version });
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {() =>
        candidates.map(({ userId, personName }) => (
          <Field key={userId} label={personName}>
            {(control) => (
              <Select
                {...control}
                label={words.seatOf(personName)}
                value={seats.get(userId) ?? ''}
                onChange={(seat: Seat | '') => setSeats(new Map(seats).set(userId, seat))}
                options={options}
              />
            )}
          </Field>
        ))
      }
    </FormDialog>
  );
}
