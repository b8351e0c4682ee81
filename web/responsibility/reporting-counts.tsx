import { Copy } from 'lucide-react';
import { useRef } from 'react';
import { REPORTING_STATES } from '#core/plans/reporting-state.ts';
import type { ResponsibilityOverview } from '#core/responsibility/responsibility-list.ts';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { say } from '#web/ui/toast.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './responsibility.module.css';

/** How many tasks are in each state of periodic reports, and the sentence those reports say it in. */
export function ReportingCounts({
  counts,
  completion,
}: Pick<ResponsibilityOverview, 'counts' | 'completion'>) {
  const { responsibility, ui } = useWords();
  const words = responsibility.counts;
  const sentence = useRef<HTMLParagraphElement>(null);
  // Offices often serve without https, where browsers offer no clipboard: the sentence is selected to copy by hand.
  const copy = () => {
    if (sentence.current) window.getSelection()?.selectAllChildren(sentence.current);
    const copying = navigator.clipboard?.writeText(completion) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => say(words.copied),
      () => say(words.byHand),
    );
  };
  return (
    <Section title={words.title}>
      <dl className={styles.counts}>
        {REPORTING_STATES.map((state) => (
          <div key={state}>
            <dt>{responsibility.states[state]}</dt>
            <dd>{counts.byState[state]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.sentence}>
        <p ref={sentence} lang="vi">
          {completion}
        </p>
        <Button size="small" icon={<Copy aria-hidden />} onClick={copy}>
          {ui.copy}
        </Button>
      </div>
    </Section>
  );
}
