import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { sumPoints } from '#core/points.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { gapsQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { shortFieldName } from './field-names.ts';
import { filterLeaves, type GapSearch } from './filter-leaves.ts';
import { GapShares } from './gap-shares.tsx';
import { GapTable } from './gap-table.tsx';
import styles from './gaps-page.module.css';

const route = getRouteApi('/inside/gaps');

/** The gap ledger: every missing hundredth by field, department and way of scoring, then leaf by leaf. */
export function GapsPage() {
  const me = useMe();
  const { outlook } = useWords();
  if (me.hasPlan) return <Ledger />;
  return (
    <>
      <PageHeader title={outlook.gaps} />
      <EmptyState
        icon={<FileUp aria-hidden />}
        title={outlook.noPlan}
        actions={<ButtonLink to={paths.import}>{outlook.importPlan}</ButtonLink>}
      >
        {outlook.noPlanAsk}
      </EmptyState>
    </>
  );
}

function Ledger() {
  const me = useMe();
  const { outlook, ui } = useWords();
  const print = usePrintedPoints();
  const ledger = useSuspenseQuery(gapsQuery).data;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: GapSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  const leaves = filterLeaves(ledger.leaves, search);
  const year = me.planYear ?? 0;
  const { filter } = outlook;
  const options = {
    field: ledger.byField.map((share) => ({
      value: share.key,
      label: `${share.key}. ${shortFieldName(share.label)}`,
    })),
    department: ledger.byDepartment.map((share) =>
      share.key === '' ? { value: 'none', label: outlook.nobody } : { value: share.key, label: share.label },
    ),
    source: ledger.bySource
      .filter((share) => share.leaves > 0)
      .map((share) => ({
        value: share.key,
        label: outlook.sources[share.key as keyof typeof outlook.sources],
      })),
    task: [
      { value: 'own', label: filter.withTask },
      { value: 'none', label: filter.withoutTask },
    ],
  };
  const all = {
    field: filter.allFields,
    department: filter.allDepartments,
    source: filter.allSources,
    task: filter.allTasks,
  };
  const names = ['field', 'department', 'source', 'task'] as const;
  const chips = names.flatMap((name) => {
    const option = options[name].find((each) => each.value === search[name]);
    return option ? [{ name, label: `${filter[name]}: ${option.label}` }] : [];
  });
  return (
    <>
      <PageHeader
        title={
          ledger.gapPoints > 0
            ? outlook.gapsTitle(print(ledger.gapPoints), ledger.leaves.length)
            : outlook.gapsNone
        }
        tabTitle={outlook.gaps}
        lead={outlook.gapsLead(year, year - 1)}
      />
      <GapShares ledger={ledger} />
      <div className={styles.filters}>
        {names.map((name) => (
          <Select
            key={name}
            label={filter[name]}
            value={search[name] ?? ''}
            onChange={(value) => choose({ [name]: value === '' ? undefined : value })}
            options={[{ value: '', label: all[name] }, ...options[name]]}
            className={styles.select}
          />
        ))}
        <span className={styles.count} role="status">
          {ui.rowsShown(leaves.length, ledger.leaves.length)} ·{' '}
          {print(sumPoints(leaves.map((leaf) => leaf.gapPoints)))} {ui.points}
        </span>
      </div>
      {chips.length > 0 && (
        <div className={styles.chips}>
          {chips.map((chip) => (
            <Chip key={chip.name} label={chip.label} onRemove={() => choose({ [chip.name]: undefined })} />
          ))}
          <Button size="small" kind="quiet" onClick={() => void navigate({ search: {}, replace: true })}>
            {outlook.clearFilters}
          </Button>
        </div>
      )}
      {leaves.length === 0 && ledger.leaves.length > 0 ? (
        <EmptyState title={outlook.filteredNone}>{outlook.filteredNoneWhy}</EmptyState>
      ) : (
        <GapTable leaves={leaves} lastYear={year - 1} />
      )}
    </>
  );
}
