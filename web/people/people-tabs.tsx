import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/words/language.ts';
import styles from './people.module.css';

/** How the unit is set up: its departments, its people, and when it works. */
export function PeopleTabs() {
  const { people, workCalendar } = useWords();
  return (
    <nav aria-label={people.tabs} className={styles.tabs}>
      <Link to={paths.departments} className={styles.tab}>
        {people.departments}
      </Link>
      <Link to={paths.people} className={styles.tab}>
        {people.members}
      </Link>
      <Link to={paths.workCalendar} className={styles.tab}>
        {workCalendar.tab}
      </Link>
    </nav>
  );
}
