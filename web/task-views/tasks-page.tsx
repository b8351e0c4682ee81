import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ClipboardList } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { listTasks, type TaskSearch, type TaskView } from '#web/plans/task-list.ts';
import { tasksQuery } from '#web/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useWords } from '#web/words/language.ts';
import { TaskFilters } from './task-filters.tsx';
import { TaskListView } from './task-list-view.tsx';
import { TasksHeader } from './tasks-header.tsx';
import type { TaskViewProps } from './view-props.ts';

// The list comes with the page; the other views only when somebody looks at them.
const VIEWS: Record<Exclude<TaskView, 'list'>, ComponentType<TaskViewProps>> = {
  board: lazy(() => import('./board-view.tsx').then(({ BoardView }) => ({ default: BoardView }))),
  calendar: lazy(() => import('./calendar-view.tsx').then(({ CalendarView }) => ({ default: CalendarView }))),
  timeline: lazy(() => import('./timeline-view.tsx').then(({ TimelineView }) => ({ default: TimelineView }))),
  workload: lazy(() => import('./workload-view.tsx').then(({ WorkloadView }) => ({ default: WorkloadView }))),
};
/** Views whose finding is another than that of all tasks. */
const TITLES: Partial<Record<TaskView, ComponentType<TaskViewProps>>> = {
  calendar: lazy(() =>
    import('./calendar-title.tsx').then(({ CalendarTitle }) => ({ default: CalendarTitle })),
  ),
  workload: lazy(() =>
    import('./workload-title.tsx').then(({ WorkloadTitle }) => ({ default: WorkloadTitle })),
  ),
};

/** Every task of the live plan, narrowed by what the address asks, in the view it asks for. */
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
  const { taskViews } = useWords();
  const all = useSuspenseQuery(tasksQuery).data;
  const search = useSearch({ strict: false }) as TaskSearch;
  const navigate = useNavigate();
  const tasks = useMemo(() => listTasks(all, search), [all, search]);
  const onSearch = (change: Partial<TaskSearch>) =>
    void navigate({ to: paths.tasks, search: { ...search, ...change }, replace: true });
  const props = { tasks, all, search, onSearch };
  const View = search.view ? VIEWS[search.view] : TaskListView;
  const Title = search.view && TITLES[search.view];
  return (
    <>
      <Suspense fallback={<TasksHeader tasks={all} />}>
        {Title ? <Title {...props} /> : <TasksHeader tasks={all} />}
      </Suspense>
      <TaskFilters all={all} search={search} shown={tasks.length} onSearch={onSearch} />
      <Suspense fallback={<Waiting label={taskViews.loading} />}>
        <View {...props} />
      </Suspense>
    </>
  );
}
