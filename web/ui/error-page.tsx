import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { Button } from './button.tsx';
import styles from './page.module.css';

/** A page that could not be shown: the sentence of the problem, and the ways on. */
export function ErrorPage({
  problem,
  onRetry,
  actions,
}: {
  problem: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  return (
    <div className={styles.centre} role="alert">
      <CircleAlert aria-hidden />
      <h1 className={styles.emptyTitle}>{sentenceOf(problem)}</h1>
      <div className={styles.actions}>
        {actions}
        <Button kind="primary" onClick={onRetry ?? (() => window.location.reload())}>
          {onRetry ? ui.retry : ui.reload}
        </Button>
      </div>
    </div>
  );
}
