import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { paths } from '#web/paths.ts';
import { IconButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';
import { GapCell } from './criteria-row.tsx';
import type { OwnPoints, ViewRow } from './criteria-view.ts';
import { OwnerNames, ReachedBar, SourceWord } from './criterion-words.tsx';
import type { CriteriaTotals } from './enter-points.ts';

/** The same rows on a phone: one card each, the totals in a bar at the foot of the screen. */
export function CriteriaCards(props: {
  view: readonly ViewRow[];
  totals: CriteriaTotals;
  ownById: OwnPoints;
  ownTotal: number | null;
  onBranch: (code: string, isOpen: boolean) => void;
}) {
  const { criteria, scoring } = useWords();
  const print = usePrintedPoints();
  const missing = criteria.page.ownMissing;
  return (
    <>
      <ul className={styles.cards}>
        {props.view.map(({ row, level, hasChildren, isExpanded }) => (
          <li
            key={row.id}
            className={classNames(styles.card, level === 1 && hasChildren && styles.fieldCard)}
          >
            <div className={styles.cardHead}>
              {hasChildren && (
                <IconButton
                  icon={isExpanded ? <ChevronDown /> : <ChevronRight />}
                  label={isExpanded ? criteria.collapse(row.code) : criteria.expand(row.code)}
                  aria-expanded={isExpanded}
                  onClick={() => props.onBranch(row.code, !isExpanded)}
                />
              )}
              <span>{row.code}</span>
              {row.isLeaf && <SourceWord source={row.source} />}
            </div>
            <Link to={paths.criterion} params={{ code: row.code }} className={styles.cardTitle}>
              {row.title}
            </Link>
            <div className={styles.cardOwners}>
              <OwnerNames owners={row.owners} isLeaf={row.isLeaf} />
            </div>
            <div className={styles.cardPoints}>
              <ReachedBar
                row={row}
                label={criteria.reached(
                  row.lastPoints === null ? missing : print(row.lastPoints),
                  print(row.maxPoints),
                  row.targetPoints === null ? missing : print(row.targetPoints),
                )}
              />
              <strong>
                <Points value={row.lastPoints} />
              </strong>
              <span>
                {scoring.board.column} <Points value={props.ownById.get(row.id)} /> ·{' '}
                {criteria.columns.max.toLowerCase()} <Points value={row.maxPoints} />
              </span>
              <span className={styles.cardGap}>
                <GapCell row={row} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.totalBar}>
        <span>{criteria.total}</span>
        <span>
          {scoring.board.column} <Points value={props.ownTotal} /> / <Points value={props.totals.maxPoints} />
        </span>
        <span>
          <Points value={props.totals.gapPoints === 0 ? 0 : -props.totals.gapPoints} />
        </span>
      </p>
    </>
  );
}
