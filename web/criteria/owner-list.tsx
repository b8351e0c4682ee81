import type { OwnerOf } from '#core/criteria/annex-row.ts';
import { useWords } from '#web/words/language.ts';
import styles from './criterion.module.css';

/** The departments answering for a thing, one a line, with their part and where it came down from. */
export function OwnerList({ owners, none }: { owners: readonly OwnerOf[]; none: string }) {
  const { criteria } = useWords();
  if (owners.length === 0) return <p className={styles.warning}>{none}</p>;
  return (
    <ul className={styles.ownerList}>
      {owners.map((owner) => (
        <li key={owner.departmentId}>
          <strong>{owner.name}</strong>
          <span className={styles.soft}>
            {' '}
            {criteria.roles[owner.role]}
            {owner.inheritedFrom !== null && <em>, {criteria.inherited(owner.inheritedFrom)}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}
