import { type ReactNode, useEffect, useId } from 'react';
import styles from './page.module.css';

export type PageHeaderProps = {
  /** The finding where there is one, else the subject. */
  title: string;
  /** The title of the browser tab, when the finding is too long for one. */
  tabTitle?: string | undefined;
  lead?: ReactNode;
  /** Buttons of the whole page, the main one last. */
  actions?: ReactNode;
};

/** The page's own heading; it also names the browser tab. */
export function PageHeader({ title, tabTitle, lead, actions }: PageHeaderProps) {
  const tab = tabTitle ?? title;
  useEffect(() => {
    document.title = `${tab} · PAR-Index`;
  }, [tab]);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** A titled part of a page, on paper with a hairline. */
export function Section({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <header className={styles.sectionHead}>
        <div className={styles.words}>
          <h2 id={titleId} className={styles.sectionTitle}>
            {title}
          </h2>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
