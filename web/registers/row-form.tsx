import { useState } from 'react';
import type { Column } from '#core/registers/register.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { OutcomeLine, WriteProblem } from './outcome-line.tsx';
import styles from './registers.module.css';
import { textOf, withYear } from './row-drafts.ts';
import type { Line } from './sheet-lines.ts';
import type { Sheet } from './use-sheet.ts';

export type RowFormProps = {
  line: Line;
  columns: readonly Column[];
  sheet: Sheet;
  year: number;
  refusal: string | undefined;
  onProofs: () => void;
  onHistory: () => void;
  onClose: () => void;
};

/** One row as a form: how rows are written on a phone. */
export function RowForm(props: RowFormProps) {
  const { line, columns, sheet, year, refusal, onClose } = props;
  const { ui, registers } = useWords();
  const language = useLanguage();
  const close = () => {
    if (line.draft) sheet.discard([line.id]);
    onClose();
  };
  const save = async () => {
    if (await sheet.save([line.id])) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={line.row ? registers.rowForm : registers.rowFormNew}
      footer={
        <>
          {line.row && <Button onClick={props.onHistory}>{registers.history}</Button>}
          {line.row && <Button onClick={props.onProofs}>{registers.proofs}</Button>}
          {refusal === undefined && (
            <Button kind="primary" isBusy={sheet.saving.has(line.id)} onClick={save}>
              {ui.save}
            </Button>
          )}
        </>
      }
    >
      <FieldStack>
        <WriteProblem sheet={sheet} />
        {refusal !== undefined && <FormProblem>{refusal}</FormProblem>}
        {columns.map((column) => (
          <Field
            key={column.key}
            label={column.unit ? `${column.title} (${column.unit})` : column.title}
            hint={column.help}
            isOptional={!column.isRequired}
            error={line.draft?.problems[column.key]?.[language]}
          >
            {(control) => (
              <FormControl
                column={column}
                control={{ ...control, disabled: refusal !== undefined }}
                text={textOf({ now: line.cells, problems: line.draft?.problems ?? {} }, column)}
                onType={(typed) => sheet.write(line.id, column, withYear(column, typed, year))}
              />
            )}
          </Field>
        ))}
      </FieldStack>
    </Dialog>
  );
}

type Control = Parameters<Parameters<typeof Field>[0]['children']>[0] & { disabled: boolean };

function FormControl({
  column,
  control,
  text,
  onType,
}: {
  column: Column;
  control: Control;
  text: string;
  onType: (typed: string) => void;
}) {
  const { registers } = useWords();
  const [typed, setTyped] = useState(text);
  if (column.kind === 'choice' || column.kind === 'flag') {
    const options =
      column.kind === 'flag'
        ? [
            { value: 'Có', label: registers.yes },
            { value: 'Không', label: registers.no },
          ]
        : (column.choices ?? []).map(({ title }) => ({ value: title, label: title }));
    return (
      <Select
        {...control}
        value={text}
        onChange={onType}
        options={[{ value: '', label: registers.choose }, ...options]}
      />
    );
  }
  const field = {
    ...control,
    value: typed,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => typed !== text && onType(typed),
  };
  if (column.kind === 'long_text') return <TextArea {...field} rows={3} />;
  const hints = { date: registers.dateHint, month: registers.monthHint } as Partial<Record<string, string>>;
  return (
    <TextInput
      {...field}
      placeholder={hints[column.kind]}
      inputMode={column.kind === 'number' ? 'decimal' : 'text'}
    />
  );
}

const SHOWN_AT_ONCE = 50;

/** The rows as cards: the first cells of each, the rest in its form. */
export function RowCards({
  lines,
  columns,
  onOpen,
  sheet,
}: {
  lines: readonly Line[];
  columns: readonly Column[];
  onOpen: (id: string) => void;
  sheet: Sheet;
}) {
  const { registers } = useWords();
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  return (
    <>
      <OutcomeLine outcome={sheet.outcome} />
      <ul className={styles.cards}>
        {lines.slice(0, most).map((line, position) => {
          const told = columns
            .map((column) => ({ column, text: textOf({ now: line.cells, problems: {} }, column) }))
            .filter(({ text }) => text !== '');
          return (
            <li key={line.id} className={styles.card}>
              <button type="button" className={styles.cardName} onClick={() => onOpen(line.id)}>
                {told[0]?.text ?? registers.openRow(String(position + 1))}
              </button>
              <dl className={styles.facts}>
                {told.slice(1, 5).map(({ column, text }) => (
                  <FactOf key={column.key} title={column.title} text={text} />
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
      {lines.length > most && (
        <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>
          {registers.more(Math.min(SHOWN_AT_ONCE, lines.length - most))}
        </Button>
      )}
    </>
  );
}

function FactOf({ title, text }: { title: string; text: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}
