import { createLink } from '@tanstack/react-router';
import { CalendarDays, ChartGantt, Columns3, List, Scale } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { paths } from '#web/paths.ts';
import { TASK_VIEWS, type TaskSearch, type TaskView } from '#web/plans/task-list.ts';
import { useWords } from '#web/words/language.ts';
import styles from './task-views.module.css';

const ICONS: Record<TaskView, ReactNode> = {
  list: <List aria-hidden />,
  board: <Columns3 aria-hidden />,
  calendar: <CalendarDays aria-hidden />,
  timeline: <ChartGantt aria-hidden />,
  workload: <Scale aria-hidden />,
};

function ViewAnchor({ isPresent, children, ...rest }: ComponentPropsWithRef<'a'> & { isPresent: boolean }) {
  return (
    // The router takes the list for present in every view, because the list has no word in the address.
    <a {...rest} aria-current={isPresent ? 'page' : undefined}>
      {children}
    </a>
  );
}

const ViewLink = createLink(ViewAnchor);

/** The ways to look at the same tasks: links, so that each can be opened beside the others. */
export function ViewSwitch({ search }: { search: TaskSearch }) {
  const { taskViews } = useWords();
  const present = search.view ?? 'list';
  return (
    <nav className={styles.switch} aria-label={taskViews.switch}>
      {TASK_VIEWS.map((view) => (
        <ViewLink
          key={view}
          to={paths.tasks}
          search={{ ...search, view: view === 'list' ? undefined : view }}
          isPresent={view === present}
          className={styles.switchLink}
        >
          {ICONS[view]}
          {taskViews.views[view]}
        </ViewLink>
      ))}
    </nav>
  );
}
