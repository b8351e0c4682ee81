import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CircleCheck, FileSpreadsheet, FileText, FileUp, Printer } from 'lucide-react';
import { printNumber } from '#core/scoring/printed-numbers.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Select } from '#web/ui/select.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useLanguage, useWords } from '#web/words/language.ts';
import { responsibilityQuery } from './queries.ts';
import { ReportingCounts } from './reporting-counts.tsx';
import styles from './responsibility.module.css';
import { responsibilityApi } from './responsibility-api.ts';
import { ResponsibilityTable } from './responsibility-table.tsx';

const route = getRouteApi('/inside/responsibility');

/** Who was late, by how long and because of whom: the list section III.1 of the plan asks for. */
export function ResponsibilityPage() {
  const me = useMe();
  const { outlook, responsibility } = useWords();
  if (me.hasPlan) return <List />;
  return (
    <>
      <PageHeader title={responsibility.tab} />
      <EmptyState
        icon={<FileUp aria-hidden />}
        title={responsibility.noPlan}
        actions={<ButtonLink to={paths.import}>{outlook.importPlan}</ButtonLink>}
      >
        {outlook.noPlanAsk}
      </EmptyState>
    </>
  );
}

function List() {
  const { responsibility } = useWords();
  const language = useLanguage();
  const search = route.useSearch();
  const overview = useSuspenseQuery(responsibilityQuery(search)).data;
  const { lines, departments, asOf } = overview;
  const others = departments.reduce((sum, each) => sum + each.heldByOthers, 0);
  const days = departments.reduce((sum, each) => sum + each.heldByOwner, others);
  const print = (count: number) => printNumber(String(count), language);
  return (
    <div className={styles.page}>
      <PageHeader
        title={
          lines.length > 0
            ? responsibility.finding(lines.length, print(days), others > 0 ? print(others) : undefined)
            : responsibility.nobodyLate
        }
        tabTitle={responsibility.tab}
        lead={responsibility.counted(printDay(asOf))}
        actions={
          <>
            <a href={responsibilityApi.file('xlsx', search)} download className={buttonClass({})}>
              <FileSpreadsheet aria-hidden />
              {responsibility.excel}
            </a>
            <a href={responsibilityApi.file('docx', search)} download className={buttonClass({})}>
              <FileText aria-hidden />
              {responsibility.word}
            </a>
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {responsibility.print}
            </Button>
          </>
        }
      />
      <ReportingCounts counts={overview.counts} completion={overview.completion} />
      <Filters shown={responsibility.shown(lines.length, departments.length)} />
      {lines.length > 0 ? (
        <ResponsibilityTable lines={lines} basis={overview.basis} />
      ) : (
        <NobodyLate since={overview.since} asOf={asOf} />
      )}
    </div>
  );
}

function Filters({ shown }: { shown: string }) {
  const me = useMe();
  const { responsibility } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const departments = useSuspenseQuery(departmentsQuery).data;
  return (
    <div className={styles.filters}>
      {me.role !== 'officer' && (
        <Select
          label={responsibility.department}
          className={styles.pick}
          value={search.department ?? ''}
          onChange={(department) =>
            void navigate({ search: { ...search, department: department || undefined }, replace: true })
          }
          options={[
            { value: '', label: responsibility.everyDepartment },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <Select
        label={responsibility.basis}
        className={styles.pick}
        value={search.basis ?? 'calendar'}
        onChange={(basis) =>
          void navigate({
            search: { ...search, basis: basis === 'working' ? basis : undefined },
            replace: true,
          })
        }
        options={[
          { value: 'calendar', label: responsibility.bases.calendar },
          { value: 'working', label: responsibility.bases.working },
        ]}
      />
      <span className={styles.shown} role="status">
        {shown}
      </span>
    </div>
  );
}

function NobodyLate({ since, asOf }: { since: string; asOf: string }) {
  const { responsibility } = useWords();
  const search = route.useSearch();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const name = departments.find(({ id }) => id === search.department)?.name;
  return (
    <EmptyState
      icon={<CircleCheck aria-hidden />}
      title={name === undefined ? responsibility.nobodyLate : responsibility.nobodyLateOf(name)}
    >
      {responsibility.nobodyLateSince(printDay(since), printDay(asOf))}{' '}
      {search.basis === 'working' && responsibility.nobodyLateWorking}
    </EmptyState>
  );
}
