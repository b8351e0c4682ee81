import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { GapLedger } from '#core/outlook/gaps.ts';
import { mayEver } from '#core/people/permissions.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { sumPoints } from '#core/points.ts';
import { proposeForRow } from '#core/reading/propose-task.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { AssignButton } from '#web/plans/assign-button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './gaps-page.module.css';

type Leaf = GapLedger['leaves'][number];

/** Leaves below their target, largest gap first; on a phone each row becomes a card. */
export function GapTable({ leaves, lastYear }: { leaves: readonly Leaf[]; lastYear: number }) {
  const { outlook } = useWords();
  const heads = [
    outlook.code,
    outlook.criterion,
    outlook.source,
    outlook.max,
    outlook.lastYear(lastYear),
    outlook.target(lastYear + 1),
    outlook.gap,
    outlook.owner,
    outlook.ownTask,
  ];
  const numbers = new Set([3, 4, 5, 6]);
  return (
    <DataTable caption={outlook.gaps} className={styles.table}>
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th key={head} scope="col" className={numbers.has(place) ? cell.number : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leaves.map((leaf) => (
          <LeafRow key={leaf.row.id} leaf={leaf} heads={heads} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={6}>
            {outlook.total}
          </th>
          <td className={cell.number}>
            <Points value={sumPoints(leaves.map((leaf) => leaf.gapPoints))} />
          </td>
          <td colSpan={2} />
        </tr>
      </tfoot>
    </DataTable>
  );
}

function LeafRow({ leaf, heads }: { leaf: Leaf; heads: readonly string[] }) {
  const { outlook } = useWords();
  const mayAssign = mayEver(useMe().role, 'task.edit');
  const { row } = leaf;
  const names = inChargeOf(row.owners)
    .map((owner) => owner.name)
    .join(', ');
  return (
    <tr>
      <td className={cell.soft}>{row.code}</td>
      <th scope="row">
        <Link to={paths.criterion} params={{ code: row.code }}>
          {row.title}
        </Link>
      </th>
      <td className={cell.soft}>{outlook.sources[row.source]}</td>
      <td className={cell.number} data-label={heads[3]}>
        <Points value={row.maxPoints} />
      </td>
      <td className={cell.number} data-label={heads[4]}>
        <Points value={row.lastPoints} />
      </td>
      <td className={cell.number} data-label={heads[5]}>
        <Points value={row.targetPoints} />
      </td>
      <td className={`${cell.number} ${cell.total}`} data-label={heads[6]}>
        <Points value={leaf.gapPoints} />
      </td>
      <td>{names === '' ? <span className={cell.soft}>{outlook.nobody}</span> : names}</td>
      <td>
        {leaf.hasOwnTask ? (
          <Status tone="approved" icon={<CircleCheck aria-hidden />}>
            {outlook.hasTask}
          </Status>
        ) : (
          <div className={styles.noTask}>
            <Status tone="draft" icon={<CircleAlert aria-hidden />}>
              {outlook.noTask}
            </Status>
            {mayAssign && (
              <AssignButton proposal={proposeForRow(row)} about={row.title} size="small" kind="quiet" />
            )}
          </div>
        )}
      </td>
    </tr>
  );
}
