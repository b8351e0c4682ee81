import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardList } from 'lucide-react';
import type { Task } from '#core/plans/task.ts';
import { OwnerNames } from '#web/criteria/criterion-words.tsx';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { departmentsQuery, tasksQuery } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import styles from './plans.module.css';
import {
  countTasks,
  listFilters,
  listSections,
  listTasks,
  type TaskFilter,
  type TaskSearch,
} from './task-list.ts';
import { DeadlineWords, TaskState, TimeLeft } from './task-words.tsx';

/** Every task of the live plan, narrowed by what the address asks. */
export function TasksPage() {
  const me = useMe();
  const { plans, criteria } = useWords();
  if (!me.hasPlan) {
    return (
      <EmptyState
        fills="page"
        icon={<ClipboardList aria-hidden />}
        title={plans.tasks.noneYet}
        actions={
          <ButtonLink to={paths.import} kind="primary">
            {criteria.importPlan}
          </ButtonLink>
        }
      >
        {plans.plan.emptyWhy}
      </EmptyState>
    );
  }
  return <TasksOfPlan />;
}

function TasksOfPlan() {
  const { plans } = useWords();
  const tasks = useSuspenseQuery(tasksQuery).data;
  const search = useSearch({ strict: false }) as TaskSearch;
  const isNarrow = useIsNarrow();
  const found = listTasks(tasks, search);
  const count = (timeliness: Task['timeliness']) =>
    tasks.filter((task) => task.timeliness === timeliness).length;
  const open = tasks.length - count('done');
  return (
    <>
      <PageHeader
        title={plans.tasks.finding(count('overdue'), count('due_soon'), open)}
        tabTitle={plans.tasks.tab}
      />
      <TaskFilters tasks={tasks} search={search} shown={found.length} />
      {found.length === 0 ? (
        <EmptyState title={tasks.length === 0 ? plans.tasks.noneYet : plans.tasks.none} />
      ) : isNarrow ? (
        <TaskCards tasks={found} />
      ) : (
        <TaskTable tasks={found} />
      )}
    </>
  );
}

function TaskFilters({
  tasks,
  search,
  shown,
}: {
  tasks: readonly Task[];
  search: TaskSearch;
  shown: number;
}) {
  const { plans } = useWords();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const navigate = useNavigate();
  const set = (change: Partial<TaskSearch>) =>
    void navigate({ to: paths.tasks, search: { ...search, ...change }, replace: true });
  const { byStatus, byTimeliness } = countTasks(tasks, search);
  const words: Record<TaskFilter, (value: string) => string> = {
    q: plans.tasks.chips.q,
    section: plans.tasks.chips.section,
    criterion: plans.tasks.chips.criterion,
    status: (value) => plans.statuses[value as Task['status']],
    timeliness: (value) => plans.timeliness[value as Task['timeliness']],
    department: (value) => departments.find((each) => each.id === value)?.name ?? plans.task.noOwner,
  };
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={plans.tasks.filter}
          value={search.q ?? ''}
          onChange={(q) => set({ q: q || undefined })}
        />
        <Select
          label={plans.tasks.timeliness}
          className={styles.pickSmall}
          value={search.timeliness ?? ''}
          onChange={(timeliness) => set({ timeliness: timeliness === '' ? undefined : timeliness })}
          options={[
            { value: '', label: plans.tasks.everyTime },
            ...byTimeliness.map((each) => ({
              value: each.timeliness,
              label: plans.timeliness[each.timeliness],
              hint: String(each.tasks),
            })),
          ]}
        />
        <Select
          label={plans.tasks.status}
          className={styles.pickSmall}
          value={search.status ?? ''}
          onChange={(status) => set({ status: status === '' ? undefined : status })}
          options={[
            { value: '', label: plans.tasks.everyStatus },
            ...byStatus.map((each) => ({
              value: each.status,
              label: plans.statuses[each.status],
              hint: String(each.tasks),
            })),
          ]}
        />
        <Select
          label={plans.tasks.columns.owners}
          className={styles.pick}
          value={search.department ?? ''}
          onChange={(department) => set({ department: department || undefined })}
          options={[
            { value: '', label: plans.myWork.everyone },
            ...departments.map((each) => ({ value: each.id, label: each.name })),
            { value: 'none', label: plans.task.noOwner },
          ]}
        />
        <Select
          label={plans.tasks.columns.key}
          className={styles.pick}
          value={search.section ?? ''}
          onChange={(section) => set({ section: section || undefined })}
          options={[
            { value: '', label: plans.tasks.everySection },
            ...listSections(tasks).map(({ section, title }) => ({
              value: section,
              label: plans.tasks.section(section, title),
            })),
          ]}
        />
        <Select
          label={plans.tasks.sort}
          className={styles.pick}
          value={search.sort ?? ''}
          onChange={(sort) => set({ sort: sort === '' ? undefined : sort })}
          options={[
            { value: '', label: plans.tasks.sortNone },
            { value: 'deadline', label: plans.tasks.sortDeadline },
            { value: 'points', label: plans.tasks.sortPoints },
          ]}
        />
        <span className={styles.count} role="status">
          {plans.tasks.shown(shown, tasks.length)}
        </span>
      </div>
      <div className={styles.chips}>
        {listFilters(search).map(({ filter, value }) => (
          <Chip key={filter} label={words[filter](value)} onRemove={() => set({ [filter]: undefined })} />
        ))}
      </div>
    </>
  );
}

function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const { plans } = useWords();
  const { columns } = plans.tasks;
  return (
    <DataTable caption={plans.tasks.tab} isTall className={styles.taskTable}>
      <thead>
        <tr>
          <th scope="col">{columns.key}</th>
          <th scope="col">{columns.text}</th>
          <th scope="col">{columns.deadline}</th>
          <th scope="col">{columns.owners}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col" className={cell.number}>
            {columns.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <td className={cell.soft}>{task.key}</td>
            <td>
              <Link to={paths.task} params={{ taskId: task.id }} className={styles.link}>
                {task.text}
              </Link>
            </td>
            <td>
              <DeadlineWords deadline={task.deadline} />
              {task.timeliness !== 'recurring' && <TimeLeft task={task} />}
            </td>
            <td className={cell.soft}>
              <OwnerNames owners={task.owners} />
            </td>
            <td>
              <TaskState task={task} />
            </td>
            <td className={cell.number}>
              <Points value={task.pointsAtStake} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function TaskCards({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={styles.workList}>
      {tasks.map((task) => (
        <li key={task.id} className={styles.workItem}>
          <div className={styles.workHead}>
            <TimeLeft task={task} />
            <TaskState task={task} />
          </div>
          <Link to={paths.task} params={{ taskId: task.id }} className={styles.workText}>
            {task.text}
          </Link>
          <DeadlineWords deadline={task.deadline} />
          <span className={styles.soft}>
            <OwnerNames owners={task.owners} />
          </span>
        </li>
      ))}
    </ul>
  );
}
