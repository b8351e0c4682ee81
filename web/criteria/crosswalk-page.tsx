import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Check } from 'lucide-react';
import { useState } from 'react';
import type { Crosswalk } from '#core/criteria/crosswalk.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';
import { ApplyDialog } from './crosswalk-apply.tsx';
import { type Choosing, CrosswalkChoice } from './crosswalk-choice.tsx';
import { type CrosswalkLine, countLines, crosswalkLines, filterLines } from './crosswalk-lines.ts';
import { crosswalkQuery } from './crosswalk-queries.ts';
import { CrosswalkResults } from './crosswalk-results.tsx';
import { CROSSWALK_FILTERS, type CrosswalkAddress } from './crosswalk-search.ts';
import { CrosswalkCards, CrosswalkTable } from './crosswalk-table.tsx';
import { useJoinLeaves } from './use-crosswalk.ts';

/** How the criteria of a replaced set go on in the next: looked through, matched by hand, applied once. */
export function CrosswalkPage() {
  const { crosswalkId } = useParams({ strict: false }) as { crosswalkId: string };
  const { crosswalk: words, ui } = useWords();
  const crosswalk = useSuspenseQuery(crosswalkQuery(crosswalkId)).data;
  const search = useSearch({ strict: false }) as CrosswalkAddress;
  const isNarrow = useIsNarrow();
  const join = useJoinLeaves(crosswalkId);
  const [choosing, setChoosing] = useState<Choosing | undefined>(undefined);
  const [isApplying, setApplying] = useState(false);
  const lines = crosswalkLines(crosswalk);
  const found = filterLines(lines, search);
  const isOpen = crosswalk.status === 'proposed' && crosswalk.isCurrent;
  const choose = isOpen ? setChoosing : undefined;
  return (
    <>
      <Link to={paths.plan} className={styles.back}>
        <ArrowLeft aria-hidden />
        {words.backToPlan}
      </Link>
      <PageHeader
        {...useHeading(crosswalk, lines)}
        tabTitle={words.tab}
        actions={
          isOpen && (
            <PermittedButton
              action="crosswalk.edit"
              kind="primary"
              icon={<Check aria-hidden />}
              onClick={() => setApplying(true)}
            >
              {words.apply}
            </PermittedButton>
          )
        }
      />
      <CrosswalkResults crosswalk={crosswalk} />
      <Filters crosswalk={crosswalk} lines={lines} search={search} />
      <p className={styles.count} role="status">
        {ui.rowsShown(found.length, lines.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : isNarrow ? (
        <CrosswalkCards lines={found} onChoose={choose} />
      ) : (
        <CrosswalkTable lines={found} onChoose={choose} />
      )}
      {choosing && (
        <CrosswalkChoice
          crosswalk={crosswalk}
          choosing={choosing}
          onChoose={join}
          onClose={() => setChoosing(undefined)}
        />
      )}
      {isApplying && <ApplyDialog crosswalk={crosswalk} lines={lines} onClose={() => setApplying(false)} />}
    </>
  );
}

function useHeading(crosswalk: Crosswalk, lines: readonly CrosswalkLine[]) {
  const { crosswalk: words } = useWords();
  const print = usePrintedPoints();
  const said = (points: number | null) => (points === null ? words.noPoints : print(points));
  if (crosswalk.status === 'applied')
    return {
      title: words.appliedFinding(said(crosswalk.from.points), said(crosswalk.to.points)),
      lead: words.appliedLead(crosswalk.appliedBy ?? '', printMoment(crosswalk.appliedAt ?? '')),
    };
  if (!crosswalk.isCurrent) return { title: words.outdatedFinding, lead: words.outdatedLead };
  const alone = countLines(lines, 'removed') + countLines(lines, 'added');
  const changed = lines.length - countLines(lines, 'unchanged') - alone;
  return { title: words.finding(alone, changed), lead: words.lead };
}

function Filters({
  crosswalk,
  lines,
  search,
}: {
  crosswalk: Crosswalk;
  lines: readonly CrosswalkLine[];
  search: CrosswalkAddress;
}) {
  const { crosswalk: words } = useWords();
  const navigate = useNavigate();
  const set = (change: CrosswalkAddress) =>
    void navigate({
      to: paths.crosswalk,
      params: { crosswalkId: crosswalk.id },
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={styles.filters}>
      <fieldset className={styles.kinds} aria-label={words.filterBy}>
        {([undefined, ...CROSSWALK_FILTERS] as const).map((change) => (
          <button
            key={change ?? ''}
            type="button"
            className={styles.kind}
            aria-pressed={search.change === change}
            onClick={() => set({ change })}
          >
            {change ? words.changes[change] : words.all}{' '}
            <span className={styles.kindCount}>{change ? countLines(lines, change) : lines.length}</span>
          </button>
        ))}
      </fieldset>
      <SearchField
        className={styles.search}
        label={words.search}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q || undefined })}
      />
    </div>
  );
}
