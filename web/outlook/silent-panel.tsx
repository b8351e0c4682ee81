import { Link } from '@tanstack/react-router';
import type { SilentOwner } from '#core/plans/brief.ts';
import { paths } from '#web/paths.ts';
import { Section } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './dashboard-page.module.css';

const MOST_SHOWN = 6;

/** Owners of open tasks who have said nothing for a fortnight. */
export function SilentPanel({ owners }: { owners: readonly SilentOwner[] }) {
  const { outlook } = useWords();
  return (
    <Section
      title={owners.length > 0 ? outlook.stale(owners.length) : outlook.staleNone}
      lead={owners.length > 0 ? outlook.staleLead : outlook.staleNoneWhy}
    >
      <ul className={styles.list}>
        {owners.slice(0, MOST_SHOWN).map((owner) => (
          <li key={owner.departmentId} className={styles.line}>
            <Link to={paths.tasks} search={{ department: owner.departmentId }}>
              {owner.name}
            </Link>
            <span>{outlook.openCount(owner.openTasks)}</span>
            <span className={styles.hint}>
              {owner.daysSince === null ? outlook.neverUpdated : outlook.updatedDaysAgo(owner.daysSince)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
