import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Member } from '#core/people/member.ts';
import { api } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { type MemberChoice, MemberChoices } from './member-choices.tsx';
import styles from './people.module.css';

/** Changes a person's role, department and position, or ends and reopens their account. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { people, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const formId = useId();
  const [choice, setChoice] = useState<MemberChoice>(member);
  const [position, setPosition] = useState(member.positionTitle ?? '');
  const [isEnded, setEnded] = useState(member.endedAt !== null);
  const change = useMutation({
    mutationFn: () =>
      api.changeMember(member.userId, {
        role: choice.role,
        departmentId: choice.departmentId,
        positionTitle: position.trim() === '' ? null : position.trim(),
        isEnded,
        version: member.version,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['members'] });
      say(ui.saved);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={people.editPerson(member.personName)}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" isBusy={change.isPending}>
            {ui.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <FieldStack>
          {change.isError && <FormProblem>{sentenceOf(change.error)}</FormProblem>}
          <MemberChoices value={choice} onChange={setChoice} />
          <Field label={people.position} isOptional>
            {(control) => (
              <TextInput
                {...control}
                value={position}
                onChange={(event) => setPosition(event.target.value)}
              />
            )}
          </Field>
          <div>
            <Checkbox label={people.endAccount} checked={isEnded} onChange={setEnded} />
            <p className={styles.hint}>{people.endAccountWhy}</p>
          </div>
        </FieldStack>
      </form>
    </Dialog>
  );
}
