import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { BulletBar } from '#web/ui/bullet-bar.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './score-line.module.css';

export type ScoreLineProps = { year: number; maxPoints: number; lastPoints: number; targetPoints: number };

/** The four numbers, always together and in one order: self-score, forecast, last year, target; one bar under them. */
export function ScoreLine({ year, maxPoints, lastPoints, targetPoints }: ScoreLineProps) {
  const { outlook } = useWords();
  const print = usePrintedPoints();
  const legend = {
    own: outlook.legendOwn,
    forecast: outlook.legendForecast,
    last: outlook.legendLast,
    target: outlook.legendTarget,
  };
  return (
    <section className={styles.line} aria-label={outlook.scoreLine}>
      <dl className={styles.numbers}>
        <YearNumber name={outlook.ownScore} note={outlook.notScoredYet} why={outlook.notScoredWhy}>
          <Points value={null} />
        </YearNumber>
        <YearNumber name={outlook.forecast} note={outlook.noForecast} why={outlook.forecastWhy}>
          <Points value={null} missing={outlook.noForecast} />
        </YearNumber>
        <YearNumber name={outlook.lastYear(year - 1)} note={outlook.outOf(print(maxPoints))}>
          <Points value={lastPoints} />
        </YearNumber>
        <YearNumber
          name={outlook.target(year)}
          note={targetPoints > lastPoints ? outlook.remaining(print(targetPoints - lastPoints)) : ''}
        >
          <Points value={targetPoints} />
        </YearNumber>
      </dl>
      <div className={styles.bar}>
        <BulletBar
          title={outlook.scoreLine}
          description={outlook.bulletDescription(print(lastPoints), print(targetPoints), print(maxPoints))}
          max={Math.max(maxPoints, targetPoints, lastPoints)}
          own={null}
          forecast={null}
          last={lastPoints}
          target={targetPoints}
          legend={legend}
        />
      </div>
    </section>
  );
}

function YearNumber(props: { name: string; note: string; why?: string; children: ReactNode }) {
  const { outlook } = useWords();
  return (
    <div className={styles.number}>
      <dt>
        {props.name}
        {props.why && (
          <Popover
            trigger={
              <button type="button" className={styles.why} aria-label={`${props.name}: ${outlook.why}`}>
                <CircleHelp aria-hidden />
              </button>
            }
          >
            {props.why}
          </Popover>
        )}
      </dt>
      <dd>
        <strong>{props.children}</strong> <span>{props.note}</span>
      </dd>
    </div>
  );
}
