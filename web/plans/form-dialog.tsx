import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Dialog, type DialogProps } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say, type ToastAction } from '#web/ui/toast.tsx';
import { readDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';

/**
 * A window with one form about a task: it sends, says that it was kept and closes; a refusal is shown
 * and what was typed stays.
 */
export function FormDialog<Kept>({
  title,
  why,
  kept,
  next,
  submit,
  size,
  isReady,
  send,
  onClose,
  children,
}: {
  title: string;
  why?: string | undefined;
  kept: string;
  /** What can be done next, offered with the word that it was kept. */
  next?: (answer: Kept) => ToastAction;
  /** The word on the main button; "save" when left out. */
  submit?: string;
  size?: DialogProps['size'];
  isReady: boolean;
  send: () => Promise<Kept>;
  onClose: () => void;
  /** The fields; told whether what is missing has to be shown by now. */
  children: (isTried: boolean) => ReactNode;
}) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);

  const save = async () => {
    setTried(true);
    if (!isReady) return;
    setSaving(true);
    setProblem(undefined);
    await send().then(
      (answer) => {
        say(kept, next?.(answer));
        for (const key of [
          'tasks',
          'responsibility',
          'obstacles',
          'departments',
          'scores',
          'criteria',
          'gaps',
          'assessment',
        ])
          void queryClient.invalidateQueries({ queryKey: [key] });
        onClose();
      },
      (refused: unknown) => {
        setProblem(refused);
        setSaving(false);
      },
    );
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size={size}
      description={why}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} onClick={save}>
            {submit ?? ui.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        {children(isTried)}
      </FieldStack>
    </Dialog>
  );
}

/** A day typed as people write it; what is no day is said once it was tried. */
export function DayField({
  label,
  value,
  onChange,
  isTried,
  isOptional = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isTried: boolean;
  isOptional?: boolean;
}) {
  const { followUp } = useWords();
  const isWrong = value.trim() === '' ? !isOptional : readDay(value) === undefined;
  return (
    <Field label={label} isOptional={isOptional} error={isTried && isWrong ? followUp.dayWrong : undefined}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          placeholder="30/9/2026"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Words of one line that may not be empty. */
export function WordsField({
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
  const isMissing = value.trim().length < 1;
  return (
    <Field label={label} error={isTried && isMissing ? followUp.needed : undefined}>
      {(control) => (
        <TextInput {...control} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
