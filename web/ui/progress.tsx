import styles from './progress.module.css';

/** A turning ring; the words beside it say what is going on. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden />;
}

/** Something under way, in words. */
export function Waiting({ label }: { label: string }) {
  return (
    <p role="status" className={styles.waiting}>
      <Spinner /> {label}
    </p>
  );
}

/** How far something is, `share` from 0 to 1; without a share it only says that it goes on. */
export function Progress({ label, share }: { label: string; share?: number | undefined }) {
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress
        className={styles.bar}
        aria-label={label}
        max={1}
        {...(share === undefined ? {} : { value: share })}
      />
    </div>
  );
}

/** Grey lines where rows will stand, so that nothing jumps when they arrive. */
export function Skeleton({ rows = 5 }: { rows?: number | undefined }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <span key={`row-${row.toString()}`} />
      ))}
    </div>
  );
}
