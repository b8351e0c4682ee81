import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Why there is nothing here, and what to do next. */
export function EmptyState(props: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** `page` when it is all the page has: its title is then the page's heading. */
  fills?: 'page' | undefined;
}) {
  return (
    <div className={styles.centre}>
      {props.icon}
      {props.fills === 'page' ? (
        <h1 className={styles.emptyTitle}>{props.title}</h1>
      ) : (
        <p className={styles.emptyTitle}>{props.title}</p>
      )}
      {props.children && <div className={styles.lead}>{props.children}</div>}
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
