import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readDeadline } from '#core/plans/read-deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { api } from '#web/api.ts';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery, departmentsQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './plans.module.css';
import { printDeadline } from './task-words.tsx';

/** Changes a task; its deadline is typed in the plan's words and shown as dates while typing. */
export function TaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const me = useMe();
  const { ui, plans } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const rows = useSuspenseQuery(criteriaQuery).data;
  const [text, setText] = useState(task.text);
  const [words, setWords] = useState(task.deadline.words);
  const [ownerIds, setOwnerIds] = useState(task.owners.map((owner) => owner.departmentId));
  const [codes, setCodes] = useState(task.criteria.map((each) => each.code).join(', '));
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isSaving, setSaving] = useState(false);

  const deadline =
    words === task.deadline.words
      ? task.deadline
      : readDeadline(words, me.planYear === null ? {} : { year: me.planYear });
  const asked = codes
    .split(/[,;\s]+/u)
    .map((code) => code.replace(/\.$/u, '').toUpperCase())
    .filter((code) => code !== '');
  const rowByCode = new Map(rows.map((row) => [row.code, row]));
  const unknown = asked.filter((code) => !rowByCode.has(code));
  const textError = text.trim().length < 3 ? plans.task.textTooShort : undefined;

  const save = async () => {
    if (textError || unknown.length > 0) return;
    setSaving(true);
    setProblem(undefined);
    const criterionIds = asked.flatMap((code) => rowByCode.get(code)?.id ?? []);
    await api
      .changeTask(task.id, { text: text.trim(), deadline, ownerIds, criterionIds, version: task.version })
      .then(
        () => {
          say(plans.task.changed);
          for (const key of ['tasks', 'criteria', 'gaps'])
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
      size="wide"
      title={plans.task.edit}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} onClick={save}>
            {ui.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        <Field label={plans.task.editText} error={textError}>
          {(control) => (
            <TextArea {...control} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <Field
          label={plans.task.editDeadline}
          isOptional
          hint={
            <>
              <strong>{printDeadline(deadline, plans)}</strong>
              <br />
              {plans.task.editDeadlineHint}
            </>
          }
        >
          {(control) => (
            <TextInput {...control} value={words} onChange={(event) => setWords(event.target.value)} />
          )}
        </Field>
        <fieldset className={styles.fieldset}>
          <legend>{plans.task.owners}</legend>
          {departments.map((each) => (
            <Checkbox
              key={each.id}
              label={each.name}
              checked={ownerIds.includes(each.id)}
              onChange={(isChosen) =>
                setOwnerIds(isChosen ? [...ownerIds, each.id] : ownerIds.filter((id) => id !== each.id))
              }
            />
          ))}
        </fieldset>
        <Field
          label={plans.task.editCriteria}
          isOptional
          error={unknown.length > 0 ? plans.task.unknownCodes(unknown.join(', ')) : undefined}
        >
          {(control) => (
            <TextInput {...control} value={codes} onChange={(event) => setCodes(event.target.value)} />
          )}
        </Field>
      </FieldStack>
    </Dialog>
  );
}
