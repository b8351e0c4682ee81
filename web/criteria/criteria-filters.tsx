import type { Ref } from 'react';
import { SCORED_BY } from '#core/criteria/scored-by.ts';
import type { Department } from '#core/people/department.ts';
import { Button } from '#web/ui/button.tsx';
import { Switch } from '#web/ui/checkbox.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';
import type { CriteriaAddress } from './criteria-search.ts';

export type CriteriaFiltersProps = {
  address: CriteriaAddress;
  departments: readonly Department[];
  shown: number;
  all: number;
  areAllClosed: boolean;
  filterRef: Ref<HTMLInputElement>;
  onChange: (address: CriteriaAddress) => void;
  onToggleAll: () => void;
};

/** What is asked of the tree, every choice in the address and removable as a chip. */
export function CriteriaFilters(props: CriteriaFiltersProps) {
  const { address, departments, onChange } = props;
  const { ui, criteria } = useWords();
  const set = (change: Partial<CriteriaAddress>) => onChange({ ...address, ...change });
  const departmentName =
    address.department === 'none'
      ? criteria.noDepartment
      : departments.find((each) => each.id === address.department)?.name;
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          ref={props.filterRef}
          className={styles.search}
          label={criteria.filter}
          value={address.q ?? ''}
          onChange={(q) => set({ q: q || undefined })}
        />
        <Select
          label={criteria.department}
          className={styles.pick}
          value={address.department ?? ''}
          onChange={(department) => set({ department: department || undefined })}
          options={[
            { value: '', label: criteria.everyDepartment },
            ...departments.map((each) => ({ value: each.id, label: each.name })),
            { value: 'none', label: criteria.noDepartment },
          ]}
        />
        <Select
          label={criteria.columns.source}
          className={styles.pickSmall}
          value={address.source ?? ''}
          onChange={(source) => set({ source: source === '' ? undefined : source })}
          options={[
            { value: '', label: criteria.everySource },
            ...SCORED_BY.map((source) => ({ value: source, label: criteria.sources[source] })),
          ]}
        />
        <Switch
          label={criteria.onlyMissing}
          checked={address.missing ?? false}
          onChange={(missing) => set({ missing: missing || undefined })}
        />
        <span className={styles.count} role="status">
          {ui.rowsShown(props.shown, props.all)}
        </span>
        {address.sort ? (
          <Button onClick={() => set({ sort: undefined, descending: undefined })}>
            {criteria.treeOrder}
          </Button>
        ) : (
          <Button onClick={props.onToggleAll}>
            {props.areAllClosed ? criteria.expandAll : criteria.collapseAll}
          </Button>
        )}
      </div>
      {(address.q || departmentName || address.source || address.missing) && (
        <div className={styles.chips}>
          {address.q && <Chip label={`“${address.q}”`} onRemove={() => set({ q: undefined })} />}
          {departmentName && <Chip label={departmentName} onRemove={() => set({ department: undefined })} />}
          {address.source && (
            <Chip label={criteria.sources[address.source]} onRemove={() => set({ source: undefined })} />
          )}
          {address.missing && (
            <Chip label={criteria.onlyMissing} onRemove={() => set({ missing: undefined })} />
          )}
        </div>
      )}
    </>
  );
}
