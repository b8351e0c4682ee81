import { Link } from '@tanstack/react-router';
import type { GapLedger } from '#core/outlook/gaps.ts';
import { paths } from '#web/paths.ts';
import { type Bar, BarList } from '#web/ui/bar-list.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import { shortFieldName } from './field-names.ts';
import type { GapSearch } from './filter-leaves.ts';
import styles from './gaps-page.module.css';

type Share = GapLedger['byField'][number];

/** The same sum three ways: by field, by department, by way of scoring. Each bar filters the list below. */
export function GapShares({ ledger }: { ledger: GapLedger }) {
  const { outlook } = useWords();
  const bars = (
    shares: readonly Share[],
    nameOf: (share: Share) => string,
    searchOf: (share: Share) => GapSearch,
  ) =>
    shares
      .filter((share) => share.gapPoints !== 0)
      .map(
        (share, place): Bar => ({
          key: share.key,
          label: (
            <Link to={paths.gaps} search={searchOf(share)} resetScroll={false}>
              {nameOf(share)}
            </Link>
          ),
          value: share.gapPoints,
          shown: <Points value={share.gapPoints} />,
          hint: outlook.leavesOf(share.leaves),
          isStrong: place === 0,
        }),
      );
  return (
    <div className={styles.shares}>
      <Section title={outlook.byField}>
        <BarList
          label={outlook.byField}
          bars={bars(
            ledger.byField,
            (share) => `${share.key}. ${shortFieldName(share.label)}`,
            (share) => ({ field: share.key }),
          )}
        />
      </Section>
      <Section title={outlook.byDepartment}>
        <BarList
          label={outlook.byDepartment}
          bars={bars(
            ledger.byDepartment,
            (share) => (share.key === '' ? outlook.nobody : share.label),
            (share) => ({ department: share.key === '' ? 'none' : share.key }),
          )}
        />
        <p className={styles.note}>{outlook.byDepartmentNote}</p>
      </Section>
      <Section title={outlook.bySource}>
        <BarList
          label={outlook.bySource}
          bars={bars(
            ledger.bySource,
            (share) => outlook.sources[share.key as keyof typeof outlook.sources],
            (share) => ({ source: share.key }),
          )}
        />
      </Section>
    </div>
  );
}
