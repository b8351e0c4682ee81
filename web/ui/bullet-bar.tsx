import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import styles from './charts.module.css';

export type BulletBarProps = {
  title: string;
  description: string;
  /** All in hundredths; null is "not known" and draws nothing. */
  max: number;
  own: number | null;
  forecast: number | null;
  last: number | null;
  target: number | null;
  /** The words of the legend. */
  legend: { own: string; forecast: string; last: string; target: string };
};

/** One bar on the scale of the maximum: what is sure, what is likely, last year and the target as marks. */
export function BulletBar({ title, description, max, own, forecast, last, target, legend }: BulletBarProps) {
  const id = useId();
  const x = scaleLinear([0, max], [0, 100]);
  const percent = (points: number) => `${x(points)}%`;
  return (
    <figure className={styles.bullet}>
      <svg width="100%" height="20" role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        <rect width="100%" height="20" rx="2" className={styles.track} />
        {forecast !== null && <rect width={percent(forecast)} height="20" rx="2" className={styles.soft} />}
        {own !== null && <rect width={percent(own)} y="6" height="8" className={styles.strong} />}
        {last !== null && <rect x={percent(last)} width="3" height="20" className={styles.mark} />}
        {target !== null && (
          <svg x={percent(target)} y="0" width="14" height="20" overflow="visible" aria-hidden="true">
            <path d="M0 4 l5.5 6 l-5.5 6 l-5.5 -6 z" className={styles.target} />
          </svg>
        )}
      </svg>
      <figcaption className={styles.legend} aria-hidden="true">
        {own !== null && <span className={styles.keyOwn}>{legend.own}</span>}
        {forecast !== null && <span className={styles.keyForecast}>{legend.forecast}</span>}
        {last !== null && <span className={styles.keyLast}>{legend.last}</span>}
        {target !== null && <span className={styles.keyTarget}>{legend.target}</span>}
      </figcaption>
    </figure>
  );
}
