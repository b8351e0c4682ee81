import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { COLUMN_KINDS } from '#core/registers/column-kinds.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import type { ColumnForm } from './define-columns.ts';
import styles from './registers.module.css';

export type ColumnFieldsProps = {
  column: ColumnForm;
  /** Counted from 0. */
  position: number;
  count: number;
  problem: string | undefined;
  onChange: (part: Partial<ColumnForm>) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

/** One column of a register as its definition is written. What a column holds stays of its kind. */
export function ColumnFields({
  column,
  position,
  count,
  problem,
  onChange,
  onMove,
  onRemove,
}: ColumnFieldsProps) {
  const { registers } = useWords();
  const words = registers.define;
  const name = column.title || String(position + 1);
  return (
    <fieldset className={styles.columnForm} aria-label={words.columnTitle(position + 1)}>
      <TextInput
        aria-label={words.columnTitle(position + 1)}
        placeholder={words.columnTitle(position + 1)}
        aria-invalid={problem === undefined ? undefined : true}
        maxLength={120}
        value={column.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <span title={column.key === null ? undefined : words.kindFixed}>
        <Select
          label={words.kind(position + 1)}
          value={column.kind}
          disabled={column.key !== null}
          onChange={(kind) => onChange({ kind })}
          options={COLUMN_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
      </span>
      <Checkbox
        label={words.required}
        checked={column.isRequired}
        onChange={(isRequired) => onChange({ isRequired })}
      />
      <span className={styles.columnTools}>
        <IconButton
          label={words.up(name)}
          icon={<ArrowUp />}
          disabled={position === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={words.down(name)}
          icon={<ArrowDown />}
          disabled={position === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton label={words.remove(name)} icon={<X />} disabled={count === 1} onClick={onRemove} />
      </span>
      {problem !== undefined && <span className={styles.columnError}>{problem}</span>}
      {column.kind === 'number' && (
        <div className={styles.columnMore}>
          <Field label={words.unit} isOptional>
            {(control) => (
              <TextInput
                {...control}
                maxLength={40}
                value={column.unit}
                onChange={(event) => onChange({ unit: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.decimals}>
            {(control) => (
              <Select
                {...control}
                value={String(column.decimals)}
                onChange={(decimals) => onChange({ decimals: Number(decimals) })}
                options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
              />
            )}
          </Field>
        </div>
      )}
      {column.kind === 'choice' && (
        <div className={styles.columnMore}>
          <Field label={words.choices}>
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                value={column.choices}
                onChange={(event) => onChange({ choices: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </fieldset>
  );
}
