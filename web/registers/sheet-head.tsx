import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from '#core/registers/register.ts';
import { classNames } from '#web/ui/class-names.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import type { RegisterSearch } from './register-search.ts';
import styles from './sheet.module.css';
import type { Line } from './sheet-lines.ts';
import { columnWidth } from './sheet-widths.ts';

/** The headings: a click sorts, a second one turns the order, a third takes it away. */
export function SheetHead({
  columns,
  lines,
  selected,
  onSelect,
  search,
  onSort,
}: {
  columns: readonly Column[];
  lines: readonly Line[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  search: RegisterSearch;
  onSort: (sort: Pick<RegisterSearch, 'sort' | 'descending'>) => void;
}) {
  const { registers } = useWords();
  const isAll = lines.length > 0 && lines.every(({ id }) => selected.has(id));
  return (
    <>
      <colgroup>
        <col style={{ width: 44 }} />
        {columns.map((column) => (
          <col key={column.key} style={{ width: columnWidth(column) }} />
        ))}
        <col style={{ width: 60 }} />
        <col style={{ width: 40 }} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={styles.first}>
            <input
              type="checkbox"
              aria-label={registers.selectAll}
              checked={isAll}
              onChange={() => onSelect(isAll ? new Set() : new Set(lines.map(({ id }) => id)))}
            />
          </th>
          {columns.map((column) => (
            <Heading key={column.key} column={column} search={search} onSort={onSort} />
          ))}
          <th scope="col">{registers.proofs}</th>
          <th scope="col">
            <VisuallyHidden>{registers.history}</VisuallyHidden>
          </th>
        </tr>
      </thead>
    </>
  );
}

function Heading({
  column,
  search,
  onSort,
}: {
  column: Column;
  search: RegisterSearch;
  onSort: (sort: Pick<RegisterSearch, 'sort' | 'descending'>) => void;
}) {
  const { registers } = useWords();
  const isSorted = search.sort === column.key;
  const next = () => {
    if (!isSorted) return { sort: column.key, descending: undefined };
    return search.descending
      ? { sort: undefined, descending: undefined }
      : { sort: column.key, descending: true as const };
  };
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (search.descending ? 'descending' : 'ascending') : undefined}
      className={classNames(column.kind === 'number' && styles.number)}
      title={column.help}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort(next())}
        title={registers.sortBy(column.title)}
      >
        <span>
          {column.title}
          {column.isRequired && <span aria-hidden> *</span>}
          {column.unit && <span className={styles.unit}> ({column.unit})</span>}
        </span>
        {isSorted && (search.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </button>
    </th>
  );
}
