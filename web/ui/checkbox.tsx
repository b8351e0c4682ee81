import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'onChange'> & {
  label: ReactNode;
  onChange: (isChecked: boolean) => void;
};

/** A native checkbox with its label as the target. */
export function Checkbox({ label, onChange, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <label className={styles.line} htmlFor={id}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        className={styles.box}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** The same as a switch: for what takes effect at once, such as a filter. */
export function Switch({ label, onChange, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <label className={styles.line} htmlFor={id}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={rest.checked}
        className={styles.switch}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
