import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Field } from '#web/ui/field.tsx';
import { Select, type SelectOption } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './rule-form.module.css';
import type { Line } from './rule-form.ts';

/** What is wrong by the name of the field, as the server names it. */
export type Faults = ReadonlyMap<string, string>;

type Named = { label: string; hint?: string | undefined; error?: string | undefined };

export function TextField(
  props: Named & {
    value: string;
    onChange: (text: string) => void;
    isOptional?: boolean | undefined;
    isFigure?: boolean | undefined;
    isCode?: boolean | undefined;
    className?: string | undefined;
  },
) {
  const { label, hint, error, value, onChange, isOptional, isFigure = false, isCode = false } = props;
  return (
    <div className={classNames(styles.cell, props.className)}>
      <Field label={label} hint={hint} error={error} isOptional={isOptional}>
        {(control) => (
          <TextInput
            {...control}
            required={!isOptional}
            inputMode={isFigure ? 'decimal' : undefined}
            spellCheck={isCode ? false : undefined}
            className={classNames(isFigure && styles.figure, isCode && styles.codeText)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

export function ChoiceField<Value extends string>(
  props: Named & {
    value: Value;
    options: readonly SelectOption<Value>[];
    onChange: (value: Value) => void;
    className?: string | undefined;
  },
) {
  const { label, hint, error, value, options, onChange } = props;
  return (
    <div className={classNames(styles.cell, props.className)}>
      <Field label={label} hint={hint} error={error}>
        {({ required: _required, ...control }) => (
          <Select {...control} label={label} value={value} options={options} onChange={onChange} />
        )}
      </Field>
    </div>
  );
}

/** A list of lines that are added and taken away; each line says what it holds. */
export function LineList<Each extends Line>(props: {
  label: string;
  lines: readonly Each[];
  error?: string | undefined;
  add: { label: string; make: () => Each };
  onChange: (lines: Each[]) => void;
  render: (line: Each, change: (part: Partial<Each>) => void, at: number) => ReactNode;
}) {
  const { lines, onChange, add } = props;
  const { scoring } = useWords();
  return (
    <div className={styles.list}>
      <ul className={styles.lines} aria-label={props.label}>
        {lines.map((line, at) => (
          <li key={line.id} className={styles.lineItem}>
            <div className={styles.cells}>
              {props.render(
                line,
                (part) => onChange(lines.map((each) => (each.id === line.id ? { ...each, ...part } : each))),
                at,
              )}
            </div>
            <IconButton
              className={styles.removeLine}
              icon={<Trash2 />}
              label={`${scoring.editor.removeLine} (${props.label} ${at + 1})`}
              onClick={() => onChange(lines.filter((each) => each.id !== line.id))}
            />
          </li>
        ))}
      </ul>
      {props.error && <p className={styles.error}>{props.error}</p>}
      <Button size="small" icon={<Plus aria-hidden />} onClick={() => onChange([...lines, add.make()])}>
        {add.label}
      </Button>
    </div>
  );
}
