import { useNavigate } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { paths } from '#web/paths.ts';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';
import { CriteriaRow } from './criteria-row.tsx';
import {
  type CriteriaSearch,
  moveInTree,
  type OwnPoints,
  type SortKey,
  type ViewRow,
} from './criteria-view.ts';
import type { CriteriaTotals, PointsProperty } from './enter-points.ts';

export type CriteriaTableProps = {
  view: readonly ViewRow[];
  search: CriteriaSearch;
  totals: CriteriaTotals;
  ownById: OwnPoints;
  ownTotal: number | null;
  isWhole: boolean;
  lastYear: number;
  mayEdit: boolean;
  onBranch: (code: string, isOpen: boolean) => void;
  onSort: (sort: SortKey) => void;
  onPoints: (row: AnnexRow, property: PointsProperty, typed: string) => void;
  onPastePoints: (row: AnnexRow, property: PointsProperty, texts: string[]) => void;
};

/** The tree as a tree grid: one line has the focus, its cells are reached by Tab. */
export function CriteriaTable(props: CriteriaTableProps) {
  const { view, search, totals, lastYear, onBranch, onSort } = props;
  const { criteria, scoring } = useWords();
  const navigate = useNavigate();
  const [focusedId, setFocusedId] = useState<string | undefined>(undefined);
  const reachableId = view.some(({ row }) => row.id === focusedId) ? focusedId : view[0]?.row.id;

  const pressed = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const line = (event.target as HTMLElement).closest('tr');
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'F2') {
      event.preventDefault();
      line.querySelector<HTMLElement>('[data-column] button')?.click();
      return;
    }
    if (event.target !== line && event.key === 'Enter') return;
    const move = moveInTree(view, line.dataset.id, event.key);
    if (!move) return;
    event.preventDefault();
    if ('visit' in move) void navigate({ to: paths.criterion, params: { code: move.visit } });
    else if ('open' in move) onBranch(move.open, true);
    else if ('close' in move) onBranch(move.close, false);
    else line.parentElement?.querySelector<HTMLElement>(`[data-id="${move.focus}"]`)?.focus();
  };
  const columns: [SortKey | undefined, string, string, boolean][] = [
    ['code', criteria.columns.code, styles.code ?? '', false],
    ['title', criteria.columns.title, '', false],
    ['max', criteria.columns.max, styles.points ?? '', true],
    ['own', scoring.board.column, styles.points ?? '', true],
    ['last', criteria.columns.last(lastYear), styles.points ?? '', true],
    ['target', criteria.columns.target, styles.points ?? '', true],
    ['reached', criteria.columns.reached, styles.bar ?? '', false],
    ['gap', criteria.columns.gap, styles.points ?? '', true],
    [undefined, criteria.columns.source, styles.sourceColumn ?? '', false],
    ['tasks', criteria.columns.tasks, styles.tasks ?? '', true],
    [undefined, criteria.columns.owners, styles.owners ?? '', false],
  ];

  return (
    <DataTable
      caption={criteria.caption}
      role="treegrid"
      className={styles.table}
      isTall
      aria-rowcount={view.length + 2}
    >
      <thead>
        <tr>
          {columns.map(([key, label, width, isNumber]) => (
            <th
              key={label}
              scope="col"
              className={classNames(width, isNumber && cell.number)}
              aria-sort={
                key && search.sort === key ? (search.descending ? 'descending' : 'ascending') : undefined
              }
            >
              {key ? (
                <button
                  type="button"
                  className={styles.sort}
                  title={key === 'tasks' ? criteria.tasksFull : criteria.sortBy(label)}
                  onClick={() => onSort(key)}
                >
                  {label}
                  {search.sort === key &&
                    (search.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
                </button>
              ) : (
                label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={pressed} onFocus={(event) => setFocusedId(event.target.closest('tr')?.dataset.id)}>
        {view.map((line, at) => (
          <CriteriaRow
            key={line.row.id}
            line={line}
            own={props.ownById.get(line.row.id) ?? null}
            rowIndex={at + 2}
            isReachable={line.row.id === reachableId}
            lastYear={lastYear}
            mayEdit={props.mayEdit}
            onBranch={onBranch}
            onPoints={props.onPoints}
            onPastePoints={props.onPastePoints}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>Σ</td>
          <th scope="row">{props.isWhole ? criteria.total : criteria.totalShown}</th>
          <td className={cell.number}>
            <Points value={totals.maxPoints} />
          </td>
          <td className={cell.number}>
            <Points value={props.ownTotal} />
          </td>
          <td className={cell.number}>
            <Points value={totals.lastPoints} />
          </td>
          <td className={cell.number}>
            <Points value={totals.targetPoints} />
          </td>
          <td />
          <td className={cell.number}>
            <Points value={totals.gapPoints === 0 ? 0 : -totals.gapPoints} />
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </DataTable>
  );
}
