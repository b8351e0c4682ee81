import { useState } from 'react';
import { useWords } from '#web/words/language.ts';
import { Field, type FieldProps } from './field.tsx';
import { TextInput } from './text-input.tsx';

const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;

/** A day as people write it, "30/9/2026", as "2026-09-30"; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** "2026-09-30" as "30/09/2026". */
export function printDay(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('/');
}

export type DateFieldProps = Omit<FieldProps, 'children'> & {
  /** "2026-09-30", or null for no day. */
  value: string | null;
  onChange: (day: string | null) => void;
};

/** A day typed as dd/mm/yyyy whatever the system's language; what is not a day is marked and kept as typed. */
export function DateField({ value, onChange, error, hint, ...field }: DateFieldProps) {
  const { ui } = useWords();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const isWrong = typed !== undefined && typed.trim() !== '' && readDay(typed) === undefined;
  return (
    <Field {...field} hint={hint} error={isWrong ? ui.dateWritten : error}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          placeholder={ui.datePlaceholder}
          value={typed ?? (value === null ? '' : printDay(value))}
          onChange={(event) => {
            setTyped(event.target.value);
            const day = readDay(event.target.value);
            if (day !== undefined) onChange(day);
            else if (event.target.value.trim() === '') onChange(null);
          }}
          onBlur={() => !isWrong && setTyped(undefined)}
        />
      )}
    </Field>
  );
}
