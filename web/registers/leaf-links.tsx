import { Link } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import styles from './registers.module.css';

/** The leaves a register feeds, each with the way to it. */
export function LeafLinks({ codes }: { codes: readonly string[] }) {
  return (
    <span className={styles.leaves}>
      {codes.map((code) => (
        <Link key={code} to={paths.criterion} params={{ code }}>
          {code}
        </Link>
      ))}
    </span>
  );
}
