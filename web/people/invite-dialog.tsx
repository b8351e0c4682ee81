import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { needsDepartment } from '#core/people/roles.ts';
import { ApiProblem, api, type InvitationMade } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { type MemberChoice, MemberChoices } from './member-choices.tsx';

/** Invites one person and shows the link, once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { people, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const formId = useId();
  const [personName, setPersonName] = useState('');
  const [choice, setChoice] = useState<MemberChoice>({ role: 'officer', departmentId: null });
  const [hasTried, setTried] = useState(false);
  const invite = useMutation({
    mutationFn: api.invite,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  });
  if (invite.data) return <MadeDialog made={invite.data} onClose={onClose} />;
  const isNameWrong = personName.trim().length < 2;
  const lacksDepartment = needsDepartment(choice.role) && choice.departmentId === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNameWrong && !lacksDepartment) invite.mutate({ personName: personName.trim(), ...choice });
  };
  const field = invite.error instanceof ApiProblem ? invite.error.field : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={people.invite}
      description={people.inviteDialogLead}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" isBusy={invite.isPending}>
            {people.inviteMake}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <FieldStack>
          {invite.isError && field !== 'personName' && <FormProblem>{sentenceOf(invite.error)}</FormProblem>}
          {hasTried && lacksDepartment && <FormProblem>{people.officerNeedsDepartment}</FormProblem>}
          <Field
            label={people.personName}
            error={
              (hasTried && isNameWrong && people.personNameWrong) ||
              (field === 'personName' && sentenceOf(invite.error))
            }
          >
            {(control) => (
              <TextInput
                {...control}
                value={personName}
                onChange={(event) => setPersonName(event.target.value)}
              />
            )}
          </Field>
          <MemberChoices value={choice} onChange={setChoice} />
        </FieldStack>
      </form>
    </Dialog>
  );
}

function MadeDialog({ made, onClose }: { made: InvitationMade; onClose: () => void }) {
  const { people, ui } = useWords();
  const link = new URL(made.link, window.location.origin).href;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={people.inviteMade(made.invitation.personName)}
      description={people.inviteCopyOnce}
      footer={<Button onClick={onClose}>{ui.close}</Button>}
    >
      <CopyField label={people.inviteLink} text={link} />
    </Dialog>
  );
}
