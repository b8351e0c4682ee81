import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Department } from '#core/people/department.ts';
import type { RegisterPage } from '#core/registers/register.ts';
import { paths } from '#web/paths.ts';
import { Chip } from '#web/ui/chip.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { monthsOf } from './arrange-rows.ts';
import type { RegisterSearch } from './register-search.ts';
import styles from './registers.module.css';

/** "2026-09" as "9/2026". */
export function printMonth(month: string): string {
  return `${Number(month.slice(5))}/${month.slice(0, 4)}`;
}

/** Changes what the address asks of a register. */
export function useAsk(key: string, search: RegisterSearch): (change: RegisterSearch) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: paths.register,
      params: { key },
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
}

export function RegisterFilters({
  page,
  departments,
  search,
  shown,
}: {
  page: RegisterPage;
  departments: readonly Department[];
  search: RegisterSearch;
  shown: number;
}) {
  const { registers, ui } = useWords();
  const ask = useAsk(page.register.key, search);
  const months = useMemo(() => monthsOf(page.rows), [page.rows]);
  const nameOf = (id: string) =>
    id === 'none' ? registers.noDepartment : (departments.find((each) => each.id === id)?.name ?? id);
  const hasMonth = search.month !== undefined && !months.includes(search.month);
  const [typed, setTyped] = useState(search.q ?? '');
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={registers.filter}
          value={typed}
          onChange={(q) => {
            setTyped(q);
            ask({ q: q || undefined });
          }}
        />
        <Select
          label={registers.department}
          className={styles.pick}
          value={search.department ?? ''}
          onChange={(department) => ask({ department: department || undefined })}
          options={[
            { value: '', label: registers.everyDepartment },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: registers.noDepartment },
          ]}
        />
        <Select
          label={registers.pickMonth}
          className={styles.pickSmall}
          value={search.month ?? ''}
          onChange={(month) => ask({ month: month || undefined })}
          options={[
            { value: '', label: registers.everyMonth },
            ...[...months, ...(hasMonth ? [search.month ?? ''] : [])].map((month) => ({
              value: month,
              label: registers.month(printMonth(month)),
            })),
          ]}
        />
        <span className={styles.count} role="status">
          {ui.rowsShown(shown, page.rows.length)}
        </span>
      </div>
      <div className={styles.chips}>
        {search.q && (
          <Chip
            label={registers.chipWords(search.q)}
            onRemove={() => {
              setTyped('');
              ask({ q: undefined });
            }}
          />
        )}
        {search.department && (
          <Chip label={nameOf(search.department)} onRemove={() => ask({ department: undefined })} />
        )}
        {search.month && (
          <Chip
            label={registers.month(printMonth(search.month))}
            onRemove={() => ask({ month: undefined })}
          />
        )}
      </div>
    </>
  );
}
