import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Lock, Plus, SquareCheck, Users } from 'lucide-react';
import { useState } from 'react';
import type { RegisterSummary } from '#core/registers/register.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Status } from '#web/ui/status.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import { DefinitionDialog } from './definition-dialog.tsx';
import { LeafLinks } from './leaf-links.tsx';
import { registersQuery } from './queries.ts';
import type { RegistersSearch } from './register-search.ts';
import styles from './registers.module.css';

/** Every register of the unit: how much is kept in it this year, and which leaves it feeds. */
export function RegistersPage() {
  const { registers } = useWords();
  const me = useMe();
  const all = useSuspenseQuery(registersQuery).data;
  const { q = '' } = useSearch({ strict: false }) as RegistersSearch;
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const [isDefining, setDefining] = useState(false);
  const found = all.filter(({ number, title, about, leaves }) =>
    isSaidIn(q, number ?? '', title, about, leaves.join(' ')),
  );
  const rows = all.reduce((sum, register) => sum + register.rows, 0);
  const filled = all.filter((register) => register.rows > 0).length;
  const year = me.planYear ?? Number(me.today.slice(0, 4));
  return (
    <>
      <PageHeader
        title={registers.list.finding(rows, filled, all.length, year)}
        tabTitle={registers.list.tab}
        lead={registers.list.lead}
        actions={
          <PermittedButton
            action="register.define"
            icon={<Plus aria-hidden />}
            onClick={() => setDefining(true)}
          >
            {registers.list.add}
          </PermittedButton>
        }
      />
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={registers.list.filter}
          value={q}
          onChange={(typed) =>
            void navigate({ to: paths.registers, search: { q: typed || undefined }, replace: true })
          }
        />
        <span className={styles.count} role="status">
          {registers.list.shown(found.length, all.length)}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyState title={registers.list.none} />
      ) : isNarrow ? (
        <ul className={styles.cards}>
          {found.map((register) => (
            <li key={register.key} className={styles.card}>
              <span className={styles.cardHead}>
                <RegisterTitle register={register} />
                <strong>{register.rows}</strong>
              </span>
              <span className={styles.soft}>{register.about}</span>
              <LeafLinks codes={register.leaves} />
            </li>
          ))}
        </ul>
      ) : (
        <RegisterTable registers={found} />
      )}
      {isDefining && <DefinitionDialog onClose={() => setDefining(false)} />}
    </>
  );
}

function RegisterTable({ registers: shown }: { registers: readonly RegisterSummary[] }) {
  const { registers } = useWords();
  const { columns } = registers.list;
  return (
    <DataTable caption={registers.list.caption} isTall className={styles.registers}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.title}</th>
          <th scope="col" className={cell.number}>
            {columns.rows}
          </th>
          <th scope="col">{columns.changed}</th>
          <th scope="col">{columns.leaves}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((register) => (
          <tr key={register.key}>
            <td className={cell.soft}>{register.number ?? '–'}</td>
            <td>
              <RegisterTitle register={register} />
              <span className={styles.soft}>{register.about}</span>
            </td>
            <td className={cell.number}>{register.rows}</td>
            <td className={cell.soft}>
              {register.lastChangedAt ? printMoment(register.lastChangedAt) : registers.list.never}
            </td>
            <td>
              {register.leaves.length > 0 ? (
                <LeafLinks codes={register.leaves} />
              ) : (
                <span className={styles.soft}>{registers.list.noLeaves}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function RegisterTitle({ register }: { register: RegisterSummary }) {
  const { registers } = useWords();
  const { list } = registers;
  return (
    <span className={styles.registerTitle}>
      {register.mayRead ? (
        <Link to={paths.register} params={{ key: register.key }}>
          {register.title}
        </Link>
      ) : (
        <span title={list.restrictedWhy}>{register.title}</span>
      )}
      {register.isRestricted && (
        <Status tone="draft" icon={<Lock aria-hidden />}>
          {list.restricted}
        </Status>
      )}
      {register.number === null && (
        <Status tone="none" icon={<Users aria-hidden />}>
          {list.own}
        </Status>
      )}
      {register.source === 'tasks' && (
        <Status tone="none" icon={<SquareCheck aria-hidden />}>
          {list.ofTasks}
        </Status>
      )}
    </span>
  );
}
