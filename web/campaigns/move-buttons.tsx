import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { CampaignMoveState, CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useCampaignWords } from '#web/words/campaign-words.ts';
import { useLanguage } from '#web/words/language.ts';
import { campaignApi } from './campaign-api.ts';

/** The moves that lead on from where a campaign is; what stands against one is said on its button. */
export function MoveButtons({ campaign }: { campaign: CampaignOverview }) {
  const [asked, setAsked] = useState<CampaignMoveState['move'] | undefined>(undefined);
  return (
    <>
      {campaign.moves.map((state) => (
        <MoveButton key={state.move} state={state} onAsk={() => setAsked(state.move)} />
      ))}
      {asked && <MoveDialog campaign={campaign} move={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function MoveButton({ state: { move, refusal }, onAsk }: { state: CampaignMoveState; onAsk: () => void }) {
  const { moves } = useCampaignWords();
  const language = useLanguage();
  const id = useId();
  if (!refusal)
    return (
      <Button kind="primary" onClick={onAsk}>
        {moves[move]}
      </Button>
    );
  return (
    <Tooltip text={refusal[language]}>
      <Button aria-disabled="true" aria-describedby={id} onClick={(event) => event.preventDefault()}>
        {moves[move]}
        <VisuallyHidden id={id}>{refusal[language]}</VisuallyHidden>
      </Button>
    </Tooltip>
  );
}

function MoveDialog({
  campaign,
  move,
  onClose,
}: {
  campaign: CampaignOverview;
  move: CampaignMoveState['move'];
  onClose: () => void;
}) {
  const words = useCampaignWords();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const isPublishing = move === 'publish' || move === 'publish_again';
  const needsReason = move === 'publish_again';
  const send = async () => {
    const decision = { number, issuer: '', issuedOn: null };
    const paper = isPublishing ? { decision } : {};
    await campaignApi.move(campaign.id, { move, version: campaign.version, reason, ...paper });
    await queryClient.invalidateQueries({ queryKey: ['campaigns'] });
  };
  return (
    <FormDialog
      title={words.moves[move]}
      why={words.moveWhy[move]}
      kept={words.moved}
      submit={words.moves[move]}
      isReady={!needsReason || reason.trim() !== ''}
      send={send}
      onClose={onClose}
    >
      {() => (
        <>
          {isPublishing && (
            <Field label={words.number} isOptional>
              {(control) => (
                <TextInput {...control} value={number} onChange={(event) => setNumber(event.target.value)} />
              )}
            </Field>
          )}
          <Field label={words.reason} isOptional={!needsReason}>
            {(control) => (
              <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
