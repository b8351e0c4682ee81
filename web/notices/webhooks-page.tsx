import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Pencil, Plus, Trash2, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import type { Webhook } from '#core/notices/contact.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Switch } from '#web/ui/checkbox.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { AskFirst } from './ask-first.tsx';
import { NoticeTabs } from './notice-tabs.tsx';
import styles from './notices.module.css';
import { webhooksQuery } from './queries.ts';
import { sayReason } from './say-reason.ts';
import { WebhookDialog } from './webhook-dialog.tsx';

type Open = { what: 'add' } | { what: 'edit' | 'remove'; webhook: Webhook };

/** The programs every notice also goes to: bridges to Zalo, e-office and the like. */
export function WebhooksPage() {
  const { webhooks: words } = useNoticeWords();
  const queryClient = useQueryClient();
  const webhooks = useSuspenseQuery(webhooksQuery).data;
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  const remove = useMutation({
    mutationFn: ({ id }: Webhook) => noticesApi.removeWebhook(id),
    onSuccess: async (_, { name }) => {
      await queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      say(words.removed(name));
      close();
    },
  });
  const add = (
    <Button kind="primary" icon={<Plus aria-hidden />} onClick={() => setOpen({ what: 'add' })}>
      {words.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={words.title(webhooks.length)}
        tabTitle={words.tab}
        lead={words.lead}
        actions={webhooks.length > 0 && add}
      />
      <NoticeTabs />
      {webhooks.length === 0 ? (
        <EmptyState icon={<WebhookIcon aria-hidden />} title={words.none} actions={add}>
          {words.noneWhy}
        </EmptyState>
      ) : (
        <ul className={styles.cards}>
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onEdit={() => setOpen({ what: 'edit', webhook })}
              onRemove={() => {
                remove.reset();
                setOpen({ what: 'remove', webhook });
              }}
            />
          ))}
        </ul>
      )}
      {(open?.what === 'add' || open?.what === 'edit') && (
        <WebhookDialog webhook={open.what === 'edit' ? open.webhook : undefined} onClose={close} />
      )}
      {open?.what === 'remove' && (
        <AskFirst
          title={words.removeTitle(open.webhook.name)}
          why={words.removeWhy}
          button={words.remove}
          isBusy={remove.isPending}
          problem={remove.error}
          onYes={() => remove.mutate(open.webhook)}
          onClose={close}
        />
      )}
    </>
  );
}

type RowProps = { webhook: Webhook; onEdit: () => void; onRemove: () => void };

function WebhookRow({ webhook, onEdit, onRemove }: RowProps) {
  const { webhooks: words, reasons } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const { id, name, url, isOn, version } = webhook;
  const onError = (problem: unknown) => sayProblem(sentenceOf(problem));
  const test = useMutation({ mutationFn: () => noticesApi.testWebhook(id), onError });
  const turn = useMutation({
    mutationFn: (isUsed: boolean) => noticesApi.saveWebhook(id, { name, url, isOn: isUsed, version }),
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  return (
    <li className={styles.card}>
      <div className={styles.webhook}>
        <div>
          <strong>{name}</strong>
          <span className={styles.under}>{url}</span>
          <span className={styles.under}>{words.since(printMoment(webhook.createdAt).slice(0, 10))}</span>
        </div>
        <div className={styles.buttons}>
          <Switch
            label={words.isOn}
            aria-label={words.isOnOf(name)}
            checked={isOn}
            disabled={turn.isPending}
            onChange={(isUsed) => turn.mutate(isUsed)}
          />
          <Button
            size="small"
            aria-label={words.testOf(name)}
            isBusy={test.isPending}
            onClick={() => test.mutate()}
          >
            {words.test}
          </Button>
          <IconButton size="small" label={words.editOf(name)} icon={<Pencil />} onClick={onEdit} />
          <IconButton size="small" label={words.removeOf(name)} icon={<Trash2 />} onClick={onRemove} />
        </div>
      </div>
      <p role="status">
        {test.data &&
          (test.data.isTaken ? (
            <Status tone="approved" icon={<CircleCheck aria-hidden />}>
              {words.taken}
            </Status>
          ) : (
            <>
              <Status tone="returned" icon={<CircleX aria-hidden />}>
                {words.notTaken}
              </Status>{' '}
              {sayReason(test.data.reason, reasons)}
            </>
          ))}
      </p>
    </li>
  );
}
