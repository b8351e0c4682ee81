import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { isTold } from '#core/notices/who-acts.ts';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { CalendarSection } from './calendar-section.tsx';
import { MailSection } from './mail-section.tsx';
import styles from './notices.module.css';
import { PushSection } from './push-section.tsx';
import { contactQuery } from './queries.ts';

/** How the person signed in is told: by mail, in this browser, in their calendar. */
export function MyNoticesPage() {
  const me = useMe();
  const { mine } = useNoticeWords();
  const sentenceOf = useSentenceOf();
  const contact = useSuspenseQuery(contactQuery).data;
  const test = useMutation({
    mutationFn: noticesApi.sendTest,
    onSuccess: () => say(mine.testQueued),
    onError: (problem) => sayProblem(sentenceOf(problem)),
  });
  return (
    <>
      <PageHeader
        title={mine.title}
        lead={isTold(me.role) ? mine.lead : mine.viewer}
        actions={
          <Button icon={<Send aria-hidden />} isBusy={test.isPending} onClick={() => test.mutate()}>
            {mine.test}
          </Button>
        }
      />
      <div className={styles.sections}>
        <MailSection key={contact.mail} contact={contact} />
        <PushSection contact={contact} />
        <CalendarSection madeAt={contact.feedMadeAt} />
      </div>
    </>
  );
}
