import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import { noticesApi } from './api.ts';
import { AskFirst } from './ask-first.tsx';
import styles from './notices.module.css';
import { contactQuery } from './queries.ts';

/** The address by which a calendar follows the person's deadlines; it is shown once, when it is made. */
export function CalendarSection({ madeAt }: { madeAt: string | null }) {
  const { calendar: words } = useNoticeWords().mine;
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<'replace' | 'end' | undefined>(undefined);
  const settle = () => {
    setAsked(undefined);
    return queryClient.invalidateQueries({ queryKey: contactQuery.queryKey });
  };
  const make = useMutation({
    mutationFn: noticesApi.makeCalendar,
    onSuccess: settle,
    onError: (problem) => asked === undefined && sayProblem(sentenceOf(problem)),
  });
  const end = useMutation({
    mutationFn: noticesApi.endCalendar,
    onSuccess: () => {
      make.reset();
      say(words.ended);
      return settle();
    },
  });
  return (
    <Section title={words.title} lead={words.lead}>
      <div className={styles.stack}>
        {make.data ? (
          <div>
            <p>{words.once}</p>
            <CopyField label={words.address} text={make.data.link} />
          </div>
        ) : (
          madeAt !== null && <p>{words.since(printMoment(madeAt).slice(0, 10))}</p>
        )}
        {madeAt === null && !make.data ? (
          <Button
            kind="primary"
            icon={<CalendarPlus aria-hidden />}
            isBusy={make.isPending}
            onClick={() => make.mutate()}
          >
            {words.make}
          </Button>
        ) : (
          <div className={styles.buttons}>
            <Button onClick={() => setAsked('replace')}>{words.replace}</Button>
            <Button kind="danger" onClick={() => setAsked('end')}>
              {words.end}
            </Button>
          </div>
        )}
        <div>
          <h3>{words.how}</h3>
          <dl className={styles.how}>
            {[words.outlook, words.google, words.iphone].map(({ name, how }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      {asked === 'replace' && (
        <AskFirst
          title={words.replaceTitle}
          why={words.replaceWhy}
          button={words.replace}
          isBusy={make.isPending}
          problem={make.error}
          onYes={() => make.mutate()}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'end' && (
        <AskFirst
          title={words.endTitle}
          why={words.endWhy}
          button={words.end}
          isBusy={end.isPending}
          problem={end.error}
          onYes={() => end.mutate()}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
