import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { useLogWords } from '#web/words/log-words.ts';
import { sayEvent } from './event-sentence.ts';
import styles from './history.module.css';
import { recordHistoryQuery } from './queries.ts';
import { useSaying } from './use-saying.ts';

/** What happened to one thing, on its own page; nothing for who may not read the history. */
export function HistorySection({ subject }: { subject: string }) {
  const me = useMe();
  return mayEver(me.role, 'event.read') ? <RecordHistory subject={subject} /> : null;
}

function RecordHistory({ subject }: { subject: string }) {
  const { ui } = useWords();
  const log = useLogWords();
  const sentenceOf = useSentenceOf();
  const saying = useSaying();
  const history = useQuery(recordHistoryQuery(subject));
  return (
    <Section title={log.section}>
      {history.isError && <FormProblem>{sentenceOf(history.error)}</FormProblem>}
      {history.isPending && <Waiting label={ui.loading} />}
      {history.data?.length === 0 && <p className={styles.soft}>{log.sectionNone}</p>}
      <ol className={styles.record}>
        {history.data?.map((event) => (
          <li key={event.id}>
            <span className={styles.soft}>{printMoment(event.at)}</span>{' '}
            {sayEvent({ ...event, subject: null }, saying)}
          </li>
        ))}
      </ol>
      <Link to={paths.history} search={{ subject }}>
        {log.all}
      </Link>
    </Section>
  );
}
