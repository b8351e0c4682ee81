import type { Department } from '#core/people/department.ts';
import type { Task } from '#core/plans/task.ts';
import { countTasks, listSections, type TaskSearch } from '#web/plans/task-list.ts';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './task-views.module.css';

/** The filters that are chosen from a list, and the order where the view has one. */
export function TaskPicks({
  all,
  search,
  departments,
  onSearch,
}: {
  all: readonly Task[];
  search: TaskSearch;
  departments: readonly Department[];
  onSearch: (change: Partial<TaskSearch>) => void;
}) {
  const { plans, taskViews } = useWords();
  const { byStatus, byTimeliness } = countTasks(all, search);
  const isOrdered = search.view === undefined || search.view === 'board';
  return (
    <>
      <Select
        label={plans.tasks.timeliness}
        className={styles.pickSmall}
        value={search.timeliness ?? ''}
        onChange={(timeliness) => onSearch({ timeliness: timeliness === '' ? undefined : timeliness })}
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
        onChange={(status) => onSearch({ status: status === '' ? undefined : status })}
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
        onChange={(department) => onSearch({ department: department || undefined })}
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
        onChange={(section) => onSearch({ section: section || undefined })}
        options={[
          { value: '', label: plans.tasks.everySection },
          ...listSections(all).map(({ section, title }) => ({
            value: section,
            label: plans.tasks.section(section, title),
          })),
        ]}
      />
      {isOrdered && (
        <Select
          label={plans.tasks.sort}
          className={styles.pick}
          value={search.sort ?? ''}
          onChange={(sort) => onSearch({ sort: sort === '' ? undefined : sort })}
          options={[
            { value: '', label: plans.tasks.sortNone },
            { value: 'deadline', label: plans.tasks.sortDeadline },
            { value: 'points', label: plans.tasks.sortPoints },
            { value: 'department', label: taskViews.sortDepartment },
          ]}
        />
      )}
    </>
  );
}
