import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Lock, Table2 } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { RegisterPage as Page, RegisterRow } from '#core/registers/register.ts';
import { paths } from '#web/paths.ts';
import { departmentsQuery } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { Status } from '#web/ui/status.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { BlockDialog } from './block-dialog.tsx';
import { DefinitionDialog, EndDialog } from './definition-dialog.tsx';
import { LeafLinks } from './leaf-links.tsx';
import { OutcomeLine, WriteProblem } from './outcome-line.tsx';
import { PasteAnywhere, PasteDialog } from './paste-dialog.tsx';
import { registerQuery } from './queries.ts';
import { RegisterFilters, useAsk } from './register-filters.tsx';
import { RegisterMenu } from './register-menu.tsx';
import type { RegisterSearch } from './register-search.ts';
import styles from './registers.module.css';
import { HistoryDrawer, ProofsDialog } from './row-dialogs.tsx';
import { RowCards, RowForm } from './row-form.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { sheetColumns } from './sheet-column.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { arrangeRows, linesOf } from './sheet-lines.ts';
import { LeaveQuestion, ReasonDialog } from './sheet-questions.tsx';
import { SnapshotDialog, SnapshotList } from './snapshots.tsx';
import { useBlocks } from './use-blocks.ts';
import { useSheet } from './use-sheet.ts';
import { useOwnDepartment, useRowRefusal, useWriteRefusal } from './use-write-refusal.ts';

/** One register: its rows of a year as a table to write in. */
export function RegisterPage() {
  const { key } = useParams({ from: '/inside/registers/$key' });
  const search = useSearch({ strict: false }) as RegisterSearch;
  const asked = search.year === undefined ? undefined : Number(search.year);
  const page = useSuspenseQuery(registerQuery(key, asked)).data;
  // Another register or year begins with nothing typed and nothing to undo.
  return <RegisterOfYear key={`${key} ${page.year}`} page={page} asked={asked} search={search} />;
}

type Open =
  | { what: 'snapshot' | 'snapshots' | 'define' | 'end' | 'paste' }
  | { what: 'proofs' | 'history'; row: RegisterRow }
  | { what: 'form'; id: string };

