import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CampaignOverview, NewCampaign } from '#core/assessments/campaign-inputs.ts';
import { useMe } from '#web/people/session.ts';
import { DayField, FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { campaignApi } from './campaign-api.ts';

const DAYS = ['claimUntil', 'appraiseUntil', 'reappraiseUntil', 'councilOn'] as const;
const COUNTS = ['explainDays', 'appealDays'] as const;

/** Lays a campaign down, or changes its title, document and calendar. */
export function CampaignDialog({
  campaign,
  onClose,
}: {
  campaign: CampaignOverview | undefined;
  onClose: () => void;
}) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const { today } = useMe();
  const [typed, setTyped] = useState(() => ({
    title: campaign?.title ?? '',
    year: String(campaign?.year ?? today.slice(0, 4)),
    number: campaign?.decision.number ?? '',
    issuer: campaign?.decision.issuer ?? '',
    issuedOn: written(campaign?.decision.issuedOn),
    claimUntil: written(campaign?.calendar.claimUntil),
    appraiseUntil: written(campaign?.calendar.appraiseUntil),
    reappraiseUntil: written(campaign?.calendar.reappraiseUntil),
    councilOn: written(campaign?.calendar.councilOn),
    explainDays: String(campaign?.calendar.explainDays ?? 5),
    appealDays: String(campaign?.calendar.appealDays ?? 10),
  }));
  const [from, setFrom] = useState<NewCampaign['criteria']['from']>('catalogue');
  const put = (name: keyof typeof typed) => (value: string) => setTyped({ ...typed, [name]: value });
  const dayOf = (name: (typeof DAYS)[number] | 'issuedOn') => readDay(typed[name]) ?? null;
  const text = (name: keyof typeof typed, label: string, isOptional = false) => (
    <Field label={label} isOptional={isOptional}>
      {(control) => (
        <TextInput {...control} value={typed[name]} onChange={(event) => put(name)(event.target.value)} />
      )}
    </Field>
  );
  const areDaysRead = [...DAYS, 'issuedOn' as const].every(
    (name) => typed[name].trim() === '' || readDay(typed[name]) !== undefined,
  );
  const send = async () => {
    const input = {
      title: typed.title,
      decision: { number: typed.number, issuer: typed.issuer, issuedOn: dayOf('issuedOn') },
      calendar: {
        claimUntil: dayOf('claimUntil'),
        appraiseUntil: dayOf('appraiseUntil'),
        reappraiseUntil: dayOf('reappraiseUntil'),
        councilOn: dayOf('councilOn'),
        explainDays: Number(typed.explainDays),
        appealDays: Number(typed.appealDays),
      },
    };
    if (campaign) await campaignApi.change(campaign.id, { ...input, version: campaign.version });
    else await campaignApi.create({ ...input, year: Number(typed.year), criteria: { from } });
    await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
  };
  return (
    <FormDialog
      title={campaign ? words.edit : words.create}
      kept={campaign ? words.saved : words.created}
      isReady={typed.title.trim().length >= 3 && areDaysRead}
      send={send}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          {text('title', words.name)}
          {!campaign && text('year', words.year)}
          {!campaign && (
            <Field label={words.criteriaFrom}>
              {(control) => (
                <Select
                  {...control}
                  value={from}
                  onChange={setFrom}
                  options={(['catalogue', 'plan'] as const).map((value) => ({
                    value,
                    label: words.criteriaSources[value],
                  }))}
                />
              )}
            </Field>
          )}
          {text('number', words.number, true)}
          {text('issuer', words.issuer, true)}
          {(['issuedOn', ...DAYS] as const).map((name) => (
            <DayField
              key={name}
              label={words[name]}
              value={typed[name]}
              onChange={put(name)}
              isTried={isTried}
              isOptional
            />
          ))}
          {COUNTS.map((name) => (
            <div key={name}>{text(name, words[name])}</div>
          ))}
        </>
      )}
    </FormDialog>
  );
}

const written = (day: string | null | undefined) => (day ? printDay(day) : '');
