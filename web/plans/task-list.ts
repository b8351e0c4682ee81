import type { Task } from '#core/plans/task.ts';
import { TASK_STATUSES, type TaskStatus, TIMELINESS, type Timeliness } from '#core/plans/task-status.ts';
import { isSaidIn } from '../criteria/said-in.ts';

/** What the address says of the task list. Nothing set means every task in document order. */
export type TaskSearch = {
  q?: string | undefined;
  status?: TaskStatus | undefined;
  timeliness?: Timeliness | undefined;
  department?: string | undefined;
  section?: string | undefined;
  criterion?: string | undefined;
  sort?: 'deadline' | 'points' | undefined;
};

export type TaskFilter = Exclude<keyof TaskSearch, 'sort'>;

const TESTS: Record<TaskFilter, (task: Task, value: string) => boolean> = {
  q: (task, value) => isSaidIn(value, task.text, task.sectionTitle, task.deadline.words),
  status: (task, value) => task.status === value,
  timeliness: (task, value) => task.timeliness === value,
  department: (task, value) =>
    value === 'none' ? task.owners.length === 0 : task.owners.some((owner) => owner.departmentId === value),
  section: (task, value) => task.section === value,
  criterion: (task, value) =>
    task.criteria.some(
      ({ code }) => code === value || code.startsWith(`${value}.`) || value.startsWith(`${code}.`),
    ),
};

/** The filters that are set, in the order their chips stand. */
export function listFilters(search: TaskSearch): { filter: TaskFilter; value: string }[] {
  const filters = Object.keys(TESTS) as TaskFilter[];
  return filters.flatMap((filter) => {
    const value = search[filter];
    return value ? [{ filter, value }] : [];
  });
}

/** The tasks that pass every filter, in the order asked for; ties keep document order. */
export function listTasks(tasks: readonly Task[], search: TaskSearch): Task[] {
  const filters = listFilters(search);
  const found = tasks.filter((task) => filters.every(({ filter, value }) => TESTS[filter](task, value)));
  if (search.sort === 'deadline') return found.sort(byUrgency);
  if (search.sort === 'points') return found.sort((a, b) => b.pointsAtStake - a.pointsAtStake);
  return found;
}

/** Open tasks by their due day, then those without a day, then those done. */
export function byUrgency(a: Task, b: Task): number {
  const [doneA, doneB] = [a.status === 'done', b.status === 'done'];
  if (doneA !== doneB) return Number(doneA) - Number(doneB);
  if (a.dueTo === b.dueTo) return 0;
  if (a.dueTo === null || b.dueTo === null) return a.dueTo === null ? 1 : -1;
  return a.dueTo < b.dueTo ? -1 : 1;
}

/** How many tasks stand at each status and each state of time, over what the other filters leave. */
export function countTasks(tasks: readonly Task[], search: TaskSearch) {
  const statuses = listTasks(tasks, { ...search, status: undefined });
  const times = listTasks(tasks, { ...search, timeliness: undefined });
  const count = (list: Task[], isOne: (task: Task) => boolean) => list.filter(isOne).length;
  return {
    byStatus: TASK_STATUSES.map((status) => ({
      status,
      tasks: count(statuses, (task) => task.status === status),
    })),
    byTimeliness: TIMELINESS.map((timeliness) => ({
      timeliness,
      tasks: count(times, (task) => task.timeliness === timeliness),
    })),
  };
}

/** The sections the tasks stand in, in document order, with their titles. */
export function listSections(tasks: readonly Task[]): { section: string; title: string }[] {
  const titleBySection = new Map(tasks.map((task) => [task.section, task.sectionTitle]));
  return [...titleBySection].map(([section, title]) => ({ section, title }));
}
