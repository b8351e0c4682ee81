import { Link } from '@tanstack/react-router';
import type { Crosswalk } from '#core/criteria/crosswalk.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';

/** Both sets with their totals side by side, and what has to be looked at when the work has gone over. */
export function CrosswalkResults({ crosswalk }: { crosswalk: Crosswalk }) {
  const { crosswalk: words } = useWords();
  const { from, to } = crosswalk;
  const maximum = (side: Crosswalk['from']) => side.leaves.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const difference = from.points === null || to.points === null ? null : to.points - from.points;
  const leaves = to.leaves.length - from.leaves.length;
  return (
    <div className={styles.results}>
      <Section title={words.results}>
        <DataTable caption={words.results}>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col" className={cell.number}>
                {words.former}
              </th>
              <th scope="col" className={cell.number}>
                {words.next}
              </th>
              <th scope="col" className={cell.number}>
                {words.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.leaves}</th>
              <td className={cell.number}>{from.leaves.length}</td>
              <td className={cell.number}>{to.leaves.length}</td>
              <td className={cell.number}>{leaves > 0 ? `+${leaves}` : `${leaves}`.replace('-', '−')}</td>
            </tr>
            <tr>
              <th scope="row">{words.maximum}</th>
              <td className={cell.number}>
                <Points value={maximum(from)} />
              </td>
              <td className={cell.number}>
                <Points value={maximum(to)} />
              </td>
              <td className={cell.number}>
                <Points value={maximum(to) - maximum(from)} isSigned />
              </td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.points}</th>
              <td className={cell.number}>
                <Points value={from.points} />
              </td>
              <td className={cell.number}>
                <Points value={to.points} />
              </td>
              <td className={cell.number}>
                <Points value={difference} isSigned />
              </td>
            </tr>
          </tfoot>
        </DataTable>
        <dl className={styles.sides}>
          {[
            { label: words.former, side: from },
            { label: words.next, side: to },
          ].map(({ label, side }) => (
            <div key={side.planId}>
              <dt>{label}</dt>
              <dd>
                {side.title}, {words.confirmed(printMoment(side.confirmedAt))}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <ToReview crosswalk={crosswalk} />
    </div>
  );
}

function ToReview({ crosswalk }: { crosswalk: Crosswalk }) {
  const { crosswalk: words } = useWords();
  const print = usePrintedPoints();
  const { toCheck, left } = crosswalk;
  if (toCheck.length === 0 && left.length === 0) return null;
  const said = (each: Crosswalk['left'][number]) =>
    [
      ...(each.points === null ? [] : [words.leftPoints(print(each.points))]),
      ...(each.quantities === 0 ? [] : [words.leftQuantities(each.quantities)]),
    ].join(', ');
  return (
    <Section title={crosswalk.status === 'applied' ? words.reviewDone : words.review}>
      <div className={styles.review}>
        {toCheck.length > 0 && (
          <div>
            <p>{words.toCheck}</p>
            <ul className={styles.codes}>
              {toCheck.map((code) => (
                <li key={code}>
                  <Link to={paths.rule} params={{ code }}>
                    {code}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        {left.length > 0 && (
          <div>
            <p>{words.left}</p>
            <ul className={styles.codes}>
              {left.map((each) => (
                <li key={each.code}>
                  <Link to={paths.criterion} params={{ code: each.code }}>
                    {each.code}
                  </Link>{' '}
                  ({said(each)})
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}
