import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { TASK_STATUSES, type TaskStatus, TIMELINESS, type Timeliness } from '#core/plans/task-status.ts';
import { foldText } from '#core/vietnamese.ts';

export const TASK_VIEWS = ['list', 'board', 'calendar', 'timeline', 'workload'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** What the address says of the tasks. Nothing set means the list of every task in document order. */
export type TaskSearch = {
  /** Absent for the list. */
  view?: Exclude<TaskView, 'list'> | undefined;
  q?: string | undefined;
  status?: TaskStatus | undefined;
  timeliness?: Timeliness | undefined;
  department?: string | undefined;
  section?: string | undefined;
  criterion?: string | undefined;
  /** Work that is not done: all of it, what falls due within so many days, or in one month ("2026-09"). */
  due?: string | undefined;
  sort?: 'deadline' | 'points' | 'department' | undefined;
  /** The month the calendar or the timeline shows, when it is not the present one. */
  month?: string | undefined;
  /** By what the timeline gathers its rows; by section when absent. */
  group?: 'department' | undefined;
};

export type TaskFilter = Exclude<keyof TaskSearch, 'view' | 'sort' | 'month' | 'group'>;

// Folding is dear and the same tasks are asked at every letter typed: each is folded once.
const foldedByTask = new WeakMap<Task, string>();

function foldedTask(task: Task): string {
  const known = foldedByTask.get(task);
  if (known !== undefined) return known;
  const folded = foldText([task.text, task.sectionTitle, task.deadline.words].join(' | '));
  foldedByTask.set(task, folded);
  return folded;
}

/** Whether the task is open and falls due as `due` asks: "open", within "7" or "30" days, in "2026-09". */
export function fallsDue(task: Task, due: string): boolean {
  if (task.status === 'done') return false;
  if (due === 'open') return true;
  if (due.includes('-')) return task.dueTo?.startsWith(due) ?? false;
  return task.daysLeft !== null && task.daysLeft >= 0 && task.daysLeft <= Number(due);
}

const TESTS: Record<TaskFilter, (value: string) => (task: Task) => boolean> = {
  q: (value) => {
    const words = foldText(value).split(' ');
    return (task) => words.every((word) => foldedTask(task).includes(word));
  },
  status: (value) => (task) => task.status === value,
  timeliness: (value) => (task) => task.timeliness === value,
  department: (value) => (task) =>
    value === 'none' ? task.owners.length === 0 : task.owners.some((owner) => owner.departmentId === value),
  section: (value) => (task) => task.section === value,
  criterion: (value) => (task) =>
    task.criteria.some(
      ({ code }) => code === value || code.startsWith(`${value}.`) || value.startsWith(`${code}.`),
    ),
  due: (value) => (task) => fallsDue(task, value),
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
  const tests = listFilters(search).map(({ filter, value }) => TESTS[filter](value));
  const found = tasks.filter((task) => tests.every((passes) => passes(task)));
  if (search.sort === 'deadline') return found.sort(byUrgency);
  if (search.sort === 'points') return found.sort((a, b) => b.pointsAtStake - a.pointsAtStake);
  if (search.sort === 'department') return found.sort(byDepartment);
  return found;
}

const VIETNAMESE = new Intl.Collator('vi');

/** The department a task is listed under: its lead, else whoever is named first. */
export function leadOf(task: Pick<Task, 'owners'>): Task['owners'][number] | undefined {
  return inChargeOf(task.owners)[0];
}

function byDepartment(a: Task, b: Task): number {
  const [one, other] = [leadOf(a)?.name, leadOf(b)?.name];
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return VIETNAMESE.compare(one, other);
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
