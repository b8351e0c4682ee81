import { X } from 'lucide-react';
import { useWords } from '#web/words/language.ts';
import styles from './small-parts.module.css';

/** A filter that is on, as a word that can be taken away. */
export function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { ui } = useWords();
  return (
    <span className={styles.chip}>
      {label}
      <button
        type="button"
        className={styles.chipRemove}
        aria-label={ui.removeFilter(label)}
        onClick={onRemove}
      >
        <X aria-hidden />
      </button>
    </span>
  );
}
