import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Department, DepartmentInput } from '#core/people/department.ts';
import { DEPARTMENT_KINDS } from '#core/people/department-kinds.ts';
import { ApiProblem, api } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './people.module.css';

/** Adds a department, or changes its name, kind and spellings, or retires it. */
export function DepartmentDialog({
  department,
  onClose,
}: {
  department: Department | undefined;
  onClose: () => void;
}) {
  const { people, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(department?.name ?? '');
  const [kind, setKind] = useState(department?.kind ?? 'department');
  const [spellings, setSpellings] = useState(department?.spellings.join('\n') ?? '');
  const [hasTried, setTried] = useState(false);
  const done = async (sentence: string) => {
    await queryClient.invalidateQueries({ queryKey: ['departments'] });
    say(sentence);
    onClose();
  };
  const save = useMutation({
    mutationFn: (input: DepartmentInput) =>
      department
        ? api.changeDepartment(department.id, { ...input, version: department.version })
        : api.addDepartment(input),
    onSuccess: () => done(ui.saved),
  });
  const end = useMutation({
    mutationFn: (ended: Department) => api.endDepartment(ended.id, ended.version),
    onSuccess: () => done(people.departmentEnded(name)),
  });
  const isNameWrong = name.trim().length < 2 || name.trim().length > 200;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const lines = spellings.split('\n').map((line) => line.trim());
    if (!isNameWrong)
      save.mutate({ name: name.trim(), kind, spellings: lines.filter((line) => line !== '') });
  };
  const problem = save.error ?? end.error;
  const field = problem instanceof ApiProblem ? problem.field : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={department ? people.editDepartment(department.name) : people.addDepartment}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" isBusy={save.isPending}>
            {ui.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <FieldStack>
          {problem && field !== 'name' && <FormProblem>{sentenceOf(problem)}</FormProblem>}
          <Field
            label={people.departmentName}
            error={
              (hasTried && isNameWrong && people.departmentNameWrong) ||
              (field === 'name' && sentenceOf(problem))
            }
          >
            {(control) => (
              <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Field label={people.kind}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={setKind}
                options={DEPARTMENT_KINDS.map((value) => ({ value, label: people.kinds[value] }))}
              />
            )}
          </Field>
          <Field label={people.spellings} hint={people.spellingsHint} isOptional>
            {(control) => (
              <TextArea
                {...control}
                value={spellings}
                onChange={(event) => setSpellings(event.target.value)}
              />
            )}
          </Field>
          {department && (
            <div>
              <Button kind="danger" isBusy={end.isPending} onClick={() => end.mutate(department)}>
                {people.endDepartment}
              </Button>
              <p className={styles.hint}>{people.endDepartmentWhy}</p>
            </div>
          )}
        </FieldStack>
      </form>
    </Dialog>
  );
}
