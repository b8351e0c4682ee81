import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import { needsDepartment } from '#core/people/roles.ts';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { departmentsQuery, tasksQuery } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { groupMyWork, holdPlaces, placesOf, type TasksOfGroup } from './my-work.ts';
import styles from './plans.module.css';
import { ProgressUpdate } from './progress-update.tsx';
import { DeadlineWords, TaskState, TimeLeft } from './task-words.tsx';

/** What one department has to do, the most pressing first, each answered in one tap. */
export function MyWorkPage() {
  const me = useMe();
  const { plans } = useWords();
  if (needsDepartment(me.role) && me.departmentId === null) {
    return (
      <EmptyState
        fills="page"
        icon={<ClipboardCheck aria-hidden />}
        title={plans.myWork.noDepartment}
        actions={<ButtonLink to={paths.tasks}>{plans.myWork.toTasks}</ButtonLink>}
      >
        {plans.myWork.noDepartmentWhy}
      </EmptyState>
    );
  }
  return <WorkOfDepartment />;
}

function WorkOfDepartment() {
  const me = useMe();
  const { plans } = useWords();
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }).department;
  const tasks = useSuspenseQuery({ ...tasksQuery, ...(me.hasPlan ? {} : { queryFn: () => [] }) }).data;
  const mayReadPlan = mayEver(me.role, 'plan.read');
  const departments = useSuspenseQuery(departmentsQuery).data;
  const mayPick = !needsDepartment(me.role);
  const departmentId = mayPick ? (asked ?? me.departmentId ?? 'all') : (me.departmentId ?? 'all');
  const name = departments.find((each) => each.id === departmentId)?.name;
  const groups = groupMyWork(
    tasks,
    departmentId === 'all' ? undefined : departmentId,
    new Map(departments.map(({ id, kind }) => [id, kind])),
  );
  const open = groups.filter(({ group }) => group !== 'done');
  const overdue = groups.find(({ group }) => group === 'overdue')?.tasks.length ?? 0;
  const openTasks = open.reduce((sum, { tasks: inGroup }) => sum + inGroup.length, 0);

  return (
    <div className={styles.work}>
      <PageHeader
        title={groups.length === 0 ? plans.myWork.tab : plans.myWork.finding(openTasks, overdue)}
        tabTitle={plans.myWork.tab}
        lead={name && plans.myWork.of(name)}
        actions={
          mayPick && (
            <Select
              label={plans.myWork.pick}
              className={styles.pick}
              value={departmentId}
              onChange={(department) =>
                void navigate({ to: paths.myWork, search: { department }, replace: true })
              }
              options={[
                { value: 'all', label: plans.myWork.everyone },
                ...departments.map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
          )
        }
      />
      {groups.length === 0 && (
        <EmptyState
          icon={<ClipboardCheck aria-hidden />}
          title={plans.myWork.empty}
          actions={mayReadPlan && <ButtonLink to={paths.tasks}>{plans.myWork.toTasks}</ButtonLink>}
        >
          {plans.myWork.emptyWhy}
        </EmptyState>
      )}
      <WorkGroups key={departmentId} groups={groups} />
    </div>
  );
}

function WorkGroups({ groups }: { groups: TasksOfGroup[] }) {
  const { plans } = useWords();
  const [places] = useState(() => placesOf(groups));
  const held = holdPlaces(groups, places);
  const done = held.find(({ group }) => group === 'done');
  const open = held.filter(({ group }) => group !== 'done');
  return (
    <>
      {open.map(({ group, tasks: inGroup }) => (
        <section key={group} className={styles.group}>
          <h2>
            {plans.timeliness[group]} <span className={styles.soft}>({inGroup.length})</span>
          </h2>
          <WorkList tasks={inGroup} />
        </section>
      ))}
      {done && (
        <details className={styles.group}>
          <summary>{plans.myWork.showDone(done.tasks.length)}</summary>
          <WorkList tasks={done.tasks} />
        </details>
      )}
    </>
  );
}

function WorkList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={styles.workList}>
      {tasks.map((task) => (
        <li key={task.id} className={styles.workItem}>
          <div className={styles.workHead}>
            <TimeLeft task={task} />
            <TaskState task={task} />
            <span className={styles.soft}>{task.section}</span>
          </div>
          <Link to={paths.task} params={{ taskId: task.id }} className={styles.workText}>
            {task.text}
          </Link>
          <DeadlineWords task={task} />
          {task.lastNote && <p className={styles.lastNote}>“{task.lastNote}”</p>}
          <ProgressUpdate task={task} />
        </li>
      ))}
    </ul>
  );
}
