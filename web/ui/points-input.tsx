import { useId, useState } from 'react';
import { printPoints, readPoints } from '#core/points.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import styles from './text-input.module.css';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type PointsInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'min' | 'max'> & {
  /** Hundredths, or null when not scored. */
  value: number | null;
  /** Called on Enter and on leaving, only with a value within the bounds that differs. */
  onKeep: (value: number | null) => void;
  min?: number | undefined;
  max: number;
};

/**
 * Points typed as in a spreadsheet: Enter keeps, Esc takes back. Outside the bounds is an error that
 * keeps what was typed and changes nothing; it is never clamped. Arrow keys never change a score.
 */
export function PointsInput({ value, onKeep, min = 0, max, className, ...rest }: PointsInputProps) {
  const language = useLanguage();
  const { ui } = useWords();
  const errorId = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = value === null ? '' : printPoints(value, language);
  const read = typed === undefined ? value : typed.trim() === '' ? null : readPoints(typed);
  const isWrong = read === undefined || (read !== null && (read < min || read > max));
  const keep = () => {
    if (isWrong || typed === undefined) return;
    setTyped(undefined);
    if (read !== value) onKeep(read ?? null);
  };
  return (
    <span>
      <TextInput
        {...rest}
        inputMode="decimal"
        className={classNames(styles.number, className)}
        value={typed ?? shown}
        placeholder="–"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? errorId : rest['aria-describedby']}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
      {isWrong && (
        <span id={errorId} role="alert" className={styles.pointsError}>
          {ui.pointsBetween(printPoints(min, language), printPoints(max, language))}
        </span>
      )}
    </span>
  );
}
