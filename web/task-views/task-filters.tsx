import { useSuspenseQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import styles from '#web/plans/plans.module.css';
import { listFilters, type TaskFilter, type TaskSearch } from '#web/plans/task-list.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Drawer } from '#web/ui/dialog.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import { printMonth } from './day-steps.ts';
import { SavedFiltersMenu } from './saved-filters-menu.tsx';
import { TaskPicks } from './task-picks.tsx';
import views from './task-views.module.css';
import { ViewSwitch } from './view-switch.tsx';

export type TaskFiltersProps = {
  all: readonly Task[];
  search: TaskSearch;
  shown: number;
  onSearch: (change: Partial<TaskSearch>) => void;
};

/** The choice of view and the filters all views have; on a phone the filters lie behind one button, so that the tasks come first. */
export function TaskFilters({ all, search, shown, onSearch }: TaskFiltersProps) {
  const { plans, taskViews } = useWords();
  const departments = useSuspenseQuery(departmentsQuery).data;
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const words: Record<TaskFilter, (value: string) => string> = {
    q: plans.tasks.chips.q,
    section: plans.tasks.chips.section,
    criterion: plans.tasks.chips.criterion,
    status: (value) => plans.statuses[value as Task['status']],
    timeliness: (value) => plans.timeliness[value as Task['timeliness']],
    department: (value) => departments.find((each) => each.id === value)?.name ?? plans.task.noOwner,
    due: (value) => printDue(value, taskViews),
  };
  const filters = listFilters(search);
  const picks = <TaskPicks all={all} search={search} departments={departments} onSearch={onSearch} />;
  const tools = (
    <>
      <SavedFiltersMenu search={search} />
      <span className={styles.count} role="status">
        {plans.tasks.shown(shown, all.length)}
      </span>
    </>
  );
  return (
    <>
      <div className={views.head}>
        <ViewSwitch search={search} />
        {!isNarrow && tools}
      </div>
      <div className={styles.filters}>
        <SearchField
          className={styles.search}
          label={plans.tasks.filter}
          value={search.q ?? ''}
          onChange={(q) => onSearch({ q: q || undefined })}
        />
        {isNarrow ? (
          <>
            <Button icon={<SlidersHorizontal aria-hidden />} onClick={() => setOpen(true)}>
              {taskViews.filters(filters.filter(({ filter }) => filter !== 'q').length)}
            </Button>
            {tools}
          </>
        ) : (
          picks
        )}
      </div>
      <div className={styles.chips}>
        {filters.map(({ filter, value }) => (
          <Chip
            key={filter}
            label={words[filter](value)}
            onRemove={() => onSearch({ [filter]: undefined })}
          />
        ))}
      </div>
      {isNarrow && (
        <Drawer
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          title={taskViews.filtersTitle}
          footer={
            <Button kind="primary" onClick={() => setOpen(false)}>
              {taskViews.showFound(shown)}
            </Button>
          }
        >
          <div className={views.picks}>{picks}</div>
        </Drawer>
      )}
    </>
  );
}

function printDue(due: string, words: Words['taskViews']): string {
  if (due === 'open') return words.dueOpen;
  return due.includes('-') ? words.dueIn(printMonth(due)) : words.dueWithin(due);
}
