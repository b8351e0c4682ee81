import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Spinner } from './progress.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonLook = {
  /** `primary` once a screen; `plain` by default; `quiet` inside rows; `danger` where something ends. */
  kind?: ButtonKind | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: ReactNode;
};

export type ButtonProps = ComponentPropsWithRef<'button'> &
  ButtonLook & {
    /** Shows a spinner and takes no click; the label stays, so the width does. */
    isBusy?: boolean | undefined;
  };

/** The classes of a button, for links that look like one. */
export function buttonClass({ kind = 'plain', size = 'normal' }: ButtonLook, more?: string): string {
  return classNames(styles.button, styles[kind], size === 'small' && styles.small, more);
}

export function Button({ kind, size, icon, isBusy, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ kind, size }, className)}
    >
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & { label: string; icon: ReactNode };

/** A button of one icon; `label` is its name for everyone who does not see it, and its title on hover. */
export function IconButton({
  label,
  icon,
  kind = 'quiet',
  size,
  className,
  isBusy,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      aria-busy={isBusy || undefined}
      className={buttonClass({ kind, size }, classNames(styles.iconOnly, className))}
    >
      {isBusy ? <Spinner /> : icon}
    </button>
  );
}
