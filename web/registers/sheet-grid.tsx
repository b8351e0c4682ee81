import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type FocusEvent, Fragment, useEffect, useRef } from 'react';
import { printCell } from '#core/registers/print-cell.ts';
import type { Column, RegisterRow } from '#core/registers/register.ts';
import { useWords } from '#web/words/language.ts';
import { sumColumns } from './arrange-rows.ts';
import { isBlock } from './pasted-cells.ts';
import type { RegisterSearch } from './register-search.ts';
import styles from './sheet.module.css';
import { cellOf } from './sheet-column.ts';
import { SheetHead } from './sheet-head.tsx';
import { HISTORY, PROOFS, SELECT, SheetLine } from './sheet-line.tsx';
import type { Line } from './sheet-lines.ts';
import { columnWidth } from './sheet-widths.ts';
import { steerSheet } from './steer-sheet.ts';
import { type Ending, useCursor } from './use-cursor.ts';
import type { Sheet } from './use-sheet.ts';
import { useRowRefusal } from './use-write-refusal.ts';

const ROW_HEIGHT = 30;
const HEAD_AND_FOOT = 90;

export type SheetGridProps = {
  caption: string;
  columns: readonly Column[];
  lines: readonly Line[];
  sheet: Sheet;
  year: number;
  /** Why nothing here may be changed: the rows are kept elsewhere, or the person may only read. */
  readOnly: string | undefined;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  search: RegisterSearch;
  onSort: (sort: Pick<RegisterSearch, 'sort' | 'descending'>) => void;
  onBlock: (text: string, fromColumn: number) => void;
  onProofs: (row: RegisterRow) => void;
  onHistory: (row: RegisterRow) => void;
};

