import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LOSS_CAUSES, type LossCause } from '#core/assessments/assessment-words.ts';
import type { CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import type { Meeting } from '#core/assessments/council-inputs.ts';
import { readPoints } from '#core/points.ts';
import { campaignLeavesQuery, campaignUnitsQuery } from '#web/campaigns/campaign-api.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { councilApi } from './council-api.ts';

/** Puts one leaf of one unit to the council, or the whole list as it stands. */
export function ProposalDialog({
  campaign,
  meeting,
  onClose,
}: {
  campaign: CampaignOverview;
  meeting: Meeting;
  onClose: () => void;
}) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const leaves = useSuspenseQuery(campaignLeavesQuery(campaign.id)).data.filter(({ isLeaf }) => isLeaf);
  const units = useSuspenseQuery(campaignUnitsQuery(campaign.id)).data.units;
  const [isList, setList] = useState(false);
  const [typed, setTyped] = useState({ assessedId: '', code: '', points: '', lost: '', text: '', note: '' });
  const [cause, setCause] = useState<LossCause>('not_met');
  const put = (name: keyof typeof typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const points = readPoints(typed.points);
  const lost = typed.lost.trim() === '' ? 0 : readPoints(typed.lost);
  const hasReason = lost === 0 || typed.text.trim().length >= 3;
  const isWhole =
    typed.assessedId !== '' && typed.code !== '' && points !== undefined && lost !== undefined && hasReason;
  const send = async () => {
    const { assessedId, code, text, note } = typed;
    const reasons = lost ? [{ points: lost, cause, text }] : [];
    const leaf = isList ? null : { assessedId, code, points: points ?? 0, reasons };
    await councilApi.propose(campaign.id, meeting.id, { leaf, note });
    await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
  };
  const text = (name: 'points' | 'lost' | 'text', label: string) => (
    <Field label={label}>
      {(control) => (
        <TextInput {...control} value={typed[name]} onChange={(event) => put(name)(event.target.value)} />
      )}
    </Field>
  );
  return (
    <FormDialog
      title={words.council.propose}
      why={isList ? words.council.proposeListWhy : undefined}
      kept={words.saved}
      isReady={isList || isWhole}
      send={send}
      onClose={onClose}
    >
      {() => (
        <>
          {campaign.phase === 'deciding' && (
            <Checkbox label={words.council.proposeList} checked={isList} onChange={setList} />
          )}
          {!isList && (
            <>
              <Field label={words.unit}>
                {(control) => (
                  <Select
                    {...control}
                    value={typed.assessedId}
                    onChange={put('assessedId')}
                    options={units
                      .filter(({ submittedAt }) => submittedAt !== null)
                      .map(({ assessedId, unitName }) => ({ value: assessedId, label: unitName }))}
                  />
                )}
              </Field>
              <Field label={words.leafTitle}>
                {(control) => (
                  <Select
                    {...control}
                    value={typed.code}
                    onChange={put('code')}
                    options={leaves.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
                  />
                )}
              </Field>
              {text('points', words.council.points)}
              {text('lost', words.council.lost)}
              <Field label={words.council.cause}>
                {(control) => (
                  <Select
                    {...control}
                    value={cause}
                    onChange={setCause}
                    options={LOSS_CAUSES.map((value) => ({ value, label: words.council.causes[value] }))}
                  />
                )}
              </Field>
              {text('text', words.council.why)}
            </>
          )}
          <Field label={words.council.note} isOptional>
            {(control) => (
              <TextArea
                {...control}
                value={typed.note}
                onChange={(event) => put('note')(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
