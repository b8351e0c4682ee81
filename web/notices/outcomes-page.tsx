import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { CircleHelp, Inbox } from 'lucide-react';
import { DELIVERY_STATES } from '#core/notices/notice-words.ts';
import { paths } from '#web/paths.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useWords } from '#web/words/language.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import type { Outcomes } from './api.ts';
import { NoticeTabs } from './notice-tabs.tsx';
import styles from './notices.module.css';
import type { OutcomeSearch } from './outcome-search.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { outcomesQuery } from './queries.ts';

/** What became of everything that went out. Only what the other side took is called sent. */
export function NoticeOutcomesPage() {
  const { ui } = useWords();
  const { outcomes: words } = useNoticeWords();
  const { state } = useSearch({ strict: false }) as OutcomeSearch;
  const outcomes = useQuery({
    ...outcomesQuery(state),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  return (
    <>
      <PageHeader
        title={outcomes ? titleOf(outcomes.counts, words) : words.tab}
        tabTitle={words.tab}
        lead={words.lead}
      />
      <NoticeTabs />
      {outcomes ? <Outcome outcomes={outcomes} state={state} /> : <Waiting label={ui.loading} />}
    </>
  );
}

function titleOf(counts: Outcomes['counts'], words: ReturnType<typeof useNoticeWords>['outcomes']): string {
  if (counts.failed + counts.unsure > 0) return words.finding(counts.failed, counts.unsure);
  return DELIVERY_STATES.every((each) => counts[each] === 0) ? words.nothing : words.allWell;
}

function Outcome({ outcomes: { deliveries, counts }, state }: OutcomeSearch & { outcomes: Outcomes }) {
  const { outcomes: words } = useNoticeWords();
  return (
    <>
      {(counts.unsure > 0 || state === 'unsure') && (
        <p className={styles.notice}>
          <CircleHelp aria-hidden /> {words.unsureMeans}
        </p>
      )}
      <nav aria-label={words.filter} className={styles.counts}>
        {[undefined, ...DELIVERY_STATES].map((each) => (
          <Link
            key={each ?? 'all'}
            to={paths.noticeOutcomes}
            search={{ state: each }}
            replace
            className={styles.count}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-label={each && words.countName(words.states[each], counts[each])}
          >
            {each === undefined ? words.all : words.count(words.states[each], counts[each])}
          </Link>
        ))}
      </nav>
      {deliveries.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden />} title={words.none}>
          {state === undefined ? words.noneWhy : words.noneFiltered}
        </EmptyState>
      ) : (
        <>
          <p role="status" className={styles.soft}>
            {words.latest(deliveries.length)}
          </p>
          <OutcomeTable deliveries={deliveries} />
        </>
      )}
    </>
  );
}