/** The rows of a register as a spreadsheet: only those in sight are drawn, the keyboard does everything. */
export function SheetGrid(props: SheetGridProps) {
  const { columns, lines, sheet, selected, readOnly } = props;
  const { registers } = useWords();
  const rowRefusal = useRowRefusal();
  const box = useRef<HTMLElement>(null);
  const lastId = useRef<string | undefined>(undefined);
  const ids = lines.map(({ id }) => id);
  const stops = [SELECT, ...columns.map(({ key }) => key), PROOFS, HISTORY];
  const cursor = useCursor(ids, stops, sheet.idByNew);
  const { place } = cursor;
  const at = place ? ids.indexOf(place.id) : -1;
  const refusalOf = (line: Line) => readOnly ?? rowRefusal((line.draft?.before ?? line.cells).departmentId);

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: HEAD_AND_FOOT,
    // The row with the focus stays drawn wherever one scrolls, so that the keyboard is never lost.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
  });

  // Leaving a row keeps it, as soon as the cursor stands in another.
  useEffect(() => {
    const left = lastId.current;
    lastId.current = place?.id;
    if (left !== undefined && left !== place?.id && sheet.drafts.has(left)) void sheet.save([left]);
  });
  useEffect(() => {
    if (!cursor.wantsFocus.current || !place || cursor.editing !== undefined) return;
    const found = box.current?.querySelector<HTMLElement>(`[data-cell="${place.id} ${place.column}"]`);
    if (!found) {
      if (at >= 0) virtual.scrollToIndex(at);
      return;
    }
    cursor.wantsFocus.current = false;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const select = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    props.onSelect(next);
  };
  const run = (line: Line, column: string) => {
    if (column === SELECT) select(line.id);
    else if (column === PROOFS && line.row) props.onProofs(line.row);
    else if (column === HISTORY && line.row) props.onHistory(line.row);
  };
  const end = (line: Line, column: Column, typed: string, { keeps, goes }: Ending) => {
    if (keeps) sheet.write(line.id, column, typed);
    const next = {
      stay: () => undefined,
      down: () => cursor.moveBy(1, 0),
      up: () => cursor.moveBy(-1, 0),
      next: () => cursor.next(1),
      before: () => cursor.next(-1),
    }[goes]();
    if (next) cursor.set(next);
    else cursor.endEdit();
    // Clicking elsewhere ended the edit: the focus belongs where the click went.
    if (goes === 'stay' && keeps) cursor.wantsFocus.current = document.activeElement === document.body;
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const column = columns.findIndex(({ key }) => key === place?.column);
    if (readOnly !== undefined || text === '') return;
    if (isBlock(text)) {
      event.preventDefault();
      cursor.endEdit();
      props.onBlock(text, Math.max(column, 0));
    } else if (cursor.editing === undefined && lines[at] && columns[column]) {
      event.preventDefault();
      if (refusalOf(lines[at]) === undefined) sheet.write(lines[at].id, columns[column], text);
    }
  };
  const copy = (event: ClipboardEvent) => {
    if (cursor.editing !== undefined || window.getSelection()?.isCollapsed === false) return;
    const line = lines[at];
    const column = columns.find(({ key }) => key === place?.column);
    if (!line || !column) return;
    event.preventDefault();
    const told = selected.size > 0 ? lines.filter(({ id }) => selected.has(id)) : undefined;
    const rows = told?.map(({ cells }) =>
      columns.map((each) => printCell(each, cellOf(cells, each.key)).replace(/\s/gu, ' ')).join('\t'),
    );
    const heading = columns.map(({ title }) => title).join('\t');
    event.clipboardData.setData(
      'text/plain',
      rows ? [heading, ...rows].join('\n') : printCell(column, cellOf(line.cells, column.key)),
    );
  };
  const leave = (event: FocusEvent) => {
    const to = event.relatedTarget;
    const staysHere = to instanceof Node && (box.current?.contains(to) || isToolbar(to));
    if (!staysHere && document.hasFocus() && place && sheet.drafts.has(place.id)) void sheet.save([place.id]);
  };

  const items = virtual.getVirtualItems();
  const sums = sumColumns(lines, columns);
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 0) + 44 + 60 + 40;
  const grid = {
    role: 'grid',
    'aria-label': props.caption,
    'aria-rowcount': lines.length + 1,
    'aria-readonly': readOnly === undefined ? undefined : true,
    'aria-multiselectable': true,
  };
  let drawnTo = 0;
  return (
    <section
      ref={box}
      aria-label={props.caption}
      className={styles.box}
      onKeyDown={(event) =>
        steerSheet(event, {
          cursor,
          lines,
          columns,
          sheet,
          readOnly,
          refusalOf,
          run,
          rowsInSight: items.length - 24,
        })
      }
      onPaste={paste}
      onCopy={copy}
      onBlur={leave}
    >
      <table {...grid} className={styles.table} style={{ minWidth: width }}>
        <SheetHead {...props} />
        <tbody>
          {items.map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const gap = item.start - drawnTo;
            drawnTo = item.end;
            return (
              <Fragment key={line.id}>
                {gap > 0 && <Gap height={gap} />}
                <SheetLine
                  line={line}
                  position={item.index}
                  columns={columns}
                  cursor={cursor}
                  year={props.year}
                  isFirstStop={at < 0 && item.index === 0}
                  isSelected={selected.has(line.id)}
                  isSaving={sheet.saving.has(line.id)}
                  refusal={refusalOf(line)}
                  onChoose={(column, isAgain) => {
                    const chosen = columns.find(({ key }) => key === column);
                    if (isAgain && cursor.editing !== undefined) return;
                    if (isAgain && chosen && refusalOf(line) === undefined)
                      cursor.edit(printCell(chosen, cellOf(line.cells, column)));
                    else cursor.set({ id: line.id, column });
                  }}
                  onSelect={() => {
                    cursor.set({ id: line.id, column: SELECT });
                    select(line.id);
                  }}
                  onEnd={(column, typed, ending) => end(line, column, typed, ending)}
                  onProofs={() => run(line, PROOFS)}
                  onHistory={() => run(line, HISTORY)}
                />
              </Fragment>
            );
          })}
          {virtual.getTotalSize() > drawnTo && <Gap height={virtual.getTotalSize() - drawnTo} />}
        </tbody>
        <tfoot>
          <tr className={styles.foot}>
            <td className={styles.first}>{lines.length}</td>
            {columns.map((column, position) => (
              <td key={column.key} className={column.kind === 'number' ? styles.number : undefined}>
                {sums.has(column.key)
                  ? printCell(column, sums.get(column.key))
                  : position === 0 && registers.total(lines.length).replace(/^\d+ /u, '')}
              </td>
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function isToolbar(node: Node): boolean {
  return node instanceof Element && node.closest('[data-sheet-bar]') !== null;
}

/** Room for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden className={styles.gap}>
      <td style={{ height }} />
    </tr>
  );
}
