import { CircleCheck, ListX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { MOST_ROWS_AT_ONCE } from '#core/registers/column-kinds.ts';
import type { Column, Register, RowInput } from '#core/registers/register.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { Status } from '#web/ui/status.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import type { RowsRead } from './api.ts';
import { correctBlock, dropFaultyRows, faultByCell } from './block-preview.ts';
import { BlockTable } from './block-table.tsx';
import styles from './registers.module.css';

export type BlockDialogProps = {
  register: Pick<Register, 'columns'>;
  columns: readonly Column[];
  year: number;
  block: RowsRead;
  /** Which column the first cell goes to, where a pasted block has no headings. */
  from?: { column: number; onChange: (column: number) => void } | undefined;
  problem: unknown;
  onKeep: (rows: readonly RowInput[]) => Promise<void>;
  onClose: () => void;
};

const SPELT_OUT = 3;

/** What a block of cells was read as, with its faults marked and correctable; kept whole or not at all. */
export function BlockDialog(props: BlockDialogProps) {
  const { register, columns, block, from, problem, onKeep, onClose } = props;
  const { ui, registers } = useWords();
  const words = registers.preview;
  const language = useLanguage();
  const sentenceOf = useSentenceOf();
  const [corrected, setCorrected] = useState<{ of: RowsRead; read: RowsRead } | undefined>(undefined);
  const [shownFault, setShownFault] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const read = corrected?.of === block ? corrected.read : block;
  const problems = useMemo(() => faultByCell(read.faults), [read]);
  const faultyRows = new Set(read.faults.map(({ row }) => row)).size;
  const used = new Set(read.rows.slice(0, 200).flatMap(({ values }) => Object.keys(values)));
  const isTooMany = read.rows.length > MOST_ROWS_AT_ONCE;
  const keep = async () => {
    setBusy(true);
    await onKeep(read.rows);
    setBusy(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words.title(read.rows.length)}
      footer={
        <>
          {faultyRows > 0 && faultyRows < read.rows.length && (
            <Button
              icon={<ListX aria-hidden />}
              onClick={() => setCorrected({ of: block, read: dropFaultyRows(read) })}
            >
              {words.dropFaulty(faultyRows)}
            </Button>
          )}
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            kind="primary"
            isBusy={isBusy}
            disabled={read.faults.length > 0 || read.rows.length === 0 || isTooMany}
            onClick={keep}
          >
            {words.keep(read.rows.length)}
          </Button>
        </>
      }
    >
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      {isTooMany && <FormProblem>{words.tooMany(MOST_ROWS_AT_ONCE)}</FormProblem>}
      {read.unknownHeadings.length > 0 && <p>{words.unknown(read.unknownHeadings.join(', '))}</p>}
      {read.rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <div className={styles.filters} role="status">
            {read.faults.length === 0 ? (
              <Status tone="approved" icon={<CircleCheck aria-hidden />}>
                {words.right(read.rows.length, used.size)}
              </Status>
            ) : (
              <>
                <strong>{words.faults(read.faults.length, faultyRows)}</strong>
                <Button size="small" onClick={() => setShownFault((shownFault + 1) % read.faults.length)}>
                  {words.nextFault}
                </Button>
              </>
            )}
          </div>
          {read.faults.length > 0 && (
            <ul className={styles.soft}>
              {read.faults.slice(0, SPELT_OUT).map((fault) => (
                <li key={`${fault.row} ${fault.column}`}>
                  {words.faultAt(
                    fault.row + 1,
                    fault.written ? words.written(fault.written, fault[language]) : fault[language],
                  )}
                </li>
              ))}
              {read.faults.length > SPELT_OUT && <li>…</li>}
            </ul>
          )}
          {from && (
            <div className={styles.filters}>
              <span>{words.from}</span>
              <Select
                label={words.from}
                className={styles.pick}
                value={String(from.column)}
                onChange={(column) => from.onChange(Number(column))}
                options={register.columns.map(({ title }, position) => ({
                  value: String(position),
                  label: title,
                }))}
              />
            </div>
          )}
          <BlockTable
            columns={columns}
            rows={read.rows}
            problems={problems}
            year={props.year}
            shownFault={read.faults[shownFault]}
            onCorrect={(row, column, typed) =>
              setCorrected({ of: block, read: correctBlock(register, read, row, column, typed) })
            }
          />
        </>
      )}
    </Dialog>
  );
}
