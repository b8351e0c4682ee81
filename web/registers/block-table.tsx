import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Column, RowInput } from '#core/registers/register.ts';
import { classNames } from '#web/ui/class-names.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { CellEditor } from './cell-editor.tsx';
import type { CellProblem } from './row-drafts.ts';
import { textOf } from './row-drafts.ts';
import styles from './sheet.module.css';
import { cellOf } from './sheet-column.ts';
import { columnWidth } from './sheet-widths.ts';

export type BlockTableProps = {
  columns: readonly Column[];
  rows: readonly RowInput[];
  /** By position of the row and key of the column: "4 month". */
  problems: ReadonlyMap<string, CellProblem>;
  year: number;
  /** The fault to bring into sight. */
  shownFault: { row: number; column: string } | undefined;
  onCorrect: (row: number, column: Column, typed: string) => void;
};

/** The rows of a block, only those in sight drawn; faulty cells can be corrected in their place. */
export function BlockTable({ columns, rows, problems, year, shownFault, onCorrect }: BlockTableProps) {
  const { registers } = useWords();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 30,
    overscan: 10,
    scrollPaddingEnd: 60,
  });
  const faultRow = shownFault?.row;
  useEffect(() => {
    if (faultRow !== undefined) virtual.scrollToIndex(faultRow, { align: 'auto' });
  }, [faultRow, virtual]);
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 44);
  return (
    // A box that scrolls must be reachable by keyboard.
    <section
      ref={box}
      aria-label={registers.preview.caption}
      tabIndex={rows.length > 0 ? 0 : undefined}
      className={styles.preview}
    >
      <table className={styles.table} style={{ minWidth: width }} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: 44 }} />
          {columns.map((column) => (
            <col key={column.key} style={{ width: columnWidth(column) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>
              {registers.number}
            </th>
            {columns.map(({ key, title, kind, isRequired }) => (
              <th key={key} scope="col" className={kind === 'number' ? styles.number : undefined}>
                {title}
                {isRequired && <span aria-hidden> *</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first && first.start > 0 && (
            <tr aria-hidden className={styles.gap}>
              <td style={{ height: first.start }} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={index} className={styles.line} aria-rowindex={index + 2}>
                <td className={styles.first}>{index + 1}</td>
                {columns.map((column) => {
                  const at = `${index} ${column.key}`;
                  const problem = problems.get(at);
                  const text = textOf(
                    { now: row, problems: problem ? { [column.key]: problem } : {} },
                    column,
                  );
                  const label = registers.preview.edit(column.title, index + 1);
                  return (
                    <td
                      key={column.key}
                      title={problem?.[language] ?? text}
                      className={classNames(
                        styles.cell,
                        column.kind === 'number' && styles.number,
                        problem && styles.wrong,
                      )}
                    >
                      {edited === at ? (
                        <CellEditor
                          column={column}
                          label={label}
                          text={text}
                          value={cellOf(row, column.key)}
                          year={year}
                          problem={problem?.[language]}
                          onEnd={(typed, { keeps }) => {
                            setEdited(undefined);
                            if (keeps && typed !== text) onCorrect(index, column, typed);
                          }}
                        />
                      ) : problem ? (
                        <button
                          type="button"
                          className={styles.correct}
                          aria-label={`${label}: ${problem[language]}`}
                          onClick={() => setEdited(at)}
                        >
                          {text || '…'}
                        </button>
                      ) : (
                        <span className={styles.text}>{text}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {last && virtual.getTotalSize() > last.end && (
            <tr aria-hidden className={styles.gap}>
              <td style={{ height: virtual.getTotalSize() - last.end }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
