import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RegisterPage } from '#core/registers/register.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Dialog, Drawer } from '#web/ui/dialog.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { say } from '#web/ui/toast.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { registersApi } from './api.ts';
import { printMonth } from './register-filters.tsx';
import styles from './registers.module.css';

/** The months of a year that have begun, last first. */
function monthsBegun(year: number, today: string): string[] {
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  return months.filter((month) => month <= today.slice(0, 7)).reverse();
}

/** Closes a month: keeps the numbers of the register as they stand at its end. */
export function SnapshotDialog({ page, onClose }: { page: RegisterPage; onClose: () => void }) {
  const { ui, registers } = useWords();
  const me = useMe();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const months = monthsBegun(page.year, me.today);
  const closed = new Set(page.snapshots.map(({ period }) => period));
  const [period, setPeriod] = useState(months.find((month) => !closed.has(month)) ?? months[0] ?? '');
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await registersApi.takeSnapshot(page.register.key, period).then(
      () => {
        void queryClient.invalidateQueries({ queryKey: ['registers', page.register.key] });
        say(registers.snapshots.taken(printMonth(period)));
        onClose();
      },
      (refused: unknown) => {
        setProblem(refused);
        setBusy(false);
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={registers.snapshots.takeTitle}
      description={registers.snapshots.takeWhy}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isBusy} disabled={period === ''} onClick={take}>
            {registers.snapshots.take}
          </Button>
        </>
      }
    >
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      <Field label={registers.snapshots.period}>
        {(control) => (
          <Select
            {...control}
            value={period}
            onChange={setPeriod}
            options={months.map((month) => ({
              value: month,
              label: registers.month(printMonth(month)),
              hint: closed.has(month) ? registers.snapshots.again : undefined,
            }))}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** The months closed so far, with the numbers as they stood. */
export function SnapshotList({ page, onClose }: { page: RegisterPage; onClose: () => void }) {
  const { registers } = useWords();
  const words = registers.snapshots;
  return (
    <Drawer isOpen onClose={onClose} title={words.title(page.register.title)}>
      {page.snapshots.length === 0 && <p>{words.none}</p>}
      {page.snapshots.map((snapshot) => (
        <section key={snapshot.id} className={styles.snapshot}>
          <h3>{registers.month(printMonth(snapshot.period))}</h3>
          <p className={styles.soft}>
            {words.by(snapshot.takenBy, printMoment(snapshot.takenAt))} · {words.rows(snapshot.rows)}
          </p>
          {snapshot.quantities.length === 0 ? (
            <p>{words.noQuantities}</p>
          ) : (
            <DataTable caption={words.caption(printMonth(snapshot.period))}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.leaf}</th>
                  <th scope="col">{words.columns.quantity}</th>
                  <th scope="col" className={cell.number}>
                    {words.columns.value}
                  </th>
                </tr>
              </thead>
              <tbody>
                {snapshot.quantities.map(({ leaf, key, title, value }) => (
                  <tr key={`${leaf} ${key}`}>
                    <td>
                      <Link to={paths.criterion} params={{ code: leaf }}>
                        {leaf}
                      </Link>
                    </td>
                    <td>{title}</td>
                    <td className={cell.number}>
                      <Measured value={value} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </DataTable>
          )}
        </section>
      ))}
    </Drawer>
  );
}

/** An exact decimal as offices write it; a dash where nothing was known. */
function Measured({ value }: { value: string | null }) {
  const language = useLanguage();
  if (value === null) return '–';
  return language === 'vi' ? value.replace('.', ',') : value;
}
