import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { printCell } from '#core/registers/print-cell.ts';
import type { CellValue, Column } from '#core/registers/register.ts';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import { withYear } from './row-drafts.ts';
import styles from './sheet.module.css';
import type { Ending } from './use-cursor.ts';

export type CellEditorProps = {
  column: Column;
  label: string;
  /** What the field begins with; empty when the person began to type over the cell. */
  text: string;
  value: CellValue;
  year: number;
  problem: string | undefined;
  onEnd: (typed: string, ending: Ending) => void;
};

/** The field of a cell in work: Enter and Tab keep and go on, Esc takes back, leaving keeps. */
export function CellEditor(props: CellEditorProps) {
  const { column, onEnd, year } = props;
  const isOver = useRef(false);
  const end = (typed: string, ending: Ending) => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(ending.keeps ? withYear(column, typed, year) : typed, ending);
  };
  if (column.kind === 'choice' || column.kind === 'flag') return <ChoiceEditor {...props} onEnd={end} />;
  return <TextEditor {...props} onEnd={end} />;
}

function endingOf(event: KeyboardEvent): Ending | undefined {
  if (event.nativeEvent.isComposing) return undefined;
  if (event.key === 'Escape') return { keeps: false, goes: 'stay' };
  if (event.key === 'Tab') return { keeps: true, goes: event.shiftKey ? 'before' : 'next' };
  const isNewLine = event.shiftKey || event.altKey || event.ctrlKey;
  return event.key === 'Enter' && !isNewLine ? { keeps: true, goes: 'down' } : undefined;
}

function TextEditor({ column, label, text, problem, onEnd }: CellEditorProps) {
  const { registers } = useWords();
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const hints = { date: registers.dateHint, month: registers.monthHint } as Partial<Record<string, string>>;
  const control = {
    ref: field,
    'aria-label': label,
    'aria-invalid': problem === undefined ? undefined : (true as const),
    value: typed,
    placeholder: hints[column.kind],
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => onEnd(typed, { keeps: true, goes: 'stay' }),
    onKeyDown: (event: KeyboardEvent) => {
      event.stopPropagation();
      const isArrow = column.kind !== 'long_text' && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
      const ending: Ending | undefined = isArrow
        ? { keeps: true, goes: event.key === 'ArrowUp' ? 'up' : 'down' }
        : endingOf(event);
      if (!ending) return;
      event.preventDefault();
      onEnd(typed, ending);
    },
  };
  if (column.kind === 'long_text')
    return <textarea {...control} rows={4} className={classNames(styles.field, styles.long)} />;
  const isNumber = column.kind === 'number';
  return (
    <input
      {...control}
      type="text"
      autoComplete="off"
      inputMode={isNumber ? 'decimal' : 'text'}
      className={classNames(styles.field, isNumber && styles.number)}
    />
  );
}

function ChoiceEditor({ column, label, value, onEnd }: CellEditorProps) {
  const { registers } = useWords();
  const list = useRef<HTMLSelectElement>(null);
  const id = useId();
  const isOpen = useRef(false);
  const [chosen, setChosen] = useState(() => printCell(column, value));
  useLayoutEffect(() => {
    list.current?.focus({ preventScroll: true });
    // Old browsers cannot open the list; there the arrows choose in the closed one.
    if (list.current && 'showPicker' in list.current && navigator.userActivation?.isActive) {
      list.current.showPicker();
      isOpen.current = true;
    }
  }, []);
  const options = column.kind === 'flag' ? ['Có', 'Không'] : (column.choices ?? []).map(({ title }) => title);
  const flagWords: Partial<Record<string, string>> =
    column.kind === 'flag' ? { Có: registers.yes, Không: registers.no } : {};
  return (
    <select
      ref={list}
      id={id}
      aria-label={label}
      className={styles.field}
      value={chosen}
      onChange={(event) => {
        setChosen(event.target.value);
        if (isOpen.current) onEnd(event.target.value, { keeps: true, goes: 'stay' });
      }}
      onBlur={() => onEnd(chosen, { keeps: true, goes: 'stay' })}
      onKeyDown={(event) => {
        event.stopPropagation();
        const ending = endingOf(event);
        if (!ending) return;
        event.preventDefault();
        onEnd(chosen, ending);
      }}
    >
      <option value="">{registers.choose}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {flagWords[option] ?? option}
        </option>
      ))}
    </select>
  );
}
