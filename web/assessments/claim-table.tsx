import { Link } from '@tanstack/react-router';
import type { ClaimRow } from '#core/assessments/assessment-page.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import { assessmentApi } from './assessment-api.ts';
import type { AssessmentSearch } from './assessment-search.ts';
import styles from './assessments.module.css';
import { ClaimRemarks, ClaimStatus, ProofWords } from './claim-words.tsx';
import { standingPoints } from './filter-rows.ts';
import { OfferedButton } from './offered-button.tsx';
import { useMove } from './use-move.ts';

type ClaimTableProps = { rows: readonly ClaimRow[]; campaign: string; search: AssessmentSearch };

/** The leaves line by line; on a phone each becomes a card. */
export function ClaimTable({ rows, campaign, search }: ClaimTableProps) {
  const { assessments: words } = useWords();
  const { columns } = words;
  return (
    <DataTable caption={words.tab} className={styles.table}>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, head]) => (
            <th
              key={name}
              scope="col"
              className={['max', 'last', 'live'].includes(name) ? cell.number : undefined}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClaimLine key={row.code} {...{ row, campaign, search }} />
        ))}
      </tbody>
    </DataTable>
  );
}

type ClaimLineProps = { row: ClaimRow; campaign: string; search: AssessmentSearch };

function ClaimLine({ row, campaign, search }: ClaimLineProps) {
  const { assessments: words } = useWords();
  const { columns } = words;
  return (
    <tr>
      <td className={styles.code}>{row.code}</td>
      <th scope="row">
        <Link to={paths.assessmentLeaf} params={{ code: row.code }} search={search} className={styles.name}>
          {row.title}
        </Link>
        <ClaimRemarks row={row} />
      </th>
      <td data-label={columns.max} className={cell.number}>
        <Points value={row.maxPoints} />
      </td>
      <td data-label={columns.last} className={cell.number}>
        <Points value={row.lastPoints} />
      </td>
      <td data-label={columns.live} className={cell.number}>
        <strong>
          <Points value={row.isClaimed ? standingPoints(row) : null} />
        </strong>
      </td>
      <td data-label={columns.proof}>{row.isClaimed && <ProofWords row={row} />}</td>
      <td data-label={columns.state}>
        <ClaimStatus row={row} />
      </td>
      <td className={styles.actions}>
        <QuickMoves row={row} campaign={campaign} />
      </td>
    </tr>
  );
}

/** What can be done with a leaf from the list, without a window: declare, take back, accept. */
function QuickMoves({ row, campaign }: { row: ClaimRow; campaign: string }) {
  const { assessments: words } = useWords();
  const { isBusy, run } = useMove();
  const send = {
    declare: () => assessmentApi.declare(campaign, row),
    take_back: () => assessmentApi.takeBack(campaign, row),
    accept: () => assessmentApi.accept(campaign, row.code, { version: row.version, judged: row.fingerprint }),
  };
  const quick = row.moves.filter(
    ({ move, refusal }) => move in send && (refusal === null || refusal.kind === 'need_unmet'),
  );
  return quick.map((offered) => {
    const move = offered.move as keyof typeof send;
    return (
      <OfferedButton
        key={move}
        offered={offered}
        size="small"
        isBusy={isBusy}
        onClick={() => void run(() => send[move]().then(() => words.done[move]))}
      />
    );
  });
}
