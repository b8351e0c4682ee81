import { Link } from '@tanstack/react-router';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { ScoreBoard } from '#core/scoring/leaf-score.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import { GapCell } from './criteria-row.tsx';

/** The rows right under one, with their points now and what is missing. */
export function CriterionChildren({
  rows,
  board,
}: {
  rows: readonly AnnexRow[];
  board: ScoreBoard | undefined;
}) {
  const { criteria, scoring } = useWords();
  const ownById = new Map(board?.rows.map(({ criterionId, points }) => [criterionId, points]));
  return (
    <DataTable caption={criteria.page.children}>
      <thead>
        <tr>
          <th scope="col">{criteria.columns.code}</th>
          <th scope="col">{criteria.columns.title}</th>
          <th scope="col" className={cell.number}>
            {criteria.columns.max}
          </th>
          <th scope="col" className={cell.number}>
            {scoring.board.column}
          </th>
          <th scope="col" className={cell.number}>
            {criteria.columns.gap}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={cell.soft}>{row.code}</td>
            <td>
              <Link to={paths.criterion} params={{ code: row.code }}>
                {row.title}
              </Link>
            </td>
            <td className={cell.number}>
              <Points value={row.maxPoints} />
            </td>
            <td className={cell.number}>
              <Points value={ownById.get(row.id)} />
            </td>
            <td className={cell.number}>
              <GapCell row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
