import { Fragment } from 'react';
import { Points } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';
import { ColumnCell, ExplanationCell } from './compare-cell.tsx';
import type { RowsProps } from './compare-table.tsx';
import { columnsWithAnswers } from './compare-view.ts';

/** The same on a phone: a card for each leaf with the chain of its points. */
export function CompareCards({ comparison: { shown, totals }, rows, onOpen }: RowsProps) {
  const words = useAnswerWords().compare;
  const columns = columnsWithAnswers(shown);
  return (
    <>
      <ul className={styles.cards}>
        {rows
          .filter(({ isLeaf }) => isLeaf)
          .map((line) => (
            <li key={line.code} className={styles.card}>
              <h2 className={styles.cardTitle}>
                {line.code} {line.title}
              </h2>
              <p className={styles.soft}>
                {words.max} <Points value={line.maxPoints} /> · {words.last}{' '}
                <Points value={line.lastPoints} />
              </p>
              <dl className={styles.chain}>
                {columns.map((column) =>
                  column === 'explanation' ? (
                    line.explanation && (
                      <Fragment key={column}>
                        <dt>{words.explanation}</dt>
                        <dd>
                          <ExplanationCell line={line} onOpen={() => onOpen({ line, column })} />
                        </dd>
                      </Fragment>
                    )
                  ) : (
                    <Fragment key={column}>
                      <dt>{words.columns[column]}</dt>
                      <dd>
                        <ColumnCell
                          line={line}
                          column={column}
                          shown={shown}
                          onOpen={() => onOpen({ line, column })}
                        />
                      </dd>
                    </Fragment>
                  ),
                )}
              </dl>
            </li>
          ))}
      </ul>
      <p className={styles.totalBar}>
        <strong>{words.total}</strong>
        <span>
          {shown.map((column, at) => (
            <Fragment key={column}>
              {at > 0 && ' → '}
              <Points value={totals.columns[column]} />
            </Fragment>
          ))}
        </span>
      </p>
    </>
  );
}
