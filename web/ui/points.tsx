import { printPoints } from '#core/points.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import styles from './small-parts.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type PointsProps = {
  /** Hundredths; null is "not scored" and shows a dash, never 0. */
  value: number | null | undefined;
  /** A plus before what is gained. */
  isSigned?: boolean | undefined;
  /** What the dash means, for those who hear it. */
  missing?: string | undefined;
};

/** Points for the eye: two decimals, the language's decimal sign, a true minus, figures of one width. */
export function Points({ value, isSigned = false, missing }: PointsProps) {
  const language = useLanguage();
  const { ui } = useWords();
  if (value === null || value === undefined) {
    return (
      <span className={classNames(styles.points, styles.pointsMissing)}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{missing ?? ui.notScored}</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className={styles.points}>
      {isSigned && value > 0 ? '+' : ''}
      {printPoints(value, language)}
    </span>
  );
}

/** The same as plain text, for sentences and titles. */
export function usePrintedPoints(): (points: number) => string {
  const language = useLanguage();
  return (points) => printPoints(points, language);
}
