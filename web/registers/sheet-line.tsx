import { CircleAlert, ExternalLink, History, Paperclip } from 'lucide-react';
import type { Column } from '#core/registers/register.ts';
import { classNames } from '#web/ui/class-names.ts';
import { Spinner } from '#web/ui/progress.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { CellEditor } from './cell-editor.tsx';
import { isFaulty, textOf } from './row-drafts.ts';
import styles from './sheet.module.css';
import { cellOf } from './sheet-column.ts';
import type { Line } from './sheet-lines.ts';
import type { Cursor, Ending } from './use-cursor.ts';

/** The columns beside those of the register: the choice of rows before them, evidence and history after. */
export const SELECT = '#select';
export const PROOFS = '#proofs';
export const HISTORY = '#history';

export type LineProps = {
  line: Line;
  /** Counted from 0 among the lines shown. */
  position: number;
  columns: readonly Column[];
  cursor: Cursor;
  year: number;
  isFirstStop: boolean;
  isSelected: boolean;
  isSaving: boolean;
  refusal: string | undefined;
  onChoose: (column: string, isAgain: boolean) => void;
  onSelect: () => void;
  onEnd: (column: Column, typed: string, ending: Ending) => void;
  onProofs: () => void;
  onHistory: () => void;
};

/** One row of the table. Only the cell under the cursor can be reached by Tab; its controls by Enter or Space. */
export function SheetLine(props: LineProps) {
  const { line, position, columns, cursor, isSelected, refusal } = props;
  const { registers } = useWords();
  const place = cursor.place?.id === line.id ? cursor.place.column : undefined;
  const number = position + 1;
  const cell = (key: string, onClick = () => props.onChoose(key, place === key)) => ({
    role: 'gridcell',
    'aria-readonly': refusal === undefined ? undefined : true,
    'data-cell': `${line.id} ${key}`,
    tabIndex: place === key || (props.isFirstStop && key === columns[0]?.key) ? 0 : -1,
    onClick,
  });
  return (
    <tr
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      className={classNames(
        styles.line,
        isSelected && styles.selected,
        line.draft && styles.changed,
        refusal !== undefined && styles.locked,
      )}
    >
      <td
        {...cell(SELECT, props.onSelect)}
        className={classNames(styles.first, place === SELECT && styles.active)}
      >
        <span className={styles.head}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={registers.selectRow(number)}
            onChange={props.onSelect}
            onClick={(event) => event.stopPropagation()}
          />
          <LineMark line={line} number={number} isSaving={props.isSaving} />
        </span>
      </td>
      {columns.map((column) => (
        <SheetCell key={column.key} {...props} column={column} cell={cell(column.key)} place={place} />
      ))}
      <td {...cell(PROOFS)} className={classNames(styles.tool, place === PROOFS && styles.active)}>
        <button
          type="button"
          tabIndex={-1}
          disabled={!line.row}
          title={line.row ? registers.proofsOf(line.row.proofs) : registers.savedFirst}
          aria-label={registers.proofsOf(line.row?.proofs ?? 0)}
          onClick={props.onProofs}
        >
          <Paperclip aria-hidden /> {line.row?.proofs || ''}
        </button>
      </td>
      <td {...cell(HISTORY)} className={classNames(styles.tool, place === HISTORY && styles.active)}>
        <button
          type="button"
          tabIndex={-1}
          disabled={!line.row}
          title={registers.historyOf}
          aria-label={registers.historyOf}
          onClick={props.onHistory}
        >
          <History aria-hidden />
        </button>
      </td>
    </tr>
  );
}

function LineMark({ line, number, isSaving }: { line: Line; number: number; isSaving: boolean }) {
  const { registers } = useWords();
  if (isSaving) return <Spinner />;
  if (line.draft && isFaulty(line.draft))
    return <CircleAlert className={styles.faulty} aria-label={registers.faulty(1)} role="img" />;
  if (line.draft)
    return (
      <span
        className={styles.pending}
        role="img"
        aria-label={registers.pending(1)}
        title={registers.pending(1)}
      />
    );
  return <span>{number}</span>;
}

function SheetCell({
  line,
  column,
  cell,
  place,
  position,
  cursor,
  year,
  refusal,
  onEnd,
}: LineProps & {
  column: Column;
  cell: { role: string; tabIndex: number; onClick: () => void };
  place: string | undefined;
}) {
  const language = useLanguage();
  const { registers } = useWords();
  const problem = line.draft?.problems[column.key]?.[language];
  const isActive = place === column.key;
  const isEdited = isActive && cursor.editing !== undefined;
  const text = textOf({ now: line.cells, problems: line.draft?.problems ?? {} }, column);
  return (
    <td
      {...cell}
      aria-invalid={problem === undefined ? undefined : true}
      title={problem ?? (isActive && refusal !== undefined ? refusal : text) ?? undefined}
      className={classNames(
        styles.cell,
        column.kind === 'number' && styles.number,
        isActive && styles.active,
        problem !== undefined && styles.wrong,
      )}
    >
      {isEdited ? (
        <CellEditor
          column={column}
          label={registers.preview.edit(column.title, position + 1)}
          text={cursor.editing ?? ''}
          value={cellOf(line.cells, column.key)}
          year={year}
          problem={problem}
          onEnd={(typed, ending) => onEnd(column, typed, ending)}
        />
      ) : (
        <CellText column={column} text={text} />
      )}
      {isActive && problem !== undefined && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </td>
  );
}

function CellText({ column, text }: { column: Column; text: string }) {
  const { registers } = useWords();
  if (column.kind === 'flag') return <span className={styles.text}>{flagWord(text, registers)}</span>;
  if (column.kind !== 'link' || !/^https?:\/\//iu.test(text))
    return <span className={styles.text}>{text}</span>;
  return (
    <span className={styles.text}>
      <a
        href={text}
        target="_blank"
        rel="noreferrer"
        tabIndex={-1}
        aria-label={text}
        onClick={(event) => event.stopPropagation()}
      >
        <ExternalLink aria-hidden />
      </a>
      {text.replace(/^https?:\/\//iu, '')}
    </span>
  );
}

function flagWord(text: string, { yes, no }: { yes: string; no: string }): string {
  if (text === 'Có') return yes;
  return text === 'Không' ? no : text;
}
