import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import styles from './charts.module.css';
import { DataTable } from './data-table.tsx';

/** The figures of a chart as a table, folded away until asked for. */
export function ChartTable({ caption, children }: { caption: string; children: ReactNode }) {
  const { ui } = useWords();
  return (
    <details className={styles.reveal}>
      <summary>{ui.showTable}</summary>
      <DataTable caption={caption}>{children}</DataTable>
    </details>
  );
}
