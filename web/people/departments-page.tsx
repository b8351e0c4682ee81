import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Building2, CircleAlert, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Department } from '#core/people/department.ts';
import { foldText } from '#core/vietnamese.ts';
import { HistoryLink } from '#web/history/history-link.tsx';
import { paths } from '#web/paths.ts';
import { departmentsQuery } from '#web/queries.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Status } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import { DepartmentDialog } from './department-dialog.tsx';
import styles from './people.module.css';
import { PeopleTabs } from './people-tabs.tsx';
import { PermittedButton } from './permitted-button.tsx';

/** The departments, services and schools that answer for the plan, with what each carries. */
export function DepartmentsPage() {
  const { people } = useWords();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const [query, setQuery] = useState('');
  const [dialog, setDialog] = useState<Department | 'new' | undefined>(undefined);
  const shown = departments.filter((department) =>
    [department.name, ...department.spellings].some((name) => foldText(name).includes(foldText(query))),
  );
  return (
    <>
      <PageHeader
        title={departments.length > 0 ? people.departmentsTitle(departments.length) : people.departmentsNone}
        tabTitle={people.departments}
        lead={people.departmentsLead}
        actions={
          <PermittedButton
            action="department.edit"
            kind="primary"
            icon={<Plus aria-hidden />}
            onClick={() => setDialog('new')}
          >
            {people.addDepartment}
          </PermittedButton>
        }
      />
      <PeopleTabs />
      {departments.length === 0 ? (
        <EmptyState icon={<Building2 aria-hidden />} title={people.departmentsNone}>
          {people.departmentsNoneWhy}
        </EmptyState>
      ) : (
        <>
          <SearchField
            className={styles.filter}
            label={people.filterDepartments}
            value={query}
            onChange={setQuery}
          />
          <DepartmentTable departments={shown} onEdit={setDialog} />
        </>
      )}
      {dialog !== undefined && (
        <DepartmentDialog
          department={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

function DepartmentTable(props: {
  departments: readonly Department[];
  onEdit: (department: Department) => void;
}) {
  const { people } = useWords();
  return (
    <DataTable caption={people.departments}>
      <thead>
        <tr>
          <th scope="col">{people.departmentName}</th>
          <th scope="col">{people.kind}</th>
          {[
            people.criteriaCount,
            people.taskCount,
            people.openTasks,
            people.overdueTasks,
            people.memberCount,
          ].map((head) => (
            <th key={head} scope="col" className={cell.number}>
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {props.departments.map((department) => (
          <tr key={department.id}>
            <th scope="row">
              <Link to={paths.tasks} search={{ department: department.id }}>
                {department.name}
              </Link>
              {department.spellings.length > 0 && (
                <span className={styles.hint}>{department.spellings.join(' · ')}</span>
              )}
            </th>
            <td>{people.kinds[department.kind]}</td>
            <td className={cell.number}>{department.criteria}</td>
            <td className={cell.number}>{department.tasks}</td>
            <td className={cell.number}>{department.openTasks}</td>
            <td className={cell.number}>
              {department.overdueTasks > 0 ? (
                <Status tone="returned" icon={<CircleAlert aria-hidden />}>
                  {department.overdueTasks}
                </Status>
              ) : (
                0
              )}
            </td>
            <td className={cell.number}>{department.members}</td>
            <td className={styles.right}>
              <HistoryLink subject={department.id} name={department.name} />{' '}
              <PermittedButton
                action="department.edit"
                size="small"
                aria-label={people.editDepartment(department.name)}
                onClick={() => props.onEdit(department)}
              >
                {people.edit}
              </PermittedButton>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
