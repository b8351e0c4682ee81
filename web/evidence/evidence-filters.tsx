import { useNavigate } from '@tanstack/react-router';
import { EVIDENCE_KINDS, EVIDENCE_STATUSES } from '#core/evidence/evidence-words.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './evidence.module.css';
import { type EvidenceSearch, LINKED_TO, SIGNS } from './evidence-search.ts';
import { filtersSet } from './filter-evidence.ts';

type FiltersProps = {
  search: EvidenceSearch;
  /** The codes of the fields, in their order. */
  fields: readonly string[];
  shown: number;
  all: number;
};

/** What narrows the list; it lives in the address. */
export function EvidenceFilters({ search, fields, shown, all }: FiltersProps) {
  const words = useWords().evidence;
  const { list } = words;
  const navigate = useNavigate();
  const set = (change: Partial<EvidenceSearch>) =>
    void navigate({ to: paths.evidence, search: { ...search, ...change }, replace: true });
  const filters = filtersSet(search);
  const said: Record<keyof EvidenceSearch, (value: string) => string> = {
    q: list.text,
    status: (value) => words.statuses[value as keyof typeof words.statuses],
    kind: (value) => words.kinds[value as keyof typeof words.kinds],
    link: (value) => list.links[value as keyof typeof list.links],
    signed: (value) => list.signs[value as keyof typeof list.signs],
    field: list.field,
  };
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={list.filter}
          value={search.q ?? ''}
          onChange={(q) => set({ q: q || undefined })}
        />
        <Select
          label={list.status}
          className={styles.pick}
          value={search.status ?? ''}
          onChange={(status) => set({ status: status || undefined })}
          options={[
            { value: '', label: list.everyStatus },
            ...EVIDENCE_STATUSES.map((value) => ({ value, label: words.statuses[value] })),
          ]}
        />
        <Select
          label={list.kind}
          className={styles.pick}
          value={search.kind ?? ''}
          onChange={(kind) => set({ kind: kind || undefined })}
          options={[
            { value: '', label: list.everyKind },
            ...EVIDENCE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
          ]}
        />
        <Select
          label={list.link}
          className={styles.pick}
          value={search.link ?? ''}
          onChange={(link) => set({ link: link || undefined })}
          options={[
            { value: '', label: list.everyLink },
            ...LINKED_TO.map((value) => ({ value, label: list.links[value] })),
          ]}
        />
        <Select
          label={list.signed}
          className={styles.pick}
          value={search.signed ?? ''}
          onChange={(signed) => set({ signed: signed || undefined })}
          options={[
            { value: '', label: list.everySigned },
            ...SIGNS.map((value) => ({ value, label: list.signs[value] })),
          ]}
        />
        <Select
          label={list.columns.field}
          className={styles.pick}
          value={search.field ?? ''}
          onChange={(field) => set({ field: field || undefined })}
          options={[
            { value: '', label: list.everyField },
            ...fields.map((value) => ({ value, label: list.field(value) })),
          ]}
        />
        <span className={styles.count} role="status">
          {list.shown(shown, all)}
        </span>
      </div>
      {filters.length > 0 && (
        <div className={styles.chips}>
          {filters.map(({ filter, value }) => (
            <Chip key={filter} label={said[filter](value)} onRemove={() => set({ [filter]: undefined })} />
          ))}
          <Button
            kind="quiet"
            size="small"
            onClick={() => void navigate({ to: paths.evidence, search: {}, replace: true })}
          >
            {list.clear}
          </Button>
        </div>
      )}
    </>
  );
}
