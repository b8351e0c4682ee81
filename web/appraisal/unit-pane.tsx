import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AppraisedUnit } from '#core/assessments/appraisal.ts';
import { paths } from '#web/paths.ts';
import { Points } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import styles from './appraisal.module.css';
import type { AppraiseSearch } from './appraise-search.ts';
import { countUnits, movedBy, UNIT_FILTERS, UNIT_SORTS } from './list-units.ts';
import { RuledStatus } from './ruled-status.tsx';

type UnitPaneProps = {
  address: { campaignId: string; code: string };
  /** All of them, for the counts, and those to show. */
  units: readonly AppraisedUnit[];
  shown: readonly AppraisedUnit[];
  unitId: string | undefined;
  search: AppraiseSearch;
  onSearch: (change: Partial<AppraiseSearch>) => void;
};

/** The units of a leaf, as close as a column of a spreadsheet; where one is looked at stays in sight. */
export function UnitPane({ address, units, shown, unitId, search, onSearch }: UnitPaneProps) {
  const { list, page } = useAppraisalWords();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (unitId !== undefined) current.current?.scrollIntoView({ block: 'nearest' });
  }, [unitId]);
  return (
    <section className={styles.list} aria-label={list.name}>
      <div className={styles.listTop}>
        <Select
          label={list.filter}
          value={search.filter ?? 'all'}
          onChange={(filter) => onSearch({ filter })}
          options={UNIT_FILTERS.map((value) => ({
            value,
            label: list.count(list[value], countUnits(units, value)),
          }))}
        />
        <Select
          label={list.sort}
          value={search.sort ?? 'name'}
          onChange={(sort) => onSearch({ sort })}
          options={UNIT_SORTS.map((value) => ({ value, label: list.sorts[value] }))}
        />
      </div>
      {shown.length === 0 && (
        <p className={styles.soft} role="status">
          {page.none}. {page.noneWhy}
        </p>
      )}
      <ul className={styles.units}>
        {shown.map((unit) => (
          <li key={unit.unitId}>
            <Link
              ref={unit.unitId === unitId ? current : undefined}
              to={paths.appraiseLeaf}
              params={address}
              search={{ ...search, unit: unit.unitId }}
              replace={unitId !== undefined}
              className={styles.unit}
              aria-current={unit.unitId === unitId ? 'true' : undefined}
            >
              <UnitLine unit={unit} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnitLine({ unit }: { unit: AppraisedUnit }) {
  const { list } = useAppraisalWords();
  const moved = movedBy(unit);
  const notes = [
    unit.claimedPoints === null ? '' : unit.proofs === 0 ? list.noProof : list.proofs(unit.proofs),
    unit.hasAnswer ? list.answered : '',
    unit.isChanged ? list.changed : '',
    unit.hasConflict ? list.conflict : '',
  ].filter((note) => note !== '');
  return (
    <>
      <span className={styles.unitName}>{unit.unitName}</span>
      <span className={styles.unitPoints}>
        {moved !== null && moved !== 0 && (
          <span className={styles.moved}>
            <Points value={moved} isSigned />
          </span>
        )}
        <Points value={unit.points} />
      </span>
      <span className={styles.unitFoot}>
        <RuledStatus state={unit.state} />
        <span className={styles.unitNotes}>{notes.join(' · ')}</span>
      </span>
    </>
  );
}
