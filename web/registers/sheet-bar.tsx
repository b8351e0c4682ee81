import { CircleAlert, ClipboardPaste, Plus, Redo2, Save, Trash2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Status } from '#web/ui/status.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './registers.module.css';
import { isFaulty } from './row-drafts.ts';
import type { Sheet } from './use-sheet.ts';

export type SheetBarProps = {
  sheet: Sheet;
  /** Why the person may write nothing here. */
  refusal: string | undefined;
  selected: ReadonlySet<string>;
  onAdd: () => void;
  onRemove: () => void;
  onPaste: () => void;
};

/** What can be done with rows, and how many wait to be saved. */
export function SheetBar({ sheet, refusal, selected, onAdd, onRemove, onPaste }: SheetBarProps) {
  const { registers } = useWords();
  const { drafts, saving, steps } = sheet;
  const faulty = [...drafts.values()].filter(isFaulty).length;
  const guarded = (button: ReactElement) =>
    refusal === undefined ? button : <Tooltip text={refusal}>{button}</Tooltip>;
  const off = refusal === undefined ? {} : { 'aria-disabled': true };
  const may = (run: () => void) => (refusal === undefined ? run : () => undefined);
  return (
    <div className={styles.bar} data-sheet-bar>
      {guarded(
        <Button {...off} kind="primary" icon={<Plus aria-hidden />} onClick={may(onAdd)}>
          {registers.addRow}
          {refusal !== undefined && <VisuallyHidden>{refusal}</VisuallyHidden>}
        </Button>,
      )}
      {guarded(
        <Button {...off} icon={<ClipboardPaste aria-hidden />} onClick={may(onPaste)}>
          {registers.pasteButton}
        </Button>,
      )}
      <Button
        icon={<Trash2 aria-hidden />}
        disabled={refusal !== undefined || selected.size === 0}
        title={selected.size === 0 ? registers.removeHint : undefined}
        onClick={onRemove}
      >
        {registers.removeRows(selected.size)}
      </Button>
      <IconButton
        label={registers.undo}
        icon={<Undo2 />}
        disabled={steps.done.length === 0}
        onClick={() => void sheet.undo()}
      />
      <IconButton
        label={registers.redo}
        icon={<Redo2 />}
        disabled={steps.undone.length === 0}
        onClick={() => void sheet.redo()}
      />
      {(drafts.size > 0 || saving.size > 0) && (
        <span className={styles.pending}>
          <span role="status">
            {saving.size > 0 ? (
              registers.saving
            ) : faulty > 0 ? (
              <Status tone="returned" icon={<CircleAlert aria-hidden />}>
                {registers.faulty(faulty)}
              </Status>
            ) : (
              registers.pending(drafts.size)
            )}
          </span>
          <Button onClick={() => sheet.discard([...drafts.keys()])}>{registers.discard}</Button>
          <Button
            kind="primary"
            icon={<Save aria-hidden />}
            isBusy={saving.size > 0}
            onClick={() => void sheet.save()}
          >
            {registers.saveAll}
          </Button>
        </span>
      )}
    </div>
  );
}
