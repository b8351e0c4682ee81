import { useQuery } from '@tanstack/react-query';
import type { EventEntry } from '#core/plans/plan.ts';
import { DEPARTMENT_COLUMN } from '#core/registers/check-rows.ts';
import { printCell } from '#core/registers/print-cell.ts';
import type { CellValue, Column, RegisterRow } from '#core/registers/register.ts';
import { RowEvidence } from '#web/evidence/evidence-panel.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Dialog, Drawer } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { rowHistoryQuery } from './queries.ts';
import styles from './registers.module.css';
import { nameRow } from './sheet-lines.ts';

type RowDialogProps = { row: RegisterRow; columns: readonly Column[]; onClose: () => void };

/** What proves a row. */
export function ProofsDialog({ row, columns, onClose }: RowDialogProps) {
  const { registers } = useWords();
  const name = nameRow(columns, row);
  return (
    <Dialog isOpen onClose={onClose} size="wide" title={registers.proofsTitle(name)}>
      <RowEvidence rowId={row.id} title={name} />
    </Dialog>
  );
}

/** Who changed a row, when, and from what to what. */
export function HistoryDrawer({ row, columns, onClose }: RowDialogProps) {
  const { ui, registers } = useWords();
  const sentenceOf = useSentenceOf();
  const history = useQuery(rowHistoryQuery(row.registerKey, row.id));
  return (
    <Drawer isOpen onClose={onClose} title={registers.historyTitle(nameRow(columns, row))}>
      {history.isError && <FormProblem>{sentenceOf(history.error)}</FormProblem>}
      {history.isPending && <Waiting label={ui.loading} />}
      {history.data?.length === 0 && <p>{registers.historyNone}</p>}
      <ol className={styles.history}>
        {history.data?.map((event) => (
          <li key={event.id}>
            <span className={styles.soft}>
              {printMoment(event.at)} · {event.actorName}
            </span>
            <strong>{registers.historyVerbs[event.verb] ?? event.verb}</strong>
            <Changes event={event} columns={columns} />
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

function Changes({ event, columns }: { event: EventEntry; columns: readonly Column[] }) {
  const { registers } = useWords();
  const [before, after] = [valuesOf(event.before), valuesOf(event.after)];
  const print = (column: Column, value: unknown) => printCell(column, value as CellValue) || registers.blank;
  const valueIn = (values: Record<string, unknown>, key: string) =>
    values[key === DEPARTMENT_COLUMN.key ? 'departmentId' : key];
  const isWhole = event.verb === 'created' || event.verb === 'removed';
  return (
    <>
      {columns.map((column) => {
        const [was, is] = [valueIn(before, column.key) ?? null, valueIn(after, column.key) ?? null];
        const told = event.verb === 'removed' ? was : is;
        if (isWhole && told === null) return null;
        if (!isWhole && was === is) return null;
        return (
          <span key={column.key}>
            {isWhole
              ? registers.historyIs(column.title, print(column, told))
              : registers.historyFrom(column.title, print(column, was), print(column, is))}
          </span>
        );
      })}
      {typeof after.reason === 'string' && <em>{registers.historyReason(after.reason)}</em>}
    </>
  );
}

function valuesOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
