import { useQuery } from '@tanstack/react-query';
import type { Column, RegisterRow } from '#core/registers/register.ts';
import { RowEvidence } from '#web/evidence/evidence-panel.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Dialog, Drawer } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { rowHistoryQuery } from './queries.ts';
import styles from './registers.module.css';
import { RowChanges } from './row-changes.tsx';
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
            <RowChanges event={event} columns={columns} />
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
