import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CircleDashed, CircleDot, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import type { Completeness } from '#core/evidence/evidence.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { paths } from '#web/paths.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './evidence.module.css';
import { sumByField } from './sum-completeness.ts';

type State = Completeness['state'];

const LOOKS: Record<State, { tone: Tone; icon: React.ReactNode }> = {
  full: { tone: 'approved', icon: <CircleCheck aria-hidden /> },
  partial: { tone: 'draft', icon: <CircleDot aria-hidden /> },
  explained: { tone: 'submitted', icon: <MessageSquareText aria-hidden /> },
  needs_explanation: { tone: 'returned', icon: <CircleAlert aria-hidden /> },
  nothing_claimed: { tone: 'none', icon: <CircleDashed aria-hidden /> },
};
const STATES = Object.keys(LOOKS) as State[];

type LeavesProps = {
  leaves: readonly Completeness[];
  titleByCode: ReadonlyMap<string, string>;
};

/** How well every leaf is proved. */
export function CompletenessByLeaf({ leaves, titleByCode }: LeavesProps) {
  const { list, panel } = useWords().evidence;
  const [query, setQuery] = useState('');
  const [state, setState] = useState<State | ''>('');
  const [field, setField] = useState('');
  const fields = [...new Set(leaves.map(({ code }) => code.split('.')[0] ?? code))];
  const found = leaves.filter(
    (leaf) =>
      (state === '' || leaf.state === state) &&
      (field === '' || leaf.code.split('.')[0] === field) &&
      isSaidIn(query, leaf.code, titleByCode.get(leaf.code) ?? ''),
  );
  const { leafColumns } = list;
  return (
    <>
      <div className={styles.filters}>
        <SearchField className={styles.search} label={list.filterLeaves} value={query} onChange={setQuery} />
        <Select
          label={leafColumns.state}
          className={styles.pick}
          value={state}
          onChange={setState}
          options={[
            { value: '', label: list.everyState },
            ...STATES.map((value) => ({ value, label: panel.states[value] })),
          ]}
        />
        <Select
          label={list.columns.field}
          className={styles.pick}
          value={field}
          onChange={setField}
          options={[
            { value: '', label: list.everyField },
            ...fields.map((value) => ({ value, label: list.field(value) })),
          ]}
        />
        <span className={styles.count} role="status">
          {list.leavesShown(found.length, leaves.length)}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyState title={list.noLeaf} />
      ) : (
        <DataTable caption={list.byLeaf} isTall>
          <thead>
            <tr>
              <th scope="col">{leafColumns.code}</th>
              <th scope="col">{leafColumns.title}</th>
              <th scope="col">{leafColumns.state}</th>
              {[leafColumns.asked, leafColumns.given, leafColumns.accepted, leafColumns.returned].map(
                (title) => (
                  <th key={title} scope="col" className={cell.number}>
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {found.map((leaf) => (
              <tr key={leaf.criterionId}>
                <td>
                  <Link
                    to={paths.criterion}
                    params={{ code: leaf.code }}
                    aria-label={list.seeLeaf(leaf.code)}
                  >
                    {leaf.code}
                  </Link>
                </td>
                <td className={styles.leafTitle}>{titleByCode.get(leaf.code)}</td>
                <td>
                  <Status {...LOOKS[leaf.state]}>{panel.states[leaf.state]}</Status>
                </td>
                {[leaf.asked, leaf.given, leaf.accepted, leaf.returned].map((count, at) => (
                  <td key={leafColumnKeys[at]} className={cell.number}>
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </>
  );
}

const leafColumnKeys = ['asked', 'given', 'accepted', 'returned'];

/** The same summed by field. */
export function CompletenessByField({ leaves }: { leaves: readonly Completeness[] }) {
  const { list } = useWords().evidence;
  const { columns } = list;
  return (
    <DataTable caption={list.byField} isTall>
      <thead>
        <tr>
          <th scope="col">{columns.field}</th>
          {[columns.claimed, columns.full, columns.partial, columns.explained, columns.needs].map((title) => (
            <th key={title} scope="col" className={cell.number}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sumByField(leaves).map((sum) => (
          <tr key={sum.field}>
            <th scope="row">{sum.field}</th>
            <td className={cell.number}>{sum.claimed}</td>
            <td className={cell.number}>{sum.full}</td>
            <td className={cell.number}>{sum.partial}</td>
            <td className={cell.number}>{sum.explained}</td>
            <td className={cell.number}>{sum.needs}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
