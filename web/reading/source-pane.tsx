import { memo, useEffect, useRef } from 'react';
import type { Block, Place, Table } from '#core/reading/blocks.ts';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import { findInSource, type Spot } from './find-in-source.ts';
import styles from './source-pane.module.css';

/** The source scrolls on its own, so it must be reachable by keyboard. */
const REACHABLE = { tabIndex: 0 } as const;

/** The document as it was read, scrolled to the place of the value looked at. */
export function SourcePane({ blocks, place }: { blocks: readonly Block[]; place: Place | undefined }) {
  const { reading } = useWords();
  const pane = useRef<HTMLElement>(null);
  const spot = place && findInSource(blocks, place);
  useEffect(() => {
    if (place) pane.current?.querySelector('[data-found]')?.scrollIntoView({ block: 'center' });
  }, [place]);
  return (
    <section ref={pane} aria-label={reading.review.source} className={styles.source} {...REACHABLE}>
      {blocks.map((block, at) => {
        const found = spot?.block === at ? spot : undefined;
        const key = `block-${at.toString()}`;
        if (block.kind === 'table') {
          return (
            <SourceTable
              key={key}
              table={block}
              label={reading.review.tableOf(block.place.table ?? at + 1)}
              found={found}
            />
          );
        }
        return (
          <p
            key={key}
            data-found={found ? '' : undefined}
            className={classNames(
              styles.paragraph,
              block.isBold && styles.bold,
              block.isItalic && styles.italic,
              found && styles.found,
            )}
          >
            {block.text}
          </p>
        );
      })}
    </section>
  );
}

/** Drawn again only when the place looked at enters or leaves it: an annex has a thousand cells. */
const SourceTable = memo(function SourceTable(props: {
  table: Table;
  label: string;
  found: Spot | undefined;
}) {
  const { table, label, found } = props;
  const isWhole = found !== undefined && found.row === undefined;
  return (
    <table className={classNames(styles.sourceTable, isWhole && styles.found)} aria-label={label}>
      <tbody>
        {table.rows.map((row, rowAt) => {
          const isRow = found?.row === rowAt;
          return (
            <tr
              key={`row-${rowAt.toString()}`}
              data-found={isRow ? '' : undefined}
              className={classNames(isRow && styles.foundRow)}
            >
              {row.cells.map((cell, cellAt) => (
                <td
                  key={`cell-${cellAt.toString()}`}
                  colSpan={cell.span}
                  className={classNames(isRow && found?.cell === cellAt && styles.found)}
                >
                  {cell.isMergedFromAbove ? '' : cell.text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});
