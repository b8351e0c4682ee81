import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing, CircleAlert } from 'lucide-react';
import type { Contact } from '#core/notices/contact.ts';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { Switch } from '#web/ui/checkbox.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { findPushState, keepSubscriber, subscribeBrowser, unsubscribeBrowser } from './browser-push.ts';
import styles from './notices.module.css';
import { contactQuery } from './queries.ts';
import { useSaveContact } from './use-save-contact.ts';

/** Whether this very browser shows notices. Permission is asked for only when the button is pressed. */
export function PushSection({ contact }: { contact: Contact }) {
  const me = useMe();
  const { push: words } = useNoticeWords().mine;
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const save = useSaveContact(contact);
  const ownState = useQuery({
    queryKey: ['browser-push', me.userId],
    queryFn: () => findPushState(me.userId),
  });
  const settle = async () => {
    await ownState.refetch();
    await queryClient.invalidateQueries({ queryKey: contactQuery.queryKey });
  };
  const onError = (problem: unknown) => sayProblem(sentenceOf(problem));
  const switchOn = useMutation({
    mutationFn: async () => {
      const subscription = await subscribeBrowser(contact.pushKey);
      // What was denied the page says by itself, with the way out.
      if (subscription === 'denied') return;
      if (subscription === 'default') return sayProblem(words.notAllowed);
      if (subscription === 'unreachable') return sayProblem(words.unreachable);
      await noticesApi.subscribe(subscription);
      keepSubscriber(me.userId);
      if (!contact.isPushOn) await save.mutateAsync({ isPushOn: true });
    },
    onError,
    onSettled: settle,
  });
  const switchOff = useMutation({
    mutationFn: async () => {
      const endpoint = await unsubscribeBrowser();
      if (endpoint !== undefined) await noticesApi.forget(endpoint);
    },
    onError,
    onSettled: settle,
  });
  const state = ownState.data;
  return (
    <Section title={words.title} lead={words.lead}>
      <div className={styles.stack}>
        {state === 'on' ? (
          <Status tone="approved" icon={<BellRing aria-hidden />}>
            {words.isOn}
          </Status>
        ) : state === 'off' ? (
          <Status tone="none" icon={<BellOff aria-hidden />}>
            {words.states.off}
          </Status>
        ) : state === undefined ? null : (
          <p className={styles.notice}>
            <CircleAlert aria-hidden /> {words.states[state]}
          </p>
        )}
        {state === 'off' && (
          <Button kind="primary" isBusy={switchOn.isPending} onClick={() => switchOn.mutate()}>
            {words.on}
          </Button>
        )}
        {state === 'on' && (
          <Button isBusy={switchOff.isPending} onClick={() => switchOff.mutate()}>
            {words.off}
          </Button>
        )}
        {contact.browsers > 0 && (
          <div>
            <p>{words.browsers(contact.browsers)}</p>
            <Switch
              label={words.all}
              checked={contact.isPushOn}
              onChange={(isPushOn) => save.mutate({ isPushOn })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
