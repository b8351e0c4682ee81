import { Search, X } from 'lucide-react';
import { useWords } from '#web/words/language.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './text-input.module.css';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type SearchFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
};

/** A search box with its own name and a way to empty it; Esc empties it too. */
export function SearchField({ label, value, onChange, className, placeholder, ...rest }: SearchFieldProps) {
  const { ui } = useWords();
  return (
    <span className={classNames(styles.search, className)}>
      <Search aria-hidden />
      <TextInput
        {...rest}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
        }}
      />
      {value !== '' && (
        <IconButton className={styles.inside} label={ui.clear} icon={<X />} onClick={() => onChange('')} />
      )}
    </span>
  );
}
