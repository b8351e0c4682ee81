import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import type { GapLedger } from '#core/outlook/gaps.ts';
import { mayEver } from '#core/people/permissions.ts';
import { dueThisWeek, silentOwners } from '#core/plans/brief.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { gapsQuery, planQuery, tasksQuery } from '#web/queries.ts';
import { scoreBoardQuery } from '#web/scoring/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import styles from './dashboard-page.module.css';
import { DuePanel } from './due-panel.tsx';
import { shortFieldName } from './field-names.ts';
import { GapByDepartment } from './gap-by-department.tsx';
import { GapByField } from './gap-by-field.tsx';
import { mostOfGap } from './outlook-findings.ts';
import { ScoreLine } from './score-line.tsx';
import { SilentPanel } from './silent-panel.tsx';

/** The first page: shall we reach the target, and where are the points? */
export function DashboardPage() {
  const me = useMe();
  const { outlook } = useWords();
  if (me.hasPlan) return <Dashboard />;
  const mayImport = mayEver(me.role, 'plan.import');
  return (
    <>
      <PageHeader title={outlook.dashboard} />
      <EmptyState
        icon={<FileUp aria-hidden />}
        title={outlook.noPlan}
        actions={
          mayImport && (
            <ButtonLink to={paths.import} kind="primary" icon={<FileUp aria-hidden />}>
              {outlook.importPlan}
            </ButtonLink>
          )
        }
      >
        {mayImport ? outlook.noPlanWhy : outlook.noPlanAsk}
      </EmptyState>
    </>
  );
}

/** The headline: how much is missing, and where most of it lies. */
export function headlineOf(
  ledger: GapLedger,
  outlook: Words['outlook'],
  print: (points: number) => string,
): string {
  if (ledger.gapPoints <= 0) return outlook.reached;
  const points = print(ledger.gapPoints);
  const most = mostOfGap(ledger.byField, ledger.gapPoints);
  if (!most) return outlook.needMore(points);
  const names = most.shares.map((share) => shortFieldName(share.label));
  const last = names.pop() ?? '';
  const fields = names.length === 0 ? last : `${names.join(', ')} ${outlook.and} ${last}`;
  const isHalf = most.percent >= 45 && most.percent <= 57;
  return isHalf ? outlook.needMoreHalf(points, fields) : outlook.needMoreMost(points, fields, most.percent);
}

function Dashboard() {
  const me = useMe();
  const { outlook } = useWords();
  const print = usePrintedPoints();
  const [gaps, tasks, plan] = useSuspenseQueries({ queries: [gapsQuery, tasksQuery, planQuery] });
  // Not waited for: on the first look of a day the server works every leaf out again.
  const board = useQuery(scoreBoardQuery).data;
  const ledger = gaps.data;
  const year = plan.data.year;
  const silent = silentOwners(tasks.data, plan.data.confirmedAt, me.today);
  return (
    <>
      <PageHeader
        title={headlineOf(ledger, outlook, print)}
        tabTitle={outlook.dashboard}
        lead={outlook.overviewLead(
          me.unit.name,
          year,
          ledger.leaves.filter((leaf) => leaf.gapPoints > 0).length,
        )}
      />
      <ScoreLine
        year={year}
        maxPoints={ledger.maxPoints}
        lastPoints={ledger.lastPoints}
        targetPoints={ledger.targetPoints}
        board={board}
      />
      <div className={styles.grid}>
        <div className={styles.column}>
          <GapByField ledger={ledger} year={year} />
          <DuePanel {...dueThisWeek(tasks.data)} />
        </div>
        <div className={styles.column}>
          <GapByDepartment ledger={ledger} />
          <SilentPanel owners={silent} />
        </div>
      </div>
    </>
  );
}
