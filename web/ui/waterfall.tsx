import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'react';
import styles from './charts.module.css';
import { classNames } from './class-names.ts';
import { waterfallSteps, wrapLabel } from './waterfall-steps.ts';

export type WaterfallStep = { key: string; label: string; change: number; isStrong?: boolean | undefined };

export type WaterfallProps = {
  title: string;
  /** Reads the whole chart in one sentence, with where the axis is cut. */
  description: string;
  start: { label: string; value: number };
  end: { label: string; value: number };
  steps: readonly WaterfallStep[];
  /** Hundredths as the reader sees them. */
  print: (points: number) => string;
};

const WIDTH = 760;
const HEIGHT = 236;
const TOP = 24;
const BOTTOM = 58;

/** From one sum to another, step by step; the axis is cut below the smaller sum and shows it by a break. */
export function Waterfall({ title, description, start, end, steps, print }: WaterfallProps) {
  const id = useId();
  const { floor, bars } = waterfallSteps(start.value, end.value, steps);
  const x = scaleBand(['start', ...bars.map((bar) => bar.key), 'end'], [0, WIDTH])
    .paddingInner(0.32)
    .paddingOuter(0.12);
  const highest = Math.max(start.value, end.value, ...bars.map((bar) => bar.to));
  const y = scaleLinear([floor, highest], [HEIGHT - BOTTOM, TOP]);
  const base = HEIGHT - BOTTOM;
  const width = x.bandwidth();
  const left = (key: string) => x(key) ?? 0;
  const sums = [
    { key: 'start', ...start },
    { key: 'end', ...end },
  ];
  return (
    <svg
      className={styles.waterfall}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {sums.map((sum) => (
        <g key={sum.key}>
          <rect
            x={left(sum.key)}
            width={width}
            y={y(sum.value)}
            height={base - y(sum.value)}
            className={styles.sum}
          />
          <path
            d={`M${left(sum.key) - 2} ${base - 12} l${width / 4 + 1} -5 l${width / 4} 5 l${width / 4} -5 l${width / 4 + 1} 5`}
            className={styles.break}
          />
          <text x={left(sum.key) + width / 2} y={y(sum.value) - 7} className={styles.figureStrong}>
            {print(sum.value)}
          </text>
          <Label x={left(sum.key) + width / 2} text={sum.label} isStrong />
        </g>
      ))}
      {bars.map((bar, place) => {
        const high = y(Math.max(bar.from, bar.to));
        const height = Math.max(2, Math.abs(y(bar.from) - y(bar.to)));
        const next = bars[place + 1]?.key ?? 'end';
        return (
          <g key={bar.key}>
            <line
              x1={left(bar.key) + width}
              x2={left(next)}
              y1={y(bar.to)}
              y2={y(bar.to)}
              className={styles.join}
            />
            <rect
              x={left(bar.key)}
              width={width}
              y={high}
              height={height}
              rx="1.5"
              className={bar.isStrong ? styles.strong : styles.soft}
            />
            <text
              x={left(bar.key) + width / 2}
              y={high - 7}
              className={bar.isStrong ? styles.figureStrong : styles.figure}
            >
              {bar.change > 0 ? '+' : ''}
              {print(bar.change)}
            </text>
            <Label x={left(bar.key) + width / 2} text={bar.label} />
          </g>
        );
      })}
      <line
        x1={left('start') + width}
        x2={left(bars[0]?.key ?? 'end')}
        y1={y(start.value)}
        y2={y(start.value)}
        className={styles.join}
      />
      <line x1="0" x2={WIDTH} y1={base} y2={base} className={styles.axis} />
    </svg>
  );
}

function Label({ x, text, isStrong = false }: { x: number; text: string; isStrong?: boolean }) {
  return (
    <text className={classNames(styles.axisLabel, isStrong && styles.figureStrong)}>
      {wrapLabel(text, 10).map((line, row) => (
        <tspan key={line} x={x} y={HEIGHT - BOTTOM + 18 + row * 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
