import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRightLeft } from 'lucide-react';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';
import { crosswalksQuery } from './crosswalk-queries.ts';

/** On the plan that replaced another: that its work still waits, or where both results are. */
export function CrosswalkNotice() {
  const { crosswalk } = useWords();
  const current = useQuery(crosswalksQuery).data?.find(({ isCurrent }) => isCurrent);
  if (!current) return null;
  const isWaiting = current.status === 'proposed';
  return (
    <div className={isWaiting ? styles.notice : styles.quietNotice}>
      {isWaiting && <ArrowRightLeft aria-hidden />}
      <p>
        {isWaiting ? <strong>{crosswalk.notice}.</strong> : crosswalk.noticeApplied}{' '}
        {isWaiting && crosswalk.noticeWhy}
      </p>
      <Link to={paths.crosswalk} params={{ crosswalkId: current.id }} className={styles.noticeLink}>
        {isWaiting ? crosswalk.noticeOpen : crosswalk.noticeResults}
      </Link>
    </div>
  );
}
