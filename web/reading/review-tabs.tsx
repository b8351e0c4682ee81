import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import styles from './review.module.css';

export const REVIEW_TABS = [
  'overview',
  'criteria',
  'tasks',
  'units',
  'goals',
  'findings',
  'unplaced',
] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

/** The tab an address asks for; the overview when it asks for none. */
export function readTab(value: unknown): ReviewTab {
  return REVIEW_TABS.find((each) => each === value) ?? 'overview';
}

/** The panel scrolls on its own, so it must be reachable by keyboard. */
const REACHABLE = { tabIndex: 0 } as const;

/** Tabs over one panel; the arrows walk between them. */
export function ReviewTabs(props: {
  tab: ReviewTab;
  counts: Partial<Record<ReviewTab, number>>;
  onTab: (tab: ReviewTab) => void;
  children: ReactNode;
}) {
  const { reading } = useWords();
  const id = useId();
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const to = REVIEW_TABS.at((REVIEW_TABS.indexOf(props.tab) + step) % REVIEW_TABS.length)!;
    props.onTab(to);
    document.getElementById(`${id}-${to}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={reading.review.result} className={styles.tabs} onKeyDown={pressed}>
        {REVIEW_TABS.map((tab) => (
          <button
            key={tab}
            id={`${id}-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === props.tab}
            aria-controls={`${id}-panel`}
            tabIndex={tab === props.tab ? 0 : -1}
            className={classNames(styles.tab, tab === props.tab && styles.chosen)}
            onClick={() => props.onTab(tab)}
          >
            {reading.review.tabs[tab]}
            {props.counts[tab] !== undefined && <span className={styles.count}>{props.counts[tab]}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${props.tab}`}
        {...REACHABLE}
        className={styles.panel}
      >
        {props.children}
      </div>
    </>
  );
}
