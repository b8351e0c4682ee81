import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { REPORT_PERIODS, type ReportPeriod } from '#core/deadlines/report-periods.ts';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './work-calendar.module.css';
import { saveWorkCalendar, workCalendarQuery } from './work-calendar-api.ts';

type TypedDays = Record<ReportPeriod, { cutOffDay: string; dueDay: string; isDueNextMonth: boolean }>;

/** Weekly days off, how "trước ngày" is read, and the days of the regular reports: kept together. */
export function DeadlineRulesForm({
  settings,
  mayEdit,
}: {
  settings: WorkCalendarSettings;
  mayEdit: boolean;
}) {
  const { workCalendar: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [weeklyDaysOff, setWeeklyDaysOff] = useState(settings.weeklyDaysOff);
  const [beforeDay, setBeforeDay] = useState(settings.beforeDay);
  const [typed, setTyped] = useState(() => typedOf(settings.reports));
  const [isTried, setTried] = useState(false);
  const reports = readTyped(typed);
  const save = useMutation({
    mutationFn: saveWorkCalendar,
    onSuccess: (kept) => {
      queryClient.setQueryData(workCalendarQuery.queryKey, kept);
      void queryClient.invalidateQueries({ queryKey: ['tasks'] });
      say(words.saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reports) save.mutate({ ...settings, weeklyDaysOff, beforeDay, reports });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {save.error && <FormProblem>{sentenceOf(save.error)}</FormProblem>}
      <Section title={words.rules} lead={words.rulesLead}>
        <fieldset className={styles.weekdays} disabled={!mayEdit}>
          <legend>{words.weeklyDaysOff}</legend>
          {words.weekdays.map((name, index) => (
            <Checkbox
              key={name}
              label={name}
              checked={weeklyDaysOff.includes(index + 1)}
              onChange={(isOff) =>
                setWeeklyDaysOff(
                  isOff
                    ? [...weeklyDaysOff, index + 1].toSorted()
                    : weeklyDaysOff.filter((day) => day !== index + 1),
                )
              }
            />
          ))}
        </fieldset>
        <div className={styles.rule}>
          <Field label={words.beforeDay}>
            {(control) => (
              <Select
                {...control}
                value={beforeDay}
                onChange={setBeforeDay}
                disabled={!mayEdit}
                options={[
                  { value: 'inclusive', label: words.beforeDays.inclusive },
                  { value: 'strict', label: words.beforeDays.strict },
                ]}
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title={words.reports} lead={words.reportsLead}>
        {isTried && !reports && <FormProblem>{words.dayWrong}</FormProblem>}
        <ReportTable typed={typed} onChange={setTyped} mayEdit={mayEdit} />
      </Section>
      <div>
        <PermittedButton action="calendar.edit" kind="primary" type="submit" isBusy={save.isPending}>
          {words.save}
        </PermittedButton>
      </div>
    </form>
  );
}

function ReportTable({
  typed,
  onChange,
  mayEdit,
}: {
  typed: TypedDays;
  onChange: (typed: TypedDays) => void;
  mayEdit: boolean;
}) {
  const { workCalendar: words } = useWords();
  const change = (period: ReportPeriod, part: Partial<TypedDays[ReportPeriod]>) =>
    onChange({ ...typed, [period]: { ...typed[period], ...part } });
  return (
    <DataTable caption={words.reports} className={styles.reports}>
      <thead>
        <tr>
          {[words.period, words.cutOffDay, words.dueDay, words.dueMonth].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {REPORT_PERIODS.map((period) => {
          const name = words.periods[period];
          return (
            <tr key={period}>
              <th scope="row">{name}</th>
              <td>
                <DayInput
                  label={words.cutOffDayOf(name)}
                  value={typed[period].cutOffDay}
                  isDisabled={!mayEdit}
                  onChange={(cutOffDay) => change(period, { cutOffDay })}
                />
              </td>
              <td>
                <DayInput
                  label={words.dueDayOf(name)}
                  value={typed[period].dueDay}
                  isDisabled={!mayEdit}
                  onChange={(dueDay) => change(period, { dueDay })}
                />
              </td>
              <td>
                <Select
                  label={words.dueMonthOf(name)}
                  value={typed[period].isDueNextMonth ? 'next' : 'last'}
                  onChange={(month) => change(period, { isDueNextMonth: month === 'next' })}
                  disabled={!mayEdit}
                  options={[
                    { value: 'last', label: words.dueMonths.last },
                    { value: 'next', label: words.dueMonths.next },
                  ]}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function DayInput({
  label,
  value,
  isDisabled,
  onChange,
}: {
  label: string;
  value: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      aria-label={label}
      aria-invalid={readDayOfMonth(value) === undefined ? true : undefined}
      className={styles.dayInput}
      inputMode="numeric"
      disabled={isDisabled}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function typedOf(reports: WorkCalendarSettings['reports']): TypedDays {
  const of = (period: ReportPeriod) => ({
    cutOffDay: String(reports[period].cutOffDay),
    dueDay: String(reports[period].dueDay),
    isDueNextMonth: reports[period].isDueNextMonth,
  });
  return Object.fromEntries(REPORT_PERIODS.map((period) => [period, of(period)])) as TypedDays;
}

function readTyped(typed: TypedDays): WorkCalendarSettings['reports'] | undefined {
  const read = REPORT_PERIODS.map((period) => {
    const { cutOffDay, dueDay, isDueNextMonth } = typed[period];
    return [
      period,
      { cutOffDay: readDayOfMonth(cutOffDay), dueDay: readDayOfMonth(dueDay), isDueNextMonth },
    ] as const;
  });
  const isWhole = read.every(([, days]) => days.cutOffDay !== undefined && days.dueDay !== undefined);
  return isWhole ? (Object.fromEntries(read) as WorkCalendarSettings['reports']) : undefined;
}

function readDayOfMonth(text: string): number | undefined {
  const day = /^\d{1,2}$/u.test(text.trim()) ? Number(text) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}
