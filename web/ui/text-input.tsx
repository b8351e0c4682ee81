import { Eye, EyeOff } from 'lucide-react';
import { type ComponentPropsWithRef, useState } from 'react';
import { useWords } from '#web/words/language.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './text-input.module.css';

export type TextInputProps = ComponentPropsWithRef<'input'>;

export function TextInput({ className, ...rest }: TextInputProps) {
  return <input type="text" autoComplete="off" {...rest} className={classNames(styles.input, className)} />;
}

export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return <textarea rows={4} {...rest} className={classNames(styles.input, styles.area, className)} />;
}

/** A password that can be shown, because a long one is typed blind only with mistakes. */
export function PasswordInput({ className, ...rest }: Omit<TextInputProps, 'type'>) {
  const { ui } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <span className={styles.withButton}>
      <TextInput {...rest} type={isShown ? 'text' : 'password'} className={className} spellCheck={false} />
      <IconButton
        className={styles.inside}
        label={isShown ? ui.hidePassword : ui.showPassword}
        icon={isShown ? <EyeOff /> : <Eye />}
        onClick={() => setShown(!isShown)}
      />
    </span>
  );
}
