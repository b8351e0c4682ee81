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
