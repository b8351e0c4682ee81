import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './small-parts.module.css';

export type Tone = 'none' | 'draft' | 'submitted' | 'approved' | 'returned';

/** A state as icon, word and colour together: colour alone tells nothing to some readers. */
export function Status({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classNames(styles.status, styles[tone])}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
