import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Download, ScrollText } from 'lucide-react';
import { mayEver } from '#core/people/permissions.ts';
import { api } from '#web/api.ts';
import { useMe } from '#web/people/session.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useWords } from '#web/words/language.ts';
import { useLogWords } from '#web/words/log-words.ts';
import styles from './history.module.css';
import { HistoryFilters } from './history-filters.tsx';
import type { HistorySearch } from './history-search.ts';
import { HistoryTable } from './history-table.tsx';
import { historyQuery } from './queries.ts';

/** Who did what, when, from what to what; filters live in the address. Heads can take the whole log away. */
export function HistoryPage() {
  const { ui } = useWords();
  const log = useLogWords();
  const search: HistorySearch = useSearch({ from: '/inside/history' });
  const history = useInfiniteQuery({ ...historyQuery(search), throwOnError: true });
  const events = history.data?.pages.flat();
  return (
    <>
      <PageHeader
        title={titleOf(events?.length, history.hasNextPage, log)}
        tabTitle={log.tab}
        lead={log.lead}
      />
      <HistoryFilters search={search} />
      {events === undefined && <Waiting label={ui.loading} />}
      {events?.length === 0 && (
        <EmptyState icon={<ScrollText aria-hidden />} title={log.none}>
          {log.noneWhy}
        </EmptyState>
      )}
      {events !== undefined && events.length > 0 && <HistoryTable events={events} />}
      {history.hasNextPage && (
        <p className={styles.more}>
          <Button isBusy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {log.more}
          </Button>
        </p>
      )}
      <CheckSection search={search} />
    </>
  );
}

function titleOf(events: number | undefined, isMore: boolean, log: ReturnType<typeof useLogWords>): string {
  if (events === undefined) return log.tab;
  return events === 0 ? log.nothing : log.title(events, isMore);
}

/** The log as a file, the program that checks it, and how; for those who answer for the unit. */
function CheckSection({ search: { from, to } }: { search: HistorySearch }) {
  const me = useMe();
  const log = useLogWords();
  if (!mayEver(me.role, 'log.export')) return null;
  return (
    <div className={styles.check}>
      <Section
        title={log.check}
        actions={
          <>
            <a className={buttonClass({})} href={api.logVerifier} download>
              <Download aria-hidden /> {log.verifier}
            </a>
            <a className={buttonClass({ kind: 'primary' })} href={api.logFile({ from, to })} download>
              <Download aria-hidden /> {log.download}
            </a>
          </>
        }
      >
        <p className={styles.how}>{log.checkHow}</p>
        <CopyField label={log.check} text={log.command} />
      </Section>
    </div>
  );
}
