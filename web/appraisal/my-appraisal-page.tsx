import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ClipboardCheck } from 'lucide-react';
import type { MyAppraisal } from '#core/assessments/appraisal.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import styles from './appraisal.module.css';
import { myAppraisalQuery } from './queries.ts';

/** What one appraiser was given in a campaign, the leaf with most left to do a click away. */
export function MyAppraisalPage() {
  const { campaignId } = useParams({ from: '/inside/campaigns/$campaignId/appraise' });
  const words = useAppraisalWords();
  const { campaign, round, leaves } = useSuspenseQuery(myAppraisalQuery(campaignId)).data;
  const isNarrow = useIsNarrow();
  const left = leaves.reduce((sum, leaf) => sum + leftOf(leaf), 0);
  const { phase, appraiseUntil: until } = campaign;
  const isJudging = phase === 'appraising' || phase === 'reappraising';
  const lead = !isJudging
    ? campaign.title
    : until === null
      ? words.mine.lead(campaign.title, words.rounds[round])
      : words.mine.leadUntil(campaign.title, words.rounds[round], printDay(until));
  const finding =
    phase === 'claiming'
      ? words.mine.early(leaves.length)
      : phase === 'explaining'
        ? words.mine.explaining
        : left > 0
          ? words.mine.title(left)
          : words.mine.done;
  if (leaves.length === 0)
    return (
      <EmptyState icon={<ClipboardCheck aria-hidden />} title={words.mine.nothing} fills="page">
        {words.mine.nothingWhy}
      </EmptyState>
    );
  return (
    <>
      <PageHeader title={finding} tabTitle={words.tab} lead={lead} />
      {isNarrow ? (
        <LeafCards campaignId={campaignId} leaves={leaves} />
      ) : (
        <LeafTable campaignId={campaignId} leaves={leaves} />
      )}
    </>
  );
}

type Leaf = MyAppraisal['leaves'][number];
type LeavesProps = { campaignId: string; leaves: readonly Leaf[] };

const COUNTS = ['submitted', 'due', 'ruled', 'cut', 'asked', 'left'] as const;
const leftOf = ({ due, ruled }: Leaf) => Math.max(0, due - ruled);

function LeafTable({ campaignId, leaves }: LeavesProps) {
  const { mine } = useAppraisalWords();
  return (
    <DataTable caption={mine.caption}>
      <thead>
        <tr>
          <th scope="col">{mine.code}</th>
          <th scope="col">{mine.criterion}</th>
          {(['max', ...COUNTS] as const).map((column) => (
            <th key={column} scope="col" className={cell.number}>
              {mine[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leaves.map((leaf) => (
          <tr key={leaf.code}>
            <td>{leaf.code}</td>
            <td>
              <Link to={paths.appraiseLeaf} params={{ campaignId, code: leaf.code }}>
                {leaf.title}
              </Link>
            </td>
            <td className={cell.number}>
              <Points value={leaf.maxPoints} />
            </td>
            {COUNTS.map((column) => (
              <td key={column} className={cell.number}>
                {column === 'left' ? leftOf(leaf) : leaf[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function LeafCards({ campaignId, leaves }: LeavesProps) {
  const { mine } = useAppraisalWords();
  return (
    <ul className={styles.units}>
      {leaves.map((leaf) => (
        <li key={leaf.code}>
          <Link to={paths.appraiseLeaf} params={{ campaignId, code: leaf.code }} className={styles.unit}>
            <span className={styles.unitName}>
              {leaf.code} {leaf.title}
            </span>
            <span className={styles.soft}>{mine.progress(leaf.ruled, leaf.due)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
