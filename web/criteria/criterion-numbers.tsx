import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { ScoreRow } from '#core/scoring/leaf-score.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { BulletBar } from '#web/ui/bullet-bar.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { PointsCell } from './criteria-row.tsx';
import { gapOf } from './criteria-view.ts';
import styles from './criterion.module.css';
import { addTotals } from './enter-points.ts';
import { useKeepPoints } from './use-points.ts';

/** Self-score, forecast, last year and target of one row, with one bar under them. */
export function CriterionNumbers({
  row,
  rows,
  score,
}: {
  row: AnnexRow;
  rows: readonly AnnexRow[];
  score: ScoreRow | undefined;
}) {
  const me = useMe();
  const { criteria, scoring } = useWords();
  const language = useLanguage();
  const print = usePrintedPoints();
  const keepPoints = useKeepPoints();
  const mayEdit = useRefusal('plan.correct') === undefined;
  const year = me.planYear ?? new Date(me.today).getFullYear();
  const { page } = criteria;
  const own = score?.points ?? null;
  const gap = gapOf(row);
  const allGap = addTotals(rows).gapPoints;
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const actions = { row, mayEdit, lastYear: year - 1, onPoints: keepPoints, onPastePoints: () => undefined };
  const sentence =
    gap === undefined
      ? page.unscored
      : gap === 0
        ? page.full
        : page.gapShare(print(gap), share.format(gap / (allGap || gap)));
  return (
    <div className={styles.numbers}>
      <dl>
        <div>
          <dt>{page.own}</dt>
          <dd>
            <Points value={own} missing={page.ownMissing} />{' '}
            <small>
              {page.ofMax(print(row.maxPoints))}
              {score && score.scored < score.leaves && !score.isLeaf && (
                <> · {scoring.board.partial(score.scored, score.leaves)}</>
              )}
            </small>
          </dd>
        </div>
        <div>
          <dt>{page.forecast}</dt>
          <dd>
            <Points value={null} missing={page.forecastMissing} />
          </dd>
        </div>
        <div>
          <dt>{page.last(year - 1)}</dt>
          <dd>
            <PointsCell {...actions} property="lastPoints" />
          </dd>
        </div>
        <div>
          <dt>{page.target(year)}</dt>
          <dd>
            <PointsCell {...actions} property="targetPoints" />
          </dd>
        </div>
      </dl>
      <div className={styles.bar}>
        <BulletBar
          title={page.barTitle(row.code)}
          description={sentence}
          max={Math.max(row.maxPoints, 1)}
          own={own}
          forecast={null}
          last={row.lastPoints}
          target={row.targetPoints}
          legend={page.legend}
        />
        <p>{sentence}</p>
      </div>
    </div>
  );
}
