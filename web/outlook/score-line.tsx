import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScoreBoard } from '#core/scoring/leaf-score.ts';
import { BulletBar } from '#web/ui/bullet-bar.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './score-line.module.css';

export type ScoreLineProps = {
  year: number;
  maxPoints: number;
  lastPoints: number;
  targetPoints: number;
  /** The points by rule as they stand; undefined while they are asked for. */
  board: ScoreBoard | undefined;
};

/** The four numbers, always together and in one order: self-score, forecast, last year, target; one bar under them. */
export function ScoreLine({ year, maxPoints, lastPoints, targetPoints, board }: ScoreLineProps) {
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
        <OwnNumber board={board} />
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
          max={Math.max(maxPoints, targetPoints, lastPoints, board?.points ?? 0)}
          own={board?.points ?? null}
          forecast={null}
          last={lastPoints}
          target={targetPoints}
          legend={legend}
        />
      </div>
    </section>
  );
}

/** The running total by rule, always with how much of it is scored and how much rests on drafts. */
function OwnNumber({ board }: { board: ScoreBoard | undefined }) {
  const { outlook, scoring } = useWords();
  const print = usePrintedPoints();
  if (!board || board.points === null) {
    return (
      <YearNumber
        name={outlook.ownScore}
        note={board ? outlook.notScoredYet : ''}
        why={board ? outlook.notScoredWhy : undefined}
      >
        <Points value={null} />
      </YearNumber>
    );
  }
  const { points, maxPoints, removedPoints, rescaled, scored, leaves, drafts } = board;
  const words = scoring.board;
  return (
    <YearNumber
      name={outlook.ownScore}
      note={outlook.outOf(print(maxPoints))}
      whyName={words.explain}
      why={
        <>
          {words.why(scored, leaves, drafts)}
          {rescaled !== null && (
            <> {words.rescaledWhy(print(removedPoints), print(rescaled), print(maxPoints))}</>
          )}
        </>
      }
      below={[
        words.scored(scored, leaves),
        ...(drafts > 0 ? [words.drafts(drafts)] : []),
        ...(rescaled === null ? [] : [words.rescaled(print(rescaled))]),
      ].join(' · ')}
    >
      <Points value={points} />
    </YearNumber>
  );
}

function YearNumber(props: {
  name: string;
  note: string;
  why?: ReactNode;
  /** What the question mark asks; "why is there no figure" when left out. */
  whyName?: string;
  below?: string;
  children: ReactNode;
}) {
  const { outlook } = useWords();
  return (
    <div className={styles.number}>
      <dt>
        {props.name}
        {props.why && (
          <Popover
            trigger={
              <button
                type="button"
                className={styles.why}
                aria-label={`${props.name}: ${props.whyName ?? outlook.why}`}
              >
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
        {props.below && <span className={styles.below}>{props.below}</span>}
      </dd>
    </div>
  );
}
