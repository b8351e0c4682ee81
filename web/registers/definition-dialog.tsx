import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Register, RegisterSummary } from '#core/registers/register.ts';
import { ApiProblem } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { registersApi } from './api.ts';
import { ColumnFields } from './column-fields.tsx';
import { type ColumnForm, columnsOf, emptyColumn, formOf } from './define-columns.ts';
import styles from './registers.module.css';

const RETENTION = 10;

/** Defines a register of the unit's own, or changes one: its title, its columns, how long its rows are kept. */
export function DefinitionDialog({ register, onClose }: { register?: Register; onClose: () => void }) {
  const { ui, registers } = useWords();
  const words = registers.define;
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(register?.title ?? '');
  const [about, setAbout] = useState(register?.about ?? '');
  const [isRestricted, setRestricted] = useState(register?.isRestricted ?? false);
  const [retention, setRetention] = useState(String(register?.retentionYears ?? RETENTION));
  const [columns, setColumns] = useState<ColumnForm[]>(
    register ? register.columns.map(formOf) : [{ ...emptyColumn('1', 'date') }, emptyColumn('2')],
  );
  const [dated, setDated] = useState(register?.dateColumn ?? '1');
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isTold, setTold] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const datable = columns.filter(
    ({ kind, isRequired }) => isRequired && (kind === 'date' || kind === 'month'),
  );
  const isFaulty = title.trim().length < 3 || columns.some((column) => column.title.trim() === '');
  const fieldAtFault = problem instanceof ApiProblem ? problem.field : undefined;
  const save = async () => {
    setTold(true);
    if (isFaulty) return;
    setBusy(true);
    setProblem(undefined);
    const kept = columnsOf(columns);
    const dateColumn = kept[columns.findIndex(({ id }) => id === dated)]?.key ?? kept[0]?.key ?? '';
    const draft = {
      title: title.trim(),
      about: about.trim(),
      columns: kept,
      dateColumn,
      isRestricted,
      retentionYears: Number(retention) || RETENTION,
    };
    await (register ? registersApi.redefine(register.key, draft) : registersApi.define(draft)).then(
      (summary: RegisterSummary) => {
        void queryClient.invalidateQueries({ queryKey: ['registers'] });
        say(words.kept);
        onClose();
        if (!register) void navigate({ to: paths.register, params: { key: summary.key } });
      },
      (refused: unknown) => {
        setProblem(refused);
        setBusy(false);
      },
    );
  };
  const change = (id: string, part: Partial<ColumnForm>) =>
    setColumns(columns.map((column) => (column.id === id ? { ...column, ...part } : column)));
  const move = (from: number, to: number) => {
    const moved = [...columns];
    moved.splice(to, 0, ...moved.splice(from, 1));
    setColumns(moved);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={register ? words.change : words.add}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={save}>
            {ui.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        <Field
          label={words.title}
          error={
            isTold && title.trim().length < 3
              ? words.titleShort
              : fieldAtFault === 'title'
                ? sentenceOf(problem)
                : undefined
          }
        >
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.about} isOptional>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={1000}
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            />
          )}
        </Field>
        <section aria-label={words.columns} className={styles.columnsEditor}>
          <h3>{words.columns}</h3>
          {columns.map((column, position) => (
            <ColumnFields
              key={column.id}
              column={column}
              position={position}
              count={columns.length}
              problem={
                isTold && column.title.trim() === ''
                  ? words.columnTitleEmpty
                  : fieldAtFault === `columns.${position}`
                    ? sentenceOf(problem)
                    : undefined
              }
              onChange={(part) => change(column.id, part)}
              onMove={(step) => move(position, position + step)}
              onRemove={() => setColumns(columns.filter(({ id }) => id !== column.id))}
            />
          ))}
          <div>
            <Button
              icon={<Plus aria-hidden />}
              disabled={columns.length >= 30}
              onClick={() => setColumns([...columns, emptyColumn(crypto.randomUUID())])}
            >
              {words.addColumn}
            </Button>
          </div>
        </section>
        <Field
          label={words.dateColumn}
          hint={words.dateColumnHint}
          error={fieldAtFault === 'dateColumn' ? sentenceOf(problem) : undefined}
        >
          {(control) => (
            <Select
              {...control}
              value={datable.some(({ id }) => id === dated) ? dated : ''}
              disabled={register !== undefined}
              onChange={setDated}
              options={[
                { value: '', label: registers.choose },
                ...datable.map((column) => ({
                  value: column.id,
                  label: column.title || words.columnTitle(columns.indexOf(column) + 1),
                })),
              ]}
            />
          )}
        </Field>
        <Field label={words.retention}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={retention}
              onChange={(event) => setRetention(event.target.value.replace(/\D/gu, '').slice(0, 2))}
            />
          )}
        </Field>
        <Checkbox label={words.restricted} checked={isRestricted} onChange={setRestricted} />
      </FieldStack>
    </Dialog>
  );
}

/** Ends a register of the unit's own, after one question: it cannot be taken back here. */
export function EndDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const { ui, registers } = useWords();
  const words = registers.define;
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>(undefined);
  const end = () =>
    registersApi.end(register.key).then(async () => {
      say(words.ended);
      await navigate({ to: paths.registers });
      await queryClient.invalidateQueries({ queryKey: ['registers'], exact: true });
    }, setProblem);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.endTitle(register.title)}
      description={words.endWhy}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="danger" onClick={() => void end()}>
            {words.end}
          </Button>
        </>
      }
    >
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
    </Dialog>
  );
}
