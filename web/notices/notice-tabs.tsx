import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import styles from './notices.module.css';

/** The parts of what a unit's keepers see of notices. */
export function NoticeTabs() {
  const { tabs } = useNoticeWords();
  return (
    <nav aria-label={tabs.label} className={styles.tabs}>
      <Link to={paths.notices} activeOptions={{ exact: true }} className={styles.tab}>
        {tabs.rules}
      </Link>
      <Link to={paths.noticePeople} className={styles.tab}>
        {tabs.people}
      </Link>
      <Link to={paths.noticeOutcomes} className={styles.tab}>
        {tabs.outcomes}
      </Link>
      <Link to={paths.webhooks} className={styles.tab}>
        {tabs.webhooks}
      </Link>
    </nav>
  );
}