function RegisterOfYear({
  page,
  asked,
  search,
}: {
  page: Page;
  asked: number | undefined;
  search: RegisterSearch;
}) {
  const { register, year, rows } = page;
  const { registers } = useWords();
  const sentenceOf = useSentenceOf();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const isNarrow = useIsNarrow();
  const ask = useAsk(register.key, search);
  const ownDepartment = useOwnDepartment();
  const isOfTasks = register.source === 'tasks';
  const refusedToWrite = useWriteRefusal();
  const refusal = isOfTasks ? registers.tasksWhy : refusedToWrite;
  const rowRefusal = useRowRefusal();
  const sheet = useSheet(page, asked, ownDepartment);
  const blocks = useBlocks(register, departments, ownDepartment, sheet);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);

  const columns = useMemo(
    () => sheetColumns(register, departments, registers.department),
    [register, departments, registers],
  );
  const narrowed = useDeferredValue(search);
  const arranged = useMemo(() => arrangeRows(rows, columns, narrowed), [rows, columns, narrowed]);
  const lines = useMemo(() => linesOf(arranged, rows, sheet.drafts), [arranged, rows, sheet.drafts]);
  const formId = open?.what === 'form' ? (sheet.idByNew.get(open.id) ?? open.id) : undefined;
  const formLine = lines.find(({ id }) => id === formId);
  const add = () => {
    const id = sheet.addRow();
    if (isNarrow) setOpen({ what: 'form', id });
  };
  const onRow = (what: 'proofs' | 'history') => (row: RegisterRow) => setOpen({ what, row });

  return (
    <>
      <Link to={paths.registers} className={styles.back}>
        <ArrowLeft aria-hidden /> {registers.back}
      </Link>
      <PageHeader
        title={registers.finding(register.title, rows.length, year)}
        tabTitle={register.title}
        lead={
          <>
            {register.isRestricted && (
              <Status tone="draft" icon={<Lock aria-hidden />}>
                {registers.list.restricted}.{' '}
              </Status>
            )}
            {register.about}{' '}
            {register.leaves.length > 0 ? (
              <>
                {registers.feeds} <LeafLinks codes={register.leaves} />
              </>
            ) : (
              registers.feedsNone
            )}
          </>
        }
        actions={
          <RegisterMenu
            page={page}
            refusal={refusal}
            onYear={(chosen) => ask({ year: String(chosen), month: undefined })}
            onFile={(file) => void blocks.readFile(file)}
            onSnapshot={() => setOpen({ what: 'snapshot' })}
            onSnapshots={() => setOpen({ what: 'snapshots' })}
            onDefine={() => setOpen({ what: 'define' })}
            onEnd={() => setOpen({ what: 'end' })}
          />
        }
      />
      <RegisterFilters page={page} departments={departments} search={search} shown={arranged.length} />
      {isOfTasks ? (
        <p className={styles.bar}>
          <span className={styles.soft}>{registers.tasksWhy}</span>
          <ButtonLink to={paths.tasks}>{registers.toTasks}</ButtonLink>
        </p>
      ) : (
        <SheetBar
          sheet={sheet}
          refusal={refusal}
          selected={selected}
          onAdd={add}
          onRemove={() => {
            void sheet.remove([...selected]);
            setSelected(new Set());
          }}
          onPaste={() => setOpen({ what: 'paste' })}
        />
      )}
      {blocks.reading !== undefined && <Waiting label={registers.reading(blocks.reading)} />}
      {blocks.problem !== undefined && blocks.block === undefined && (
        <FormProblem>{sentenceOf(blocks.problem)}</FormProblem>
      )}
      {!blocks.block && !formLine && <WriteProblem sheet={sheet} />}
      {!isNarrow && <OutcomeLine outcome={sheet.outcome} />}
      {lines.length === 0 ? (
        <EmptyState icon={<Table2 aria-hidden />} title={rows.length > 0 ? registers.none : registers.empty}>
          {rows.length === 0 && (
            <>
              {refusal === undefined ? registers.emptyWhy : registers.emptyReadOnly}
              <p>{registers.emptyColumns(columns.map(({ title }) => title).join(' · '))}</p>
            </>
          )}
          {refusal === undefined && <PasteAnywhere onBlock={(text) => blocks.paste(text, 0)} />}
        </EmptyState>
      ) : isNarrow ? (
        <RowCards
          lines={lines}
          columns={columns}
          sheet={sheet}
          onOpen={(id) => setOpen({ what: 'form', id })}
        />
      ) : (
        <>
          <SheetGrid
            caption={registers.caption(register.title)}
            columns={columns}
            lines={lines}
            sheet={sheet}
            year={year}
            readOnly={refusal}
            selected={selected}
            onSelect={setSelected}
            search={search}
            onSort={ask}
            onBlock={blocks.paste}
            onProofs={onRow('proofs')}
            onHistory={onRow('history')}
          />
          {refusal === undefined && <p className={styles.keys}>{registers.keys}</p>}
        </>
      )}
      {open?.what === 'proofs' && <ProofsDialog row={open.row} columns={columns} onClose={close} />}
      {open?.what === 'history' && <HistoryDrawer row={open.row} columns={columns} onClose={close} />}
      {open?.what === 'snapshot' && <SnapshotDialog page={page} onClose={close} />}
      {open?.what === 'snapshots' && <SnapshotList page={page} onClose={close} />}
      {open?.what === 'define' && <DefinitionDialog register={register} onClose={close} />}
      {open?.what === 'end' && <EndDialog register={register} onClose={close} />}
      {open?.what === 'paste' && (
        <PasteDialog
          onClose={close}
          onBlock={(text) => {
            close();
            blocks.paste(text, 0);
          }}
        />
      )}
      {formLine && (
        <RowForm
          key={formLine.id}
          line={formLine}
          columns={columns}
          sheet={sheet}
          year={year}
          refusal={refusal ?? rowRefusal(formLine.cells.departmentId)}
          onProofs={() => formLine.row && setOpen({ what: 'proofs', row: formLine.row })}
          onHistory={() => formLine.row && setOpen({ what: 'history', row: formLine.row })}
          onClose={close}
        />
      )}
      {blocks.block && (
        <BlockDialog
          register={register}
          columns={columns}
          year={year}
          block={blocks.block}
          from={
            blocks.fromColumn === undefined
              ? undefined
              : { column: blocks.fromColumn, onChange: blocks.startAt }
          }
          problem={blocks.problem}
          onKeep={blocks.keep}
          onClose={blocks.close}
        />
      )}
      {sheet.asking && <ReasonDialog asking={sheet.asking} />}
      <LeaveQuestion rows={sheet.drafts.size} />
    </>
  );
}
