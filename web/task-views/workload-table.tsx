import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { paths } from '#web/paths.ts';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Points } from '#web/ui/points.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './workload.module.css';
import { CountLink, HeatCell, listOf, mostInMonth, type WorkloadParts } from './workload-links.tsx';

/** Departments as rows: what is open, late and near, then how many fall due in each month. */
export function WorkloadTable({ loads, months, year, search, unassigned }: WorkloadParts) {
  const { workload } = useWords().taskViews;
  const most = mostInMonth(loads);
  return (
    <DataTable caption={workload.caption} className={styles.table}>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {workload.department}
          </th>
          <th scope="col" rowSpan={2} className={classNames(cell.number, styles.narrow)}>
            {workload.open}
          </th>
          <th scope="col" rowSpan={2} className={classNames(cell.number, styles.narrow)}>
            {workload.overdue}
          </th>
          {[7, 30].map((days) => (
            <th key={days} scope="col" rowSpan={2} className={classNames(cell.number, styles.narrow)}>
              {workload.within(days)}
            </th>
          ))}
          <th scope="col" rowSpan={2} className={classNames(cell.number, styles.wide)}>
            {workload.points}
          </th>
          <th scope="col" rowSpan={2} className={styles.wide}>
            {workload.lastUpdate}
          </th>
          <th scope="colgroup" colSpan={12} className={styles.months}>
            {workload.byMonth(year)}
          </th>
        </tr>
        <tr>
          {months.map((month) => (
            <th key={month} scope="col" className={styles.month}>
              <span aria-hidden>{workload.monthShort(Number(month.slice(5, 7)))}</span>
              <VisuallyHidden>{workload.month(Number(month.slice(5, 7)))}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {loads.map((load) => {
          const { id, name } = load.department;
          const to = (narrowed: Parameters<typeof listOf>[2]) => listOf(search, id, narrowed);
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className={cell.number}>
                <CountLink tasks={load.open} what={workload.open} load={load} search={to({ due: 'open' })} />
              </td>
              <td className={cell.number}>
                <CountLink
                  tasks={load.overdue}
                  what={workload.overdue}
                  load={load}
                  search={to({ timeliness: 'overdue' })}
                  className={styles.late}
                >
                  <TriangleAlert aria-hidden /> {load.overdue}
                </CountLink>
              </td>
              <td className={cell.number}>
                <CountLink
                  tasks={load.within7}
                  what={workload.within(7)}
                  load={load}
                  search={to({ due: '7' })}
                />
              </td>
              <td className={cell.number}>
                <CountLink
                  tasks={load.within30}
                  what={workload.within(30)}
                  load={load}
                  search={to({ due: '30' })}
                />
              </td>
              <td className={cell.number}>
                <Link to={paths.tasks} search={to({ due: 'open', sort: 'points' })} className={styles.count}>
                  <Points value={load.pointsAtStake} />
                </Link>
              </td>
              <td className={cell.soft}>
                {load.lastUpdateAt ? printDay(load.lastUpdateAt) : workload.never}
              </td>
              {months.map((month, index) => (
                <td key={month} className={styles.heatCell}>
                  <HeatCell load={load} month={month} index={index} most={most} search={search} />
                </td>
              ))}
            </tr>
          );
        })}
        {unassigned > 0 && (
          <tr>
            <th scope="row" className={cell.soft}>
              {workload.noDepartment}
            </th>
            <td className={cell.number}>
              <Link
                to={paths.tasks}
                search={listOf(search, 'none', { due: 'open' })}
                className={styles.count}
                aria-label={workload.noDepartmentHint(unassigned)}
              >
                {unassigned}
              </Link>
            </td>
            <td colSpan={17} />
          </tr>
        )}
      </tbody>
    </DataTable>
  );
}
