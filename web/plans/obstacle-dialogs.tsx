import { useState } from 'react';
import type { Obstacle } from '#core/plans/follow-up.ts';
import { HELD_UP_BY, type HeldUpBy, type ObstacleVerb } from '#core/plans/obstacle-words.ts';
import type { Task } from '#core/plans/task.ts';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { followUpApi } from './follow-up-api.ts';
import { FormDialog } from './form-dialog.tsx';
import { isWhomReady, NOBODY_YET, type WhomDraft, WhomFields, whomOf } from './whom-fields.tsx';

type HeldUpDraft = WhomDraft & { holder: HeldUpBy };

/** An owner says what is stuck and who must act. */
export function ObstacleDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { followUp } = useWords();
  const [text, setText] = useState('');
  const [whom, setWhom] = useState<HeldUpDraft>({ holder: 'approver', ...NOBODY_YET });
  return (
    <FormDialog
      title={followUp.obstacle.raiseTitle}
      why={followUp.obstacle.raiseWhy}
      kept={followUp.obstacle.raised}
      submit={followUp.obstacle.raise}
      isReady={text.trim().length > 1 && isWhomReady(whom)}
      send={() => followUpApi.raise(task.id, { text: text.trim(), ...whomOf(whom), version: task.version })}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <LongWords label={followUp.obstacle.what} value={text} onChange={setText} isTried={isTried} />
          <WhomFields
            label={followUp.obstacle.who}
            holders={HELD_UP_BY}
            draft={whom}
            onChange={(draft) => setWhom(draft as HeldUpDraft)}
            isTried={isTried}
          />
        </>
      )}
    </FormDialog>
  );
}

/** A next word on an obstacle; forwarding it, or opening it again, also says to whom it goes. */
export function ObstacleWordDialog({
  obstacle,
  verb,
  onClose,
}: {
  obstacle: Obstacle;
  verb: ObstacleVerb;
  onClose: () => void;
}) {
  const { followUp } = useWords();
  const [text, setText] = useState('');
  const [whom, setWhom] = useState<HeldUpDraft>({ holder: 'upper_level', ...NOBODY_YET });
  const isForwarding = verb === 'forwarded';
  const word = verb === 'raised' ? 'reopened' : verb;
  return (
    <FormDialog
      title={followUp.obstacle.verbs[verb]}
      why={obstacle.entries[0]?.text ?? ''}
      kept={followUp.obstacle.kept}
      submit={followUp.obstacle.verbs[verb]}
      isReady={text.trim().length > 1 && (!isForwarding || isWhomReady(whom))}
      send={() =>
        followUpApi.say(obstacle.id, {
          verb: word,
          text: text.trim(),
          whom: isForwarding ? whomOf(whom) : null,
          version: obstacle.version,
        })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <LongWords label={followUp.obstacle.text} value={text} onChange={setText} isTried={isTried} />
          {isForwarding && (
            <WhomFields
              label={followUp.obstacle.who}
              holders={HELD_UP_BY}
              draft={whom}
              onChange={(draft) => setWhom(draft as HeldUpDraft)}
              isTried={isTried}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

function LongWords({
  label,
  value,
  onChange,
  isTried,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isTried: boolean;
}) {
  const { followUp } = useWords();
  return (
    <Field label={label} error={isTried && value.trim().length < 2 ? followUp.needed : undefined}>
      {(control) => (
        <TextArea {...control} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
