import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { printCell } from '#core/registers/print-cell.ts';
import type { Column } from '#core/registers/register.ts';
import { cellOf } from './sheet-column.ts';
import type { Line } from './sheet-lines.ts';
import type { Cursor, Place } from './use-cursor.ts';
import type { Sheet } from './use-sheet.ts';

export type Steered = {
  cursor: Cursor;
  lines: readonly Line[];
  columns: readonly Column[];
  sheet: Sheet;
  readOnly: string | undefined;
  refusalOf: (line: Line) => string | undefined;
  /** What Enter and Space do in a cell that is no value: choose the row, open its evidence, its history. */
  run: (line: Line, column: string) => void;
  /** How many rows Page Up and Page Down pass over. */
  rowsInSight: number;
};

const FAR = 1_000_000;

/** After Escape the next Tab leaves the table, as in any other: nobody is caught in it. */
let mayLeave = false;

/** What a key does while a cell is chosen and not edited. Keys of a cell in work are its own. */
export function steerSheet(event: KeyboardEvent, steered: Steered): void {
  const { cursor, sheet, readOnly } = steered;
  if (cursor.editing !== undefined || event.nativeEvent.isComposing) return;
  if (event.target instanceof HTMLElement && event.target.closest('thead')) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isLeaving = mayLeave && event.key === 'Tab';
  mayLeave = event.key === 'Escape';
  if (isLeaving || mayLeave || event.altKey) return;
  if (hasModifier) {
    const command = readOnly === undefined ? commandOf(event, steered) : undefined;
    if (!command && !moves(event, steered)) return;
    event.preventDefault();
    event.stopPropagation();
    command?.();
    return;
  }
  if (moves(event, steered)) {
    event.preventDefault();
    return;
  }
  const line = steered.lines.find(({ id }) => id === cursor.place?.id);
  const key = cursor.place?.column ?? '';
  if (!line) return;
  const column = steered.columns.find((each) => each.key === key);
  if (!column) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    steered.run(line, key);
    return;
  }
  if (steered.refusalOf(line) !== undefined) return;
  if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    flushSync(() => cursor.edit(printCell(column, cellOf(line.cells, key))));
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    sheet.write(line.id, column, '');
  } else if (event.key === ' ' && column.kind === 'flag') {
    event.preventDefault();
    sheet.write(line.id, column, cellOf(line.cells, key) === true ? 'Không' : 'Có');
  } else if (event.key.length === 1 || event.key === 'Process') {
    // The field has the focus before the letter arrives, so that Vietnamese typing programs see all of it.
    flushSync(() => cursor.edit(''));
  }
}

/** Moves the cursor where the key leads; false for any other key. */
function moves(event: KeyboardEvent, { cursor, rowsInSight }: Steered): boolean {
  const isFar = event.ctrlKey || event.metaKey;
  const reach = isFar ? FAR : 1;
  const page = Math.max(1, rowsInSight);
  if (event.key === 'Tab') return moveTo(cursor.next(event.shiftKey ? -1 : 1), cursor);
  const steps: Record<string, [lines: number, columns: number]> = {
    ArrowDown: [reach, 0],
    ArrowUp: [-reach, 0],
    ArrowRight: [0, reach],
    ArrowLeft: [0, -reach],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: [isFar ? -FAR : 0, -FAR],
    End: [isFar ? FAR : 0, FAR],
  };
  const step = steps[event.key];
  return step !== undefined && moveTo(cursor.moveBy(...step), cursor);
}

function moveTo(place: Place | undefined, cursor: Cursor): boolean {
  if (!place) return false;
  cursor.set(place);
  return true;
}

function commandOf(event: KeyboardEvent, { cursor, sheet, columns }: Steered): (() => void) | undefined {
  const letter = event.key.toLowerCase();
  const id = cursor.place?.id;
  const draft = id === undefined ? undefined : sheet.drafts.get(id);
  if (letter === 'z' && event.shiftKey) return () => void sheet.redo();
  if (letter === 'z') return () => (draft ? sheet.discard([draft.id]) : void sheet.undo());
  if (letter === 'y') return () => void sheet.redo();
  if (letter === 's') return () => void sheet.save();
  if (event.key === 'Enter')
    return () => {
      cursor.set({ id: sheet.addRow(), column: columns[0]?.key ?? '' });
    };
  return undefined;
}
