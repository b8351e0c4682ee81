import { useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { responsibilityApi } from './responsibility-api.ts';

type LineDialogProps = { line: ResponsibilityLine; onClose: () => void };

/** Why the work was late, in the department's words. */
export function ExplanationDialog({ line, onClose }: LineDialogProps) {
  const { responsibility } = useWords();
  const words = responsibility.explanation;
  const [text, setText] = useState(line.explanation?.text ?? '');
  const { taskId, occurrence, version } = line;
  return (
    <FormDialog
      title={words.title}
      why={words.why}
      kept={words.kept}
      isReady={text.trim() !== ''}
      send={() => responsibilityApi.explain(taskId, { text: text.trim(), occurrence, version })}
      onClose={onClose}
    >
      {(isTried) => <ReasonField label={words.text} rows={5} {...{ isTried, text, setText }} />}
    </FormDialog>
  );
}

/** What a leader says of it; not accepting, and deciding without an explanation, take a reason. */
export function DecisionDialog({ line, onClose }: LineDialogProps) {
  const words = useWords().responsibility.decision;
  const { taskId, occurrence, version, explanation, decision } = line;
  const [answer, setAnswer] = useState(decision?.isAccepted === false ? 'no' : 'yes');
  const [reason, setReason] = useState(decision?.reason ?? '');
  const isAccepted = answer === 'yes';
  const isReasonNeeded = !isAccepted || explanation === null;
  return (
    <FormDialog
      title={words.title}
      why={explanation === null ? words.withoutWhy : words.on(explanation.text, explanation.byName)}
      kept={words.kept}
      isReady={!isReasonNeeded || reason.trim() !== ''}
      send={() =>
        responsibilityApi.decide(taskId, { isAccepted, reason: reason.trim(), occurrence, version })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <Field label={words.answer}>
            {(control) => (
              <Select
                {...control}
                value={answer}
                onChange={setAnswer}
                options={[
                  { value: 'yes', label: words.accepted },
                  { value: 'no', label: words.notAccepted },
                ]}
              />
            )}
          </Field>
          <ReasonField
            label={words.reason}
            isOptional={!isReasonNeeded}
            text={reason}
            setText={setReason}
            isTried={isTried}
          />
        </>
      )}
    </FormDialog>
  );
}

/** In what a finished result falls short. */
export function NotMetDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const words = useWords().responsibility.verdict;
  const [reason, setReason] = useState('');
  const { id, version } = task;
  return (
    <FormDialog
      title={words.title}
      why={words.why}
      kept={words.kept}
      isReady={reason.trim() !== ''}
      send={() => responsibilityApi.judge(id, { verdict: 'not_met', reason: reason.trim(), version })}
      onClose={onClose}
    >
      {(isTried) => <ReasonField label={words.reason} text={reason} setText={setReason} isTried={isTried} />}
    </FormDialog>
  );
}

function ReasonField({
  label,
  rows = 3,
  isOptional = false,
  isTried,
  text,
  setText,
}: {
  label: string;
  rows?: number;
  isOptional?: boolean;
  isTried: boolean;
  text: string;
  setText: (text: string) => void;
}) {
  const { followUp } = useWords();
  const isMissing = isTried && !isOptional && text.trim() === '';
  return (
    <Field label={label} isOptional={isOptional} error={isMissing ? followUp.needed : undefined}>
      {(control) => (
        <TextArea {...control} rows={rows} value={text} onChange={(event) => setText(event.target.value)} />
      )}
    </Field>
  );
}
