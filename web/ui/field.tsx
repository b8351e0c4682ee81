import { type ReactNode, useId } from 'react';
import { useWords } from '#web/words/language.ts';
import styles from './field.module.css';

/** What a field hands to its control: spread it on the input. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
};

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence of what is wrong; the control is marked, what was typed stays. */
  error?: ReactNode;
  isOptional?: boolean | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** A label with its control, hint and error tied together: `<Field label="Tên">{(c) => <TextInput {...c} />}</Field>`. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const { ui } = useWords();
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isOptional && <span className={styles.optional}> ({ui.optional})</span>}
      </label>
      {children({
        id,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
        required: !isOptional,
      })}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The fields of one form, in one column with even gaps. */
export function FieldStack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** What went wrong with the whole form, announced as it appears. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={styles.problem}>
      {children}
    </div>
  );
}
