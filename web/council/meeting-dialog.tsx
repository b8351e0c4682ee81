import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { MEETING_KINDS } from '#core/assessments/council.ts';
import type { Council, Meeting } from '#core/assessments/council-inputs.ts';
import { useMe } from '#web/people/session.ts';
import { DayField, FormDialog } from '#web/plans/form-dialog.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { councilApi } from './council-api.ts';

/** Opens a meeting, or takes its minutes and closes it. */
export function MeetingDialog({
  campaign,
  council: { members },
  meeting,
  onClose,
}: {
  campaign: CampaignOverview;
  council: Council;
  meeting: Meeting | undefined;
  onClose: () => void;
}) {
  const { council: words, saved } = useCampaignWords();
  const queryClient = useQueryClient();
  const { today } = useMe();
  const [kind, setKind] = useState(meeting?.kind ?? 'meeting');
  const [heldOn, setHeldOn] = useState(printDay(meeting?.heldOn ?? today));
  const [present, setPresent] = useState<readonly string[]>(meeting?.present ?? []);
  const [minutes, setMinutes] = useState(meeting?.minutes ?? '');
  const [isClosed, setClosed] = useState(false);
  const day = readDay(heldOn);
  return (
    <FormDialog
      title={meeting ? words.editMeeting : words.meet}
      kept={saved}
      isReady={day !== undefined}
      send={async () => {
        const input = { kind, heldOn: day ?? '', present: [...present] };
        if (meeting)
          await councilApi.change(campaign.id, meeting.id, {
            ...input,
            minutes,
            isClosed,
            version: meeting.version,
          });
        else await councilApi.meet(campaign.id, input);
        await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
      }}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <Field label={words.kind}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={setKind}
                options={MEETING_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
              />
            )}
          </Field>
          <DayField label={words.heldOn} value={heldOn} onChange={setHeldOn} isTried={isTried} />
          <fieldset>
            <legend>{words.present}</legend>
            {members.map(({ userId, personName }) => (
              <Checkbox
                key={userId}
                label={personName}
                checked={present.includes(userId)}
                onChange={(isThere) =>
                  setPresent(isThere ? [...present, userId] : present.filter((each) => each !== userId))
                }
              />
            ))}
          </fieldset>
          {meeting && (
            <>
              <Field label={words.minutes} isOptional>
                {(control) => (
                  <TextArea
                    {...control}
                    rows={8}
                    value={minutes}
                    onChange={(event) => setMinutes(event.target.value)}
                  />
                )}
              </Field>
              <Checkbox label={words.close} checked={isClosed} onChange={setClosed} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
