import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { paths } from '#web/paths.ts';
import { Points } from '#web/ui/points.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './workload.module.css';
import { CountLink, HeatCell, listOf, mostInMonth, type WorkloadParts } from './workload-links.tsx';

/** The same on a phone: a card for each department, the months in two rows of six. */
export function WorkloadCards({ loads, months, year, search, unassigned }: WorkloadParts) {
  const { workload } = useWords().taskViews;
  const most = mostInMonth(loads);
  return (
    <ul className={styles.cards} aria-label={workload.caption}>
      {loads.map((load) => {
        const to = (narrowed: Parameters<typeof listOf>[2]) => listOf(search, load.department.id, narrowed);
        const counts = [
          { key: 'open', what: workload.open, tasks: load.open, at: to({ due: 'open' }) },
          { key: 'overdue', what: workload.overdue, tasks: load.overdue, at: to({ timeliness: 'overdue' }) },
          { key: '7', what: workload.within(7), tasks: load.within7, at: to({ due: '7' }) },
          { key: '30', what: workload.within(30), tasks: load.within30, at: to({ due: '30' }) },
        ];
        return (
          <li key={load.department.id} className={styles.card}>
            <h2 className={styles.cardTitle}>{load.department.name}</h2>
            <dl className={styles.counts}>
              {counts.map(({ key, what, tasks, at }) => (
                <div key={key}>
                  <dt>{what}</dt>
                  <dd>
                    <CountLink
                      tasks={tasks}
                      what={what}
                      load={load}
                      search={at}
                      className={key === 'overdue' ? styles.late : undefined}
                    >
                      {key === 'overdue' && <TriangleAlert aria-hidden />} {tasks}
                    </CountLink>
                  </dd>
                </div>
              ))}
            </dl>
            <p className={styles.facts}>
              {workload.points} <Points value={load.pointsAtStake} /> · {workload.lastUpdate}:{' '}
              {load.lastUpdateAt ? printDay(load.lastUpdateAt) : workload.never}
            </p>
            <p className={styles.facts}>{workload.byMonth(year)}</p>
            <ol className={styles.heatRow}>
              {months.map((month, index) => (
                <li key={month}>
                  <span className={styles.heatMonth}>{workload.monthShort(Number(month.slice(5, 7)))}</span>
                  <HeatCell load={load} month={month} index={index} most={most} search={search} />
                </li>
              ))}
            </ol>
          </li>
        );
      })}
      {unassigned > 0 && (
        <li className={styles.card}>
          <Link to={paths.tasks} search={listOf(search, 'none', { due: 'open' })}>
            {workload.noDepartmentHint(unassigned)}
          </Link>
        </li>
      )}
    </ul>
  );
}
