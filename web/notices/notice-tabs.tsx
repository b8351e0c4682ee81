import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { useNoticeWords } from '#web/words/notice-words.ts';
import styles from './notices.module.css';
import { contactQuery } from './queries.ts';

/** The parts of what a unit's keepers see of notices (others see the rules alone); on each, that no mail goes out at all. */
export function NoticeTabs() {
  const me = useMe();
  const { tabs, mine } = useNoticeWords();
  const isMailOpen = useQuery(contactQuery).data?.isMailOpen ?? true;
  return (
    <>
      {mayEver(me.role, 'notice.manage') && (
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
      )}
      {!isMailOpen && (
        <p className={styles.notice}>
          <CircleAlert aria-hidden /> {mine.mail.noServer}
        </p>
      )}
    </>
  );
}
