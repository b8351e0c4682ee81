import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LoggedEvent } from '#core/plans/plan.ts';
import { paths } from '#web/paths.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { registersQuery } from '#web/registers/queries.ts';
import { RowChanges } from '#web/registers/row-changes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useLogWords } from '#web/words/log-words.ts';
import { sayChanges, sayWhat } from './event-sentence.ts';
import styles from './history.module.css';
import { useSaying } from './use-saying.ts';

/** Events as a table, on a phone as cards; what has a page leads to it. */
export function HistoryTable({ events }: { events: readonly LoggedEvent[] }) {
  const log = useLogWords();
  const isNarrow = useIsNarrow();
  if (isNarrow)
    return (
      <ul className={styles.cards}>
        {events.map((event) => (
          <li key={event.id} className={styles.card}>
            <strong>{event.actorName}</strong>
            <What event={event} />
            <Changes event={event} />
            <span className={styles.soft}>{printMoment(event.at)}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <DataTable caption={log.tab} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{log.when}</th>
          <th scope="col">{log.who}</th>
          <th scope="col">{log.what}</th>
          <th scope="col">{log.changes}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td className={styles.at}>{printMoment(event.at)}</td>
            <th scope="row">{event.actorName}</th>
            <td>
              <What event={event} />
            </td>
            <td>
              <Changes event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** What was done; it leads to the page of the thing, where it has one. */
function What({ event }: { event: LoggedEvent }) {
  const said = sayWhat(event, useLogWords());
  const { subject } = event;
  switch (subject?.page) {
    case 'task':
      return (
        <Link to={paths.task} params={{ taskId: subject.key }}>
          {said}
        </Link>
      );
    case 'criterion':
      return (
        <Link to={paths.criterion} params={{ code: subject.key }}>
          {said}
        </Link>
      );
    case 'evidence':
      return (
        <Link to={paths.evidenceItem} params={{ evidenceId: subject.key }}>
          {said}
        </Link>
      );
    case 'register':
      return (
        <Link to={paths.register} params={{ key: subject.key }}>
          {said}
        </Link>
      );
    default:
      return <span>{said}</span>;
  }
}

function Changes({ event }: { event: LoggedEvent }) {
  const saying = useSaying();
  const registers = useQuery({ ...registersQuery, enabled: event.noun === 'register_row' }).data;
  const register = registers?.find(({ key }) => key === event.subject?.key);
  if (event.noun === 'register_row')
    return (
      <span className={styles.changes}>
        {register && <RowChanges event={event} columns={register.columns} />}
      </span>
    );
  return (
    <span className={styles.changes}>
      {sayChanges(event, saying).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}
