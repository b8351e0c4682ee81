import { ClipboardCheck, Gift, Minus, Users } from 'lucide-react';
import type { AnnexRow, OwnerOf } from '#core/criteria/annex-row.ts';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './criteria.module.css';

const ICONS = { self: ClipboardCheck, survey: Users, bonus: Gift, penalty: Minus };

/** How a leaf gets its points, as icon and word. */
export function SourceWord({ source }: { source: AnnexRow['source'] }) {
  const { criteria } = useWords();
  const Icon = ICONS[source];
  return (
    <span className={styles.source}>
      <Icon aria-hidden /> {criteria.sources[source]}
    </span>
  );
}

/** The departments of a row in one line; those named above it say from where they come. */
export function OwnerNames({ owners, isLeaf = true }: { owners: readonly OwnerOf[]; isLeaf?: boolean }) {
  const { criteria } = useWords();
  const [first] = owners;
  if (!first) return isLeaf ? <span className={styles.nobody}>{criteria.nobody}</span> : null;
  const names = owners.map((owner) => owner.name).join('; ');
  const from = first.inheritedFrom;
  const text = (
    <span className={from === null ? undefined : styles.inherited}>
      {names}
      {from !== null && <VisuallyHidden> ({criteria.inherited(from)})</VisuallyHidden>}
    </span>
  );
  return (
    <Tooltip text={from === null ? names : `${names} — ${criteria.inheritedFull(from)}`}>{text}</Tooltip>
  );
}

/** How much of the maximum was reached, with the target as a tick; colour repeats what the figures say. */
export function ReachedBar({
  row,
  label,
}: {
  row: Pick<AnnexRow, 'lastPoints' | 'targetPoints' | 'maxPoints'>;
  label: string;
}) {
  const share = (points: number) =>
    row.maxPoints > 0 ? Math.max(0, Math.min(100, (points / row.maxPoints) * 100)) : 0;
  const reached = row.lastPoints === null ? 0 : share(row.lastPoints);
  const tone = reached >= 99.995 ? styles.high : reached >= 80 ? styles.middle : styles.low;
  return (
    <svg className={styles.reached} role="img" aria-label={label} width="100%" height="10">
      <rect width="100%" height="10" rx="1" className={styles.track} />
      {row.lastPoints !== null && <rect width={`${reached}%`} height="10" rx="1" className={tone} />}
      {row.targetPoints !== null && row.maxPoints > 0 && (
        <line
          x1={`${share(row.targetPoints)}%`}
          x2={`${share(row.targetPoints)}%`}
          y1="0"
          y2="10"
          className={styles.tick}
        />
      )}
    </svg>
  );
}
