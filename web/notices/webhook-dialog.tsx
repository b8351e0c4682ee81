import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { Webhook } from '#core/notices/contact.ts';
import { ApiProblem } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { webhooksQuery } from './queries.ts';

/** Adds a webhook and shows its key, once; or changes the name and address of one. */
export function WebhookDialog({ webhook, onClose }: { webhook: Webhook | undefined; onClose: () => void }) {
  const { ui } = useWords();
  const { webhooks: words } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [hasTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const input = { name: name.trim(), url: url.trim(), isOn: webhook?.isOn ?? true };
      if (webhook === undefined) return (await noticesApi.addWebhook(input)).secret;
      await noticesApi.saveWebhook(webhook.id, { ...input, version: webhook.version });
      return undefined;
    },
    onSuccess: async (secret) => {
      await queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      if (secret !== undefined) return;
      say(ui.saved);
      onClose();
    },
  });
  if (save.data !== undefined) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={words.made(name.trim())}
        description={words.madeOnce}
        footer={<Button onClick={onClose}>{ui.close}</Button>}
      >
        <CopyField label={words.secret} text={save.data} />
      </Dialog>
    );
  }
  const isNameWrong = name.trim().length < 2 || name.trim().length > 120;
  const isUrlWrong = url.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNameWrong && !isUrlWrong) save.mutate();
  };
  const field = save.error instanceof ApiProblem ? save.error.field : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={webhook ? words.editOf(webhook.name) : words.add}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={formId} kind="primary" isBusy={save.isPending}>
            {webhook ? words.save : words.add}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <FieldStack>
          {save.isError && field !== 'url' && <FormProblem>{sentenceOf(save.error)}</FormProblem>}
          <Field label={words.name} hint={words.nameHint} error={hasTried && isNameWrong && words.nameWrong}>
            {(control) => (
              <TextInput {...control} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Field
            label={words.url}
            hint={words.urlHint}
            error={(hasTried && isUrlWrong && words.urlWrong) || (field === 'url' && sentenceOf(save.error))}
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="url"
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
        </FieldStack>
      </form>
    </Dialog>
  );
}
