import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ClipboardPaste, Inbox } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AppraisedLeaf } from '#core/assessments/appraisal.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import { paths } from '#web/paths.ts';
import { AlsoHere } from '#web/shell/also-here.tsx';
import { usePageKeys } from '#web/shell/shortcut-keys.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import type { ClaimAddress } from './api.ts';
import styles from './appraisal.module.css';
import { ClaimPane } from './claim-pane.tsx';
import { ColumnDialog } from './column-dialog.tsx';
import { arrangeUnits, isWaiting, nextWaiting } from './list-units.ts';
import { appraisedClaimQuery, appraisedLeafQuery } from './queries.ts';
import { RulingPane } from './ruling-pane.tsx';
import { UnitPane } from './unit-pane.tsx';

const FROM = '/inside/campaigns/$campaignId/appraise/$code';

/** One criterion across all units: the list, what one claims with its proof open, and the ruling beside it. */
export function AppraisePage() {
  const { campaignId, code } = useParams({ from: FROM });
  const search = useSearch({ from: FROM });
  const words = useAppraisalWords();
  const print = usePrintedPoints();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const [isPasting, setPasting] = useState(false);
  const page = useSuspenseQuery(appraisedLeafQuery({ campaignId, code })).data;
  const { units, leaf } = page;
  const left = units.filter(isWaiting).length;
  // Chosen once: what waits changes with every ruling of others, and must not take a half-written one away.
  const [first, setFirst] = useState(() =>
    isNarrow ? undefined : (units.find(isWaiting) ?? units[0])?.unitId,
  );
  const unitId = [search.unit, first].find((wanted) => units.some((unit) => unit.unitId === wanted));
  const { filter = 'all', sort = 'name' } = search;
  const shown = arrangeUnits(units, { filter, sort, stays: unitId });
  const goTo = (unit: string | undefined) =>
    void navigate({
      to: paths.appraiseLeaf,
      params: { campaignId, code },
      search: { ...search, unit },
      replace: !isNarrow,
    });
  const at = shown.findIndex((unit) => unit.unitId === unitId);
  const step = (by: 1 | -1) => {
    const next = shown[at + by];
    if (next) goTo(next.unitId);
  };
  usePageKeys(unitId === undefined ? {} : { j: () => step(1), k: () => step(-1) });
  usePrefetched({ campaignId, code }, [shown[at + 1]?.unitId, unitId && nextWaiting(shown, unitId)?.unitId]);

  if (units.length === 0)
    return (
      <EmptyState icon={<Inbox aria-hidden />} title={words.page.nobody} fills="page">
        {words.page.nobodyWhy}
      </EmptyState>
    );
  const list = (
    <UnitPane
      address={{ campaignId, code }}
      units={units}
      shown={shown}
      unitId={unitId}
      search={search}
      onSearch={(change) =>
        void navigate({
          to: paths.appraiseLeaf,
          params: { campaignId, code },
          search: { ...search, ...change },
          replace: true,
        })
      }
    />
  );
  const one = unitId !== undefined && (
    <One
      key={unitId}
      page={page}
      address={{ campaignId, code, unitId }}
      onKept={() => {
        const next = nextWaiting(shown, unitId);
        if (next) goTo(next.unitId);
      }}
      onReturn={() => goTo(unitId)}
    />
  );
  return (
    <div className={styles.page}>
      <PageHeader
        title={left > 0 ? words.page.title(code, left) : words.page.done(code)}
        tabTitle={`${words.tab} ${code}`}
        lead={
          <>
            {words.page.lead(leaf.title, print(leaf.maxPoints))}
            {page.notSubmitted > 0 && ` · ${words.page.notSubmitted(page.notSubmitted)}`}
            {!isNarrow && <span className={styles.keys}>{words.page.keys}</span>}
          </>
        }
        actions={
          <>
            {!isClaimedByUnit(leaf.scoredBy) && (
              <Button
                icon={<ClipboardPaste aria-hidden />}
                disabled={page.move.refusal !== null}
                onClick={() => setPasting(true)}
              >
                {words.page.enterColumn}
              </Button>
            )}
            <Link to={paths.appraise} params={{ campaignId }}>
              {words.page.back}
            </Link>
          </>
        }
      />
      {/* The same places at any width: a window made narrow keeps what was typed. */}
      <div className={isNarrow ? styles.page : styles.desk}>
        {(!isNarrow || !one) && list}
        {isNarrow && one && (
          <Link
            to={paths.appraiseLeaf}
            params={{ campaignId, code }}
            search={{ ...search, unit: undefined }}
            onClick={() => setFirst(undefined)}
          >
            {words.list.back}
          </Link>
        )}
        {one}
      </div>
      {isPasting && (
        <ColumnDialog address={{ campaignId, code }} units={shown} onClose={() => setPasting(false)} />
      )}
    </div>
  );
}

/** Asks for what comes next while this is read, so that it shows at once. */
function usePrefetched(leaf: { campaignId: string; code: string }, unitIds: readonly (string | undefined)[]) {
  const queryClient = useQueryClient();
  const { campaignId, code } = leaf;
  const wanted = unitIds.filter((each) => each !== undefined).join(' ');
  useEffect(() => {
    for (const unitId of wanted.split(' ').filter((each) => each !== ''))
      void queryClient.prefetchQuery(appraisedClaimQuery({ campaignId, code, unitId }));
  }, [queryClient, campaignId, code, wanted]);
}

type OneProps = { page: AppraisedLeaf; address: ClaimAddress; onKept: () => void; onReturn: () => void };

function One({ page, address, onKept, onReturn }: OneProps) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  const { data: claim, error } = useQuery(appraisedClaimQuery(address));
  const { campaignId, code, unitId } = address;
  if (!claim) return error ? <p role="alert">{sentenceOf(error)}</p> : <Waiting label={ui.loading} />;
  return (
    <>
      <ClaimPane claim={claim} address={address} />
      <div className={styles.side}>
        <AlsoHere subject={`appraisal:${campaignId}/${code}/${unitId}`} />
        <RulingPane page={page} claim={claim} address={address} onKept={onKept} onReturn={onReturn} />
      </div>
    </>
  );
}
