import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ClipboardCheck } from 'lucide-react';
import type { AssessmentPage as Page } from '#core/assessments/assessment-page.ts';
import { CampaignLinks } from '#web/answers/campaign-links.tsx';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import { assessmentApi, seen } from './assessment-api.ts';
import styles from './assessments.module.css';
import { ClaimFilters } from './claim-filters.tsx';
import { ClaimTable } from './claim-table.tsx';
import { FieldsTable } from './fields-table.tsx';
import { filterRows, isReady } from './filter-rows.ts';
import { assessmentQuery } from './queries.ts';
import { StageLine } from './stage-line.tsx';
import { useMove } from './use-move.ts';
import { WholeMoves } from './whole-moves.tsx';

const route = getRouteApi('/inside/assessment');

/** The unit's own part of a campaign: where it stands, what it comes to, every leaf with its next move. */
export function AssessmentPage() {
  const { assessments: words } = useWords();
  const search = route.useSearch();
  const page = useSuspenseQuery(assessmentQuery(search.campaign)).data;
  if (!page.campaign)
    return (
      <>
        <PageHeader title={words.tab} />
        <EmptyState icon={<ClipboardCheck aria-hidden />} title={words.none}>
          {words.noneWhy}
        </EmptyState>
      </>
    );
  return <Opened page={page} campaign={page.campaign} />;
}

function Opened({ page, campaign }: { page: Page; campaign: NonNullable<Page['campaign']> }) {
  const { assessments: words } = useWords();
  const search = route.useSearch();
  const finding = useFinding(page);
  const rows = filterRows(page.rows, search);
  return (
    <div className={styles.page}>
      <PageHeader
        title={finding}
        tabTitle={words.tab}
        lead={campaign.title}
        actions={
          <>
            <ManyMoves page={page} campaign={campaign.id} />
            <WholeMoves page={page} />
          </>
        }
      />
      {campaign.phase !== 'preparing' && campaign.phase !== 'claiming' && (
        <CampaignLinks campaign={campaign} isHost={false} />
      )}
      <StageLine page={page} />
      {!page.hasPlan && (
        <p className={styles.warning}>
          {words.noPlan(campaign.year)} <ButtonLink to={paths.import}>{words.importPlan}</ButtonLink>
        </p>
      )}
      <Figures page={page} />
      {page.stage !== 'claiming' && page.fields.length > 0 && <FieldsTable page={page} search={search} />}
      <ClaimFilters page={page} shown={rows.length} />
      {rows.length > 0 ? (
        <ClaimTable rows={rows} campaign={campaign.id} search={search} />
      ) : (
        <EmptyState title={words.filters.nothing} />
      )}
      <Submissions page={page} />
    </div>
  );
}

function useFinding({ assessment, stage, totals, rows }: Page): string {
  const { finding } = useWords().assessments;
  const print = usePrintedPoints();
  const claimed = rows.filter(({ isClaimed }) => isClaimed).length;
  const points = print(totals.reviewPoints);
  if (!assessment) return finding.notOpened(claimed);
  if (stage === 'claiming') return finding.claiming(totals.states.accepted, claimed);
  if (stage === 'approving') return finding.approving(points);
  return stage === 'approved' ? finding.approved(points) : finding.handedIn(points);
}

function Figures({ page: { totals, stage } }: { page: Page }) {
  const { figures } = useWords().assessments;
  const shown = [
    [figures.live, totals.livePoints],
    [
      stage === 'claiming' ? figures.self : figures.review,
      stage === 'claiming' ? totals.selfPoints : totals.reviewPoints,
    ],
    [figures.last, totals.lastPoints],
    [figures.max, totals.maxPoints],
  ] as const;
  return (
    <dl className={styles.figures} aria-label={figures.title}>
      {shown.map(([name, points]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Points value={points} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Declares everything of one's own that is ready, or accepts everything declared by others. */
function ManyMoves({ page, campaign }: { page: Page; campaign: string }) {
  const { bulk } = useWords().assessments;
  const { isBusy, run } = useMove();
  return (['declare', 'accept'] as const).map((move) => {
    const ready = page.rows.filter((row) => isReady(row, move));
    if (ready.length === 0) return null;
    const send = () =>
      assessmentApi
        .moveMany(campaign, move, ready.map(seen))
        .then(({ moved, refused }) => bulk.done(moved.length, refused.length));
    return (
      <Button key={move} isBusy={isBusy} onClick={() => void run(send)}>
        {bulk[move](ready.length)}
      </Button>
    );
  });
}

function Submissions({ page: { submissions } }: { page: Page }) {
  const { assessments: words } = useWords();
  const print = usePrintedPoints();
  if (submissions.length === 0) return null;
  return (
    <ul className={styles.submissions}>
      {submissions.map(({ number, submittedBy, submittedAt, points, withdrawn }) => (
        <li key={number}>
          {words.submissions(number, submittedBy, printMoment(submittedAt), print(points))}
          {withdrawn && <span className={styles.remark}>{words.withdrawn(withdrawn.reason)}</span>}
        </li>
      ))}
    </ul>
  );
}
