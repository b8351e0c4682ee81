import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { useIsNarrow } from './use-is-narrow.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The classes of table cells: figures stand right with digits of one width. */
export const cell = {
  number: styles.number,
  soft: styles.soft,
  clip: styles.clip,
  total: styles.total,
} as const;

export type DataTableProps = ComponentPropsWithRef<'table'> & {
  /** What the table holds, for screen readers. */
  caption: string;
  children: ReactNode;
  /** Lets the table be higher than the screen inside its own scroll box, so that head and foot stay in sight. */
  isTall?: boolean | undefined;
};

/** A plain table with a sticky head, hairlines and the density of a spreadsheet. */
export function DataTable({ caption, children, className, isTall = false, ...rest }: DataTableProps) {
  const { ui } = useWords();
  const isNarrow = useIsNarrow();
  return (
    // A box that scrolls must be reachable by keyboard.
    <section
      className={classNames(styles.box, isTall && styles.tall)}
      aria-label={ui.tableOf(caption)}
      tabIndex={isTall || isNarrow ? 0 : undefined}
    >
      <table {...rest} className={classNames(styles.table, className)}>
        <caption className={styles.caption}>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        {children}
      </table>
    </section>
  );
}
