import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Pencil, Plus, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { weekdayOf } from '#core/deadlines/days.ts';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { paths } from '#web/paths.ts';
import { PeopleTabs } from '#web/people/people-tabs.tsx';
import { PermittedButton, useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { classNames } from '#web/ui/class-names.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { say } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { CalendarDayForm } from './calendar-day-form.tsx';
import { DeadlineRulesForm } from './deadline-rules-form.tsx';
import { type NamedDayOfYear, namedDaysOf } from './named-days.ts';
import styles from './work-calendar.module.css';
import { saveWorkCalendar, workCalendarQuery } from './work-calendar-api.ts';

/** When the unit works, and how it counts deadlines. */
export function WorkCalendarPage() {
  const { workCalendar: words } = useWords();
  const { today, planYear } = useMe();
  const { year = planYear ?? Number(today.slice(0, 4)) } = useSearch({
    from: '/inside/settings/work-calendar',
  });
  const settings = useSuspenseQuery(workCalendarQuery).data;
  const mayEdit = useRefusal('calendar.edit') === undefined;
  const [edited, setEdited] = useState<NamedDayOfYear | 'new' | undefined>(undefined);
  const days = namedDaysOf(year, settings);
  const daysOff = days.filter(({ day, isOff }) => isOff && !settings.weeklyDaysOff.includes(weekdayOf(day)));
  return (
    <>
      <PageHeader
        title={words.title(year, daysOff.length)}
        tabTitle={words.tab}
        lead={words.lead}
        actions={
          <PermittedButton
            action="calendar.edit"
            kind="primary"
            icon={<Plus aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {words.addDay}
          </PermittedButton>
        }
      />
      <PeopleTabs />
      <div className={styles.stack}>
        <Section
          title={words.daysOf(year)}
          lead={days.some(({ day, isOff }) => day === `${year}-11-24` && isOff) && words.cultureDay}
          actions={
            <>
              <YearLink year={year - 1} icon={<ChevronLeft aria-hidden />} />
              <YearLink year={year + 1} icon={<ChevronRight aria-hidden />} />
            </>
          }
        >
          <DayTable days={days} settings={settings} onEdit={setEdited} />
        </Section>
        <DeadlineRulesForm key={settings.version} settings={settings} mayEdit={mayEdit} />
      </div>
      {edited !== undefined && (
        <CalendarDayForm
          settings={settings}
          edited={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

function YearLink({ year, icon }: { year: number; icon: ReactNode }) {
  return (
    <Link to={paths.workCalendar} search={{ year }} className={styles.year}>
      {icon} {year}
    </Link>
  );
}

function DayTable({
  days,
  settings,
  onEdit,
}: {
  days: readonly NamedDayOfYear[];
  settings: WorkCalendarSettings;
  onEdit: (day: NamedDayOfYear) => void;
}) {
  const { workCalendar: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ day }: NamedDayOfYear) =>
      saveWorkCalendar({ ...settings, days: settings.days.filter((each) => each.day !== day) }),
    onSuccess: (kept, { day }) => {
      queryClient.setQueryData(workCalendarQuery.queryKey, kept);
      say(words.removed(printDay(day)));
    },
  });
  return (
    <>
      {remove.error && <FormProblem>{sentenceOf(remove.error)}</FormProblem>}
      <DataTable caption={words.days}>
        <thead>
          <tr>
            <th scope="col" className={styles.wide}>
              {words.month}
            </th>
            <th scope="col">{words.day}</th>
            <th scope="col" className={styles.wide}>
              {words.weekday}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col" className={styles.wide}>
              {words.kind}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {days.map((each, index) => {
            const month = each.day.slice(5, 7);
            const isFirst = days[index - 1]?.day.slice(5, 7) !== month;
            return (
              <tr key={each.day}>
                <td className={classNames(styles.month, styles.wide)}>
                  {isFirst && words.monthOf(Number(month))}
                </td>
                <th scope="row" className={styles.day}>
                  {printDay(each.day).slice(0, 5)}
                </th>
                <td className={classNames(styles.soft, styles.wide)}>
                  {words.weekdays[weekdayOf(each.day) - 1]}
                </td>
                <td>
                  {each.name}
                  <span className={styles.under}>{words.kinds[each.kind]}</span>
                </td>
                <td className={classNames(styles.soft, styles.wide)}>{words.kinds[each.kind]}</td>
                <td className={styles.right}>
                  <div className={styles.actions}>
                    {each.isOwn && (
                      <PermittedButton
                        action="calendar.edit"
                        size="small"
                        icon={<Undo2 aria-hidden />}
                        onClick={() => remove.mutate(each)}
                      >
                        {words.remove}
                      </PermittedButton>
                    )}
                    <PermittedButton
                      action="calendar.edit"
                      size="small"
                      icon={<Pencil aria-hidden />}
                      aria-label={words.editDay(printDay(each.day))}
                      onClick={() => onEdit(each)}
                    >
                      {words.edit}
                    </PermittedButton>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}
