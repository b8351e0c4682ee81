import type { Task } from '#core/plans/task.ts';
import type { TaskSearch } from '#web/plans/task-list.ts';

/** What every view of the tasks is given. */
export type TaskViewProps = {
  /** The tasks that pass the filters, in the order asked for. */
  tasks: readonly Task[];
  /** Every task of the plan. */
  all: readonly Task[];
  search: TaskSearch;
  /** Changes the address; what is undefined leaves it. */
  onSearch: (change: Partial<TaskSearch>) => void;
};
