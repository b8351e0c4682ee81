import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useWords } from '#web/words/language.ts';
import { classNames } from './class-names.ts';
import styles from './edit-cell.module.css';
import { readPastedColumn } from './pasted-column.ts';

export type EditCellProps = {
  /** What the cell edits, for screen readers: "Sửa mục tiêu của mục I.5". */
  label: string;
  /** Names the column, so that Enter and the arrows find the next cell of it. */
  column: string;
  /** What is edited as text. */
  text: string;
  /** How the value shows while nobody edits it; the text itself when left out. */
  children?: ReactNode;
  /** Reads what was typed, or says what is wrong with it; what was typed then stays. */
  refuse: (typed: string) => string | undefined;
  /** Called with a text that differs and was not refused. */
  onKeep: (typed: string) => void;
  /** Called instead when several cells were pasted from a spreadsheet; the first belongs here. */
  onPasteColumn?: ((texts: string[]) => void) | undefined;
  /** Puts back what stood there before anyone changed it: a small button beside the value. */
  restore?: { label: string; run: () => void } | undefined;
  isNumber?: boolean | undefined;
  isMarked?: boolean | undefined;
  isLong?: boolean | undefined;
  title?: string | undefined;
  tabIndex?: number | undefined;
};

function move(from: Element, column: string, step: 1 | -1): void {
  const cells = [...(from.closest('table')?.querySelectorAll(`[data-column="${column}"]`) ?? [])];
  cells[cells.indexOf(from) + step]?.querySelector('button')?.click();
}

/**
 * A cell edited as in a spreadsheet: click or Enter, type; Enter or ↓ keeps and goes down, ↑ goes up,
 * Esc takes back, leaving keeps. A refused text stays with its sentence, the old value is not touched.
 */
export function EditCell(props: EditCellProps) {
  const { label, column, text, children, refuse, onKeep, restore } = props;
  const { isNumber, isMarked, isLong, title, tabIndex } = props;
  const { ui } = useWords();
  const errorId = useId();
  const frame = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [wasKept, setKept] = useState(false);

  const keep = (): boolean => {
    if (typed === undefined || typed.trim() === text.trim()) {
      setTyped(undefined);
      setProblem(undefined);
      return true;
    }
    const refused = refuse(typed);
    setProblem(refused);
    if (refused !== undefined) return false;
    setTyped(undefined);
    setKept(true);
    onKeep(typed.trim());
    return true;
  };
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      setTyped(undefined);
      setProblem(undefined);
      frame.current?.closest('tr')?.focus();
      return;
    }
    const isArrow = !isLong && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (!isArrow && (event.key !== 'Enter' || event.shiftKey)) return;
    event.preventDefault();
    if (keep() && frame.current) move(frame.current, column, event.key === 'ArrowUp' ? -1 : 1);
  };

  if (typed === undefined) {
    return (
      <span
        ref={frame}
        data-column={column}
        className={classNames(styles.frame, restore && styles.restorable)}
      >
        <button
          type="button"
          className={classNames(styles.cell, isNumber && styles.number, isMarked && styles.marked)}
          title={title}
          aria-label={`${label}: ${text || '–'}`}
          tabIndex={tabIndex}
          onClick={() => setTyped(text)}
          onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
        >
          {children ?? (text || '–')}
        </button>
        {restore && (
          <button
            type="button"
            className={styles.restore}
            title={restore.label}
            aria-label={`${restore.label}: ${label}`}
            onClick={() => {
              frame.current?.querySelector('button')?.focus();
              restore.run();
            }}
          >
            <RotateCcw aria-hidden />
          </button>
        )}
        {wasKept && (
          <span role="status" className={styles.saved} onAnimationEnd={() => setKept(false)}>
            {ui.saved}
          </span>
        )}
      </span>
    );
  }
  const control = {
    'aria-label': label,
    'aria-invalid': problem === undefined ? undefined : (true as const),
    'aria-describedby': problem === undefined ? undefined : errorId,
    className: classNames(styles.input, isNumber && styles.number),
    value: typed,
    onBlur: keep,
    onKeyDown: pressed,
    // The person asked for this field by clicking the cell it stands in.
    ref: (input: HTMLInputElement | HTMLTextAreaElement | null) => {
      if (input && document.activeElement !== input && problem === undefined) {
        input.focus();
        input.select();
      }
    },
  };
  return (
    <span ref={frame} data-column={column} className={styles.frame}>
      {isLong ? (
        <textarea {...control} rows={3} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...control}
          inputMode={isNumber ? 'decimal' : 'text'}
          onChange={(event) => setTyped(event.target.value)}
          onPaste={(event) => {
            const cells = props.onPasteColumn && readPastedColumn(event.clipboardData.getData('text'));
            if (!cells) return;
            event.preventDefault();
            setTyped(undefined);
            props.onPasteColumn?.(cells);
          }}
        />
      )}
      {problem !== undefined && (
        <span id={errorId} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
