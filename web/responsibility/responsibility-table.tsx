import { Link } from '@tanstack/react-router';
import type { Basis, ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './responsibility.module.css';
import { DueDay } from './responsibility-words.tsx';
import { DecisionCell, ExplanationCell } from './said-cells.tsx';
import { SplitBar } from './split-bar.tsx';

/** Late work line by line; on a phone each line becomes a card. */
export function ResponsibilityTable({
  lines,
  basis,
}: {
  lines: readonly ResponsibilityLine[];
  basis: Basis;
}) {
  const { responsibility } = useWords();
  const { columns } = responsibility;
  return (
    <DataTable caption={responsibility.tab} className={styles.table}>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, head]) => (
            <th key={name} scope="col" className={name === 'days' ? cell.number : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow key={`${line.taskId} ${line.occurrence}`} line={line} basis={basis} />
        ))}
      </tbody>
    </DataTable>
  );
}

function LineRow({ line, basis }: { line: ResponsibilityLine; basis: Basis }) {
  const { responsibility } = useWords();
  const { columns } = responsibility;
  const others = line.ownerNames.filter((name) => name !== line.leadName);
  const isWorking = basis === 'working';
  const isSame = line.daysLate === line.workingDaysLate;
  return (
    <tr>
      <td>
        <span className={styles.lines}>
          <span>{line.leadName || responsibility.unassigned}</span>
          {others.map((name) => (
            <span key={name} className={styles.soft}>
              {name}
            </span>
          ))}
        </span>
      </td>
      <th scope="row">
        <Link to={paths.task} params={{ taskId: line.taskId }} className={styles.task}>
          {line.text}
        </Link>
        <span className={styles.soft}>
          {' '}
          {line.section}
          {line.occurrenceName !== null && `, ${line.occurrenceName}`}
        </span>
      </th>
      <td data-label={columns.due} className={styles.day}>
        <DueDay line={line} />
      </td>
      <td data-label={columns.finished} className={styles.day}>
        {line.finishedOn === null ? responsibility.unfinished : printDay(line.finishedOn)}
      </td>
      <td data-label={columns.days} className={cell.number}>
        <strong>{isWorking ? line.workingDaysLate : line.daysLate}</strong>
        {!isSame && (
          <span className={styles.otherDays}>
            {isWorking
              ? responsibility.allDays(line.daysLate)
              : responsibility.workingDays(line.workingDaysLate)}
          </span>
        )}
      </td>
      <td data-label={columns.holders}>
        <SplitBar shares={line.shares} />
      </td>
      <td data-label={columns.explanation}>
        <ExplanationCell line={line} />
      </td>
      <td data-label={columns.decision}>
        <DecisionCell line={line} />
      </td>
    </tr>
  );
}
