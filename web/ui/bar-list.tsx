import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import styles from './charts.module.css';
import { classNames } from './class-names.ts';

export type Bar = {
  key: string;
  /** A word or a link. */
  label: ReactNode;
  value: number;
  /** The value as it is read. */
  shown: ReactNode;
  /** A few words under the label. */
  hint?: ReactNode;
  isStrong?: boolean | undefined;
};

/**
 * Bars from the same left edge with their figure beside them. It is a list a screen reader reads
 * line by line, so it needs no table of its own.
 */
export function BarList({
  label,
  bars,
  max,
}: {
  label: string;
  bars: readonly Bar[];
  max?: number | undefined;
}) {
  const most = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  const width = scaleLinear([0, most], [0, 100]).clamp(true);
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={styles.bar}>
          <span className={styles.barLabel}>
            {bar.label}
            {bar.hint && <span className={styles.barHint}>{bar.hint}</span>}
          </span>
          <span className={styles.barTrack} aria-hidden="true">
            <span
              className={classNames(styles.barFill, bar.isStrong && styles.barStrong)}
              style={{ width: `${width(bar.value)}%` }}
            />
          </span>
          <span className={styles.barValue}>{bar.shown}</span>
        </li>
      ))}
    </ul>
  );
}
