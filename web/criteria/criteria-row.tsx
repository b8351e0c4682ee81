import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { printPoints } from '#core/points.ts';
import { paths } from '#web/paths.ts';
import { classNames } from '#web/ui/class-names.ts';
import { cell } from '#web/ui/data-table.tsx';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';
import { gapOf, type ViewRow } from './criteria-view.ts';
import { OwnerNames, ReachedBar, SourceWord } from './criterion-words.tsx';
import type { PointsProperty } from './enter-points.ts';
import { useRefusePoints } from './use-points.ts';

type RowActions = {
  mayEdit: boolean;
  lastYear: number;
  onPoints: (row: AnnexRow, property: PointsProperty, typed: string) => void;
  onPastePoints: (row: AnnexRow, property: PointsProperty, texts: string[]) => void;
};

type CriteriaRowProps = RowActions & {
  line: ViewRow;
  rowIndex: number;
  isReachable: boolean;
  /** Its points now: a leaf's own, above it the sum of what is scored. */
  own: number | null;
  onBranch: (code: string, isOpen: boolean) => void;
};

/** Points of one leaf, edited in place by those who may; a sum is only shown. */
export function PointsCell(
  props: RowActions & { row: AnnexRow; property: PointsProperty; isReachable?: boolean },
) {
  const { row, property, isReachable = true } = props;
  const language = useLanguage();
  const { criteria } = useWords();
  const refuse = useRefusePoints();
  const points = row[property];
  if (!row.isLeaf || !props.mayEdit) return <Points value={points} />;
  const column = property === 'lastPoints' ? criteria.columns.last(props.lastYear) : criteria.columns.target;
  return (
    <EditCell
      label={criteria.edit(column, row.code)}
      column={property}
      text={points === null ? '' : printPoints(points, language)}
      refuse={(typed) => refuse(typed, row)}
      onKeep={(typed) => props.onPoints(row, property, typed)}
      onPasteColumn={(texts) => props.onPastePoints(row, property, texts)}
      isNumber
      tabIndex={isReachable ? 0 : -1}
    >
      <Points value={points} />
    </EditCell>
  );
}

/** What a gap looks like: a dash when nothing was scored, a true minus when points are missing. */
export function GapCell({ row }: { row: AnnexRow }) {
  const gap = gapOf(row);
  if (gap === undefined) return <Points value={null} />;
  if (gap === 0) return <span className={styles.noGap}>0</span>;
  return (
    <span className={styles.gap}>
      <Points value={-gap} />
    </span>
  );
}

function Row({ line, rowIndex, isReachable, own, onBranch, ...actions }: CriteriaRowProps) {
  const { row, level, hasChildren, isExpanded } = line;
  const { criteria } = useWords();
  const print = usePrintedPoints();
  const missing = criteria.page.ownMissing;
  const say = (points: number | null) => (points === null ? missing : print(points));
  const tabIndex = isReachable ? 0 : -1;
  return (
    <tr
      tabIndex={tabIndex}
      data-id={row.id}
      aria-level={level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-rowindex={rowIndex}
      aria-expanded={hasChildren ? isExpanded : undefined}
      className={classNames(
        styles.row,
        level === 1 && hasChildren && styles.field,
        !row.isLeaf && styles.parent,
      )}
    >
      <td className={styles[`level${level}`]}>
        <span className={styles.codeCell}>
          {hasChildren && (
            <button
              type="button"
              className={styles.twist}
              tabIndex={-1}
              aria-label={isExpanded ? criteria.collapse(row.code) : criteria.expand(row.code)}
              onClick={() => onBranch(row.code, !isExpanded)}
            >
              {isExpanded ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
            </button>
          )}
          {row.code}
        </span>
      </td>
      <td className={classNames(styles.title, styles[`level${level}`])}>
        <Link to={paths.criterion} params={{ code: row.code }} tabIndex={tabIndex} className={styles.link}>
          {row.title}
        </Link>
      </td>
      <td className={cell.number}>
        <Points value={row.maxPoints} />
      </td>
      <td className={cell.number}>
        <Points value={own} />
      </td>
      <td className={cell.number}>
        <PointsCell {...actions} row={row} property="lastPoints" isReachable={isReachable} />
      </td>
      <td className={cell.number}>
        <PointsCell {...actions} row={row} property="targetPoints" isReachable={isReachable} />
      </td>
      <td className={styles.barCell}>
        <ReachedBar
          row={row}
          label={criteria.reached(say(row.lastPoints), print(row.maxPoints), say(row.targetPoints))}
        />
      </td>
      <td className={cell.number}>
        <GapCell row={row} />
      </td>
      <td>{row.isLeaf && <SourceWord source={row.source} />}</td>
      <td className={cell.number}>
        {row.tasks > 0 && (
          <Link
            to={paths.tasks}
            search={{ criterion: row.code }}
            tabIndex={tabIndex}
            title={criteria.tasksFull}
          >
            {row.tasks}
          </Link>
        )}
      </td>
      <td className={styles.ownersCell}>
        <OwnerNames owners={row.owners} isLeaf={row.isLeaf} />
      </td>
    </tr>
  );
}

/** One line of the tree; drawn again only when something of it changed. */
export const CriteriaRow = memo(Row);
