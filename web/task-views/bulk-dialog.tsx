import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readDeadline } from '#core/deadlines/read-deadline.ts';
import type { BulkChange } from '#core/plans/bulk-edit.ts';
import type { Task } from '#core/plans/task.ts';
import { MOST_TASKS_AT_ONCE } from '#core/plans/task-rules.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { useDeadlineRules } from '#web/deadlines/use-deadline-rules.ts';
import { printDeadline } from '#web/plans/task-words.tsx';
import { criteriaQuery, departmentsQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { BULK_STATUSES, isEmptyChange } from './bulk-change.ts';
import { useBulkEdit } from './use-bulk-edit.ts';

/** Sets the same in several tasks; what is left empty stays as it is in each. */
export function BulkDialog({
  tasks,
  onClose,
  onSaved,
}: {
  tasks: readonly Task[];
  onClose: () => void;
  onSaved: () => void;
}) {
  const rules = useDeadlineRules();
  const { ui, plans, taskViews } = useWords();
  const { bulk } = taskViews;
  const sentenceOf = useSentenceOf();
  const edit = useBulkEdit();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const rows = useSuspenseQuery(criteriaQuery).data;
  const [leadId, setLeadId] = useState('');
  const [coordinatorId, setCoordinatorId] = useState('');
  const [typedCode, setCode] = useState('');
  const [words, setWords] = useState('');
  const [status, setStatus] = useState<TaskStatus | ''>('');
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isSaving, setSaving] = useState(false);

  const code = typedCode.trim().replace(/\.$/u, '').toUpperCase();
  const criterion = rows.find((row) => row.code === code);
  const deadline = readDeadline(words, rules);
  const change: BulkChange = {
    ...(leadId && { leadId }),
    ...(coordinatorId && { coordinatorId }),
    ...(criterion && { criterionId: criterion.id }),
    ...(words.trim() && { deadline }),
  };
  const isNothing = isEmptyChange(change) && status === '';
  const isTooMany = tasks.length > MOST_TASKS_AT_ONCE;
  const codeError = code !== '' && !criterion ? bulk.unknownCode(code) : undefined;
  const choices = [
    { value: '', label: bulk.keep },
    ...departments.map((each) => ({ value: each.id, label: each.name })),
  ];

  const save = async () => {
    setTried(true);
    if (isNothing || isTooMany || codeError) return;
    setSaving(true);
    const refused = await edit(tasks, { change, status: status || undefined });
    setSaving(false);
    if (refused === undefined) onSaved();
    else setProblem(refused);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={bulk.title(tasks.length)}
      description={bulk.lead}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} onClick={save}>
            {bulk.save(tasks.length)}
          </Button>
        </>
      }
    >
      <FieldStack>
        {isTooMany && <FormProblem>{bulk.tooMany(MOST_TASKS_AT_ONCE)}</FormProblem>}
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        {isTried && isNothing && <FormProblem>{bulk.nothing}</FormProblem>}
        <Field label={bulk.leadDepartment} isOptional>
          {(control) => <Select {...control} value={leadId} onChange={setLeadId} options={choices} />}
        </Field>
        <Field label={bulk.addCoordinator} isOptional>
          {(control) => (
            <Select {...control} value={coordinatorId} onChange={setCoordinatorId} options={choices} />
          )}
        </Field>
        <Field label={bulk.linkCriterion} isOptional error={codeError} hint={criterion?.title}>
          {(control) => (
            <TextInput {...control} value={typedCode} onChange={(event) => setCode(event.target.value)} />
          )}
        </Field>
        <Field
          label={bulk.deadline}
          isOptional
          hint={
            words.trim() ? <strong>{printDeadline(deadline, plans)}</strong> : plans.task.editDeadlineHint
          }
        >
          {(control) => (
            <TextInput {...control} value={words} onChange={(event) => setWords(event.target.value)} />
          )}
        </Field>
        <Field label={bulk.status} isOptional>
          {(control) => (
            <Select
              {...control}
              value={status}
              onChange={setStatus}
              options={[
                { value: '', label: bulk.keep },
                ...BULK_STATUSES.map((each) => ({ value: each, label: plans.statuses[each] })),
              ]}
            />
          )}
        </Field>
      </FieldStack>
    </Dialog>
  );
}
