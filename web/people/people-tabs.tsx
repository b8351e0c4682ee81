import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/words/language.ts';
import styles from './people.module.css';

/** The two lists of who answers for the plan: departments and people. */
export function PeopleTabs() {
  const { people } = useWords();
  return (
    <nav aria-label={people.tabs} className={styles.tabs}>
      <Link to={paths.departments} className={styles.tab}>
        {people.departments}
      </Link>
      <Link to={paths.people} className={styles.tab}>
        {people.members}
      </Link>
    </nav>
  );
}
