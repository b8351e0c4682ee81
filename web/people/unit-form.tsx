import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { isUnitName, UNIT_CODE_PATTERN } from '#core/people/unit-tree.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { readDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { useUnitWords } from '#web/words/unit-words.ts';

/** A window with one form about units: it sends, says that it was kept and closes; a refusal is shown and what was typed stays. */
export function UnitForm({
  title,
  why,
  submit,
  isReady,
  isWide = false,
  send,
  kept,
  onClose,
  children,
}: {
  title: string;
  why?: string;
  submit: string;
  isReady: boolean;
  isWide?: boolean;
  send: () => Promise<unknown>;
  /** What is said once it is kept; nothing where the window goes on to show something. */
  kept?: string;
  onClose: () => void;
  /** The fields; told whether what is missing has to be shown by now. */
  children: (isTried: boolean) => ReactNode;
}) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const formId = useId();
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isReady) return;
    setSending(true);
    const refused = await send().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    setSending(false);
    setProblem(refused);
    if (refused !== undefined) return;
    void queryClient.invalidateQueries({ queryKey: ['units'] });
    if (kept === undefined) return;
    say(kept);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={why}
      size={isWide ? 'wide' : 'normal'}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" isBusy={isSending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate>
        <FieldStack>
          {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
          {children(isTried)}
        </FieldStack>
      </form>
    </Dialog>
  );
}

type TypedField = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether what is wrong has to be shown by now. */
  isTried: boolean;
};

function TypedLine({
  label,
  value,
  onChange,
  error,
  hint,
  isOptional = false,
}: Omit<TypedField, 'isTried'> & {
  error: string | undefined;
  hint?: string | undefined;
  isOptional?: boolean;
}) {
  return (
    <Field label={label} error={error} hint={hint} isOptional={isOptional}>
      {(control) => (
        <TextInput {...control} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** Words of one line that may not be empty. */
export function NeededField({ isTried, ...field }: TypedField) {
  const units = useUnitWords();
  const isMissing = field.value.trim().length < 2;
  return <TypedLine {...field} error={isTried && isMissing ? units.needed : undefined} />;
}

/** The name of a unit. */
export function NameField({ isTried, ...field }: TypedField) {
  const units = useUnitWords();
  const isWrong = !isUnitName(field.value.trim());
  return <TypedLine {...field} error={isTried && isWrong ? units.nameWrong : undefined} />;
}

/** The code of a unit. */
export function CodeField({ isTried, isOptional = false, ...field }: TypedField & { isOptional?: boolean }) {
  const units = useUnitWords();
  const error = isTried && !isCode(field.value, isOptional) ? units.codeWrong : undefined;
  return <TypedLine {...field} hint={units.codeHint} isOptional={isOptional} error={error} />;
}

/** A day typed as people write it. */
export function WrittenDayField({ isTried, ...field }: TypedField) {
  const units = useUnitWords();
  const isWrong = readDay(field.value) === undefined;
  return <TypedLine {...field} error={isTried && isWrong ? units.dayWrong : undefined} />;
}

/** Whether what was typed can be a code; nothing can be one where a code is optional. */
export function isCode(typed: string, isOptional: boolean): boolean {
  return typed.trim() === '' ? isOptional : UNIT_CODE_PATTERN.test(typed.trim());
}
