import { useState } from 'react';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';

type ReasonDialogProps = {
  title: string;
  why?: string | undefined;
  kept: string;
  /** Whether the move is refused without a reason. */
  isReasonAsked: boolean;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** A window that says what a move does and asks for its reason where it needs one. */
export function ReasonDialog({ title, why, kept, isReasonAsked, send, onClose }: ReasonDialogProps) {
  const { assessments } = useWords();
  const [reason, setReason] = useState('');
  const isMissing = isReasonAsked && reason.trim() === '';
  return (
    <FormDialog
      title={title}
      why={why}
      kept={kept}
      submit={title}
      isReady={!isMissing}
      send={() => send(reason.trim())}
      onClose={onClose}
    >
      {(isTried) =>
        isReasonAsked && (
          <Field
            label={assessments.reason}
            error={isTried && isMissing ? assessments.reasonNeeded : undefined}
          >
            {(control) => (
              <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        )
      }
    </FormDialog>
  );
}
