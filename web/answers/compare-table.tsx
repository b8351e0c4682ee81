import type { Comparison, ComparisonLine } from '#core/assessments/comparison.ts';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';
import { ColumnCell, ExplanationCell } from './compare-cell.tsx';
import { columnsWithAnswers } from './compare-view.ts';
import type { GivenPlace } from './given-dialog.tsx';

export type RowsProps = {
  comparison: Comparison;
  rows: readonly ComparisonLine[];
  onOpen: (place: GivenPlace) => void;
};

/** The rounds side by side as a table, branches in bold, the whole at its foot. */
export function CompareTable({ comparison, rows, onOpen }: RowsProps) {
  const words = useAnswerWords().compare;
  const { shown, totals } = comparison;
  const columns = columnsWithAnswers(shown);
  return (
    <DataTable caption={words.caption} className={styles.compare} isTall>
      <thead>
        <tr>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.criterion}</th>
          <th scope="col" className={cell.number}>
            {words.max}
          </th>
          <th scope="col" className={cell.number}>
            {words.last}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={cell.number}>
              {column === 'explanation' ? words.explanation : words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <tr key={line.code} className={line.isLeaf ? undefined : styles.branch}>
            <td>{line.code}</td>
            <th scope="row">{line.title}</th>
            <td className={cell.number}>
              <Points value={line.maxPoints} />
            </td>
            <td className={cell.number}>
              <Points value={line.lastPoints} />
            </td>
            {columns.map((column) => (
              <td key={column} className={classNames(cell.number, styles.round)}>
                {column === 'explanation' ? (
                  <ExplanationCell line={line} onOpen={() => onOpen({ line, column })} />
                ) : (
                  <ColumnCell
                    line={line}
                    column={column}
                    shown={shown}
                    onOpen={() => onOpen({ line, column })}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {words.total}
          </th>
          <td className={cell.number}>
            <Points value={totals.maxPoints} />
          </td>
          <td className={cell.number}>
            <Points value={totals.lastPoints} />
          </td>
          {columns.map((column) => (
            <td key={column} className={cell.number}>
              {column !== 'explanation' && <Points value={totals.columns[column]} />}
            </td>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}
