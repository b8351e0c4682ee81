import { Link } from '@tanstack/react-router';
import type { GapLedger } from '#core/outlook/gaps.ts';
import { paths } from '#web/paths.ts';
import { BarList } from '#web/ui/bar-list.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './dashboard-page.module.css';

const MOST_SHOWN = 7;

/** Who holds the missing points. */
export function GapByDepartment({ ledger }: { ledger: GapLedger }) {
  const { outlook } = useWords();
  const print = usePrintedPoints();
  const shares = ledger.byDepartment.filter((share) => share.gapPoints > 0);
  const first = shares[0];
  const nameOf = (share: { key: string; label: string }) => (share.key === '' ? outlook.nobody : share.label);
  return (
    <Section
      title={
        first ? outlook.byDepartmentFinding(nameOf(first), print(first.gapPoints)) : outlook.byDepartment
      }
    >
      <BarList
        label={outlook.byDepartment}
        bars={shares.slice(0, MOST_SHOWN).map((share, place) => ({
          key: share.key,
          label: (
            <Link to={paths.gaps} search={{ department: share.key === '' ? 'none' : share.key }}>
              {nameOf(share)}
            </Link>
          ),
          value: share.gapPoints,
          shown: <Points value={share.gapPoints} />,
          isStrong: place === 0,
        }))}
      />
      <p className={styles.note}>{outlook.byDepartmentNote}</p>
    </Section>
  );
}
