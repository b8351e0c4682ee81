import { scaleLinear } from 'd3-scale';
import type { Holder } from '#core/plans/custody.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { printHolder } from '#web/plans/print-holder.ts';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import styles from './responsibility.module.css';

const LOOK_OF: Record<Holder, string | undefined> = {
  owner: styles.owner,
  coordinator: styles.coordinator,
  approver: styles.approver,
  upper_level: styles.upperLevel,
};

/** Late days shared out by who held the work: a bar, and under it the same in words with the largest first. */
export function SplitBar({ shares }: Pick<ResponsibilityLine, 'shares'>) {
  const words = useWords();
  const all = shares.reduce((sum, { days }) => sum + days, 0);
  const width = scaleLinear([0, all], [0, 100]);
  const named = shares.map((share) => ({ ...share, who: printHolder(share, words) }));
  return (
    <div className={styles.split}>
      <span className={styles.bar} aria-hidden="true">
        {named.map(({ who, holder, days }) => (
          <span key={who} className={LOOK_OF[holder]} style={{ width: `${width(days)}%` }} />
        ))}
      </span>
      <ul>
        {named.map(({ who, holder, days }) => (
          <li key={who}>
            <span className={classNames(styles.key, LOOK_OF[holder])} aria-hidden="true" />
            {words.responsibility.held(who, days)}
          </li>
        ))}
      </ul>
    </div>
  );
}
