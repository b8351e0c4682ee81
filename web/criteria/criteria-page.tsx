import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, ListChecks, ListTree } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery, departmentsQuery } from '#web/queries.ts';
import { scoreBoardQuery } from '#web/scoring/queries.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';
import { CriteriaCards } from './criteria-cards.tsx';
import { CriteriaFilters } from './criteria-filters.tsx';
import { type CriteriaAddress, closedCodes, withBranch } from './criteria-search.ts';
import { CriteriaTable } from './criteria-table.tsx';
import { arrangeRows, matchRows, type SortKey } from './criteria-view.ts';
import { addOwnPoints, addTotals, type PointsProperty } from './enter-points.ts';
import { useKeepColumn, useKeepPoints } from './use-points.ts';

/** The criteria set as a tree of points: where they are, where they are missing, and who answers for them. */
export function CriteriaPage() {
  const me = useMe();
  const { criteria } = useWords();
  if (!me.hasPlan) {
    return (
      <EmptyState
        fills="page"
        icon={<ListTree aria-hidden />}
        title={criteria.needsPlan}
        actions={
          <ButtonLink to={paths.import} kind="primary">
            {criteria.importPlan}
          </ButtonLink>
        }
      >
        {criteria.needsPlanWhy}
      </EmptyState>
    );
  }
  return <CriteriaOfPlan year={me.planYear ?? new Date(me.today).getFullYear()} />;
}

function CriteriaOfPlan({ year }: { year: number }) {
  const { criteria, scoring } = useWords();
  const print = usePrintedPoints();
  const rows = useSuspenseQuery(criteriaQuery).data;
  const departments = useSuspenseQuery(departmentsQuery).data;
  const board = useQuery(scoreBoardQuery).data;
  const ownById = useMemo(
    () => new Map(board?.rows.map(({ criterionId, points }) => [criterionId, points])),
    [board],
  );
  const address = useSearch({ strict: false }) as CriteriaAddress;
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const filter = useRef<HTMLInputElement>(null);
  const mayEdit = useRefusal('plan.correct') === undefined;
  const keepPoints = useKeepPoints();
  const keepColumn = useKeepColumn(keepPoints);
  const closed = useMemo(() => closedCodes({ closed: address.closed }), [address.closed]);
  const matches = useMemo(() => matchRows(rows, address), [rows, address]);
  const view = useMemo(() => arrangeRows(rows, address, closed, ownById), [rows, address, closed, ownById]);
  const latest = useRef({ address, view, keepPoints, keepColumn });
  latest.current = { address, view, keepPoints, keepColumn };

  const ask = useCallback(
    (search: CriteriaAddress) => void navigate({ to: paths.criteria, search, replace: true }),
    [navigate],
  );
  const onBranch = useCallback(
    (code: string, isOpen: boolean) => ask(withBranch(latest.current.address, code, isOpen)),
    [ask],
  );
  const onPoints = useCallback(
    (row: AnnexRow, property: PointsProperty, typed: string) =>
      latest.current.keepPoints(row, property, typed),
    [],
  );
  const onPastePoints = useCallback((row: AnnexRow, property: PointsProperty, texts: string[]) => {
    // Only what is in sight is written: never a row that a filter or a closed branch hides.
    const leaves = latest.current.view.flatMap((line) => (line.row.isLeaf ? [line.row] : []));
    latest.current.keepColumn(leaves, row, property, texts);
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest('input, textarea, [role="dialog"]') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      filter.current?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const whole = addTotals(rows);
  const isWhole = matches.length === rows.length;
  const totals = isWhole ? whole : addTotals(matches);
  const ownTotal = addOwnPoints(isWhole ? rows : matches, ownById);
  const fields = rows.filter((row) => row.parentId === null).map((row) => row.code);
  const areAllClosed = fields.every((code) => closed.has(code));
  const sort = (key: SortKey) => {
    if (address.sort !== key)
      ask({ ...address, sort: key, descending: key !== 'code' && key !== 'title' ? true : undefined });
    else ask({ ...address, descending: address.descending ? undefined : true });
  };
  const missing = rows.filter((row) => row.isLeaf && (row.targetPoints ?? 0) > (row.lastPoints ?? 0)).length;

  return (
    <>
      <PageHeader
        title={criteria.finding(print(whole.gapPoints), missing, year)}
        tabTitle={criteria.tab}
        actions={
          <>
            <ButtonLink to={paths.rules} icon={<ListChecks aria-hidden />}>
              {scoring.list.link}
            </ButtonLink>
            <a href={api.annexWorkbook} className={buttonClass({ kind: 'plain' })} download>
              <Download aria-hidden />
              {criteria.exportAnnex}
            </a>
          </>
        }
      />
      <CriteriaFilters
        address={address}
        departments={departments}
        shown={address.sort ? view.length : matches.length}
        all={rows.length}
        areAllClosed={areAllClosed}
        filterRef={filter}
        onChange={ask}
        onToggleAll={() => ask({ ...address, closed: areAllClosed ? undefined : fields.join(',') })}
      />
      {view.length === 0 ? (
        <EmptyState title={criteria.none}>{criteria.noneWhy}</EmptyState>
      ) : isNarrow ? (
        <CriteriaCards
          view={view}
          totals={totals}
          ownById={ownById}
          ownTotal={ownTotal}
          onBranch={onBranch}
        />
      ) : (
        <>
          <CriteriaTable
            view={view}
            search={address}
            totals={totals}
            ownById={ownById}
            ownTotal={ownTotal}
            isWhole={isWhole}
            lastYear={year - 1}
            mayEdit={mayEdit}
            onBranch={onBranch}
            onSort={sort}
            onPoints={onPoints}
            onPastePoints={onPastePoints}
          />
          <p className={styles.keys}>{criteria.keys}</p>
        </>
      )}
    </>
  );
}
