import type { DepartmentInput } from '#core/people/department.ts';
import { markedOccurrence } from '#core/plans/marked-occurrence.ts';
import type { ProgressInput, Task } from '#core/plans/task.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { timelinessOf } from '#core/plans/timeliness.ts';
import { byUrgency } from './task-list.ts';

export const WORK_GROUPS = ['overdue', 'due_soon', 'later', 'recurring', 'undated', 'done'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

/**
 * The tasks one department answers for, the most pressing group first and within it the nearest
 * day; groups with nothing in them are left out. What a group such as "Các phòng, ban, đơn vị"
 * answers for is everyone's work. Without a department every task counts.
 */
export function groupMyWork(
  tasks: readonly Task[],
  departmentId: string | undefined,
  kindByDepartment: ReadonlyMap<string, DepartmentInput['kind']> = new Map(),
): TasksOfGroup[] {
  const mine = departmentId
    ? tasks.filter((task) =>
        answeringDepartments(task, kindByDepartment, departmentId).includes(departmentId),
      )
    : [...tasks];
  return WORK_GROUPS.map((group) => ({
    group,
    tasks: mine.filter((task) => task.timeliness === group).sort(byUrgency),
  })).filter(({ tasks: inGroup }) => inGroup.length > 0);
}

export type TasksOfGroup = { group: WorkGroup; tasks: Task[] };
/** Where each task stood when the list was opened. */
export type Places = ReadonlyMap<string, { group: WorkGroup; rank: number }>;

export function placesOf(groups: readonly TasksOfGroup[]): Places {
  return new Map(
    groups.flatMap(({ group, tasks }) => tasks.map((task, rank) => [task.id, { group, rank }] as const)),
  );
}

/**
 * The groups with every task where it stood when the list was opened, so that nothing moves under the
 * finger that has just answered. A task that came since stands in its own group, at the end.
 */
export function holdPlaces(groups: readonly TasksOfGroup[], places: Places): TasksOfGroup[] {
  const rankOf = (task: Task) => places.get(task.id)?.rank ?? Number.MAX_SAFE_INTEGER;
  return WORK_GROUPS.map((group) => ({
    group,
    tasks: groups
      .flatMap(({ group: own, tasks }) =>
        tasks.filter((task) => (places.get(task.id)?.group ?? own) === group),
      )
      .sort((one, other) => rankOf(one) - rankOf(other)),
  })).filter(({ tasks }) => tasks.length > 0);
}

export type Tap =
  | { kind: 'done' }
  | { kind: 'in_progress'; percent: number }
  | { kind: 'nothing_new' }
  | { kind: 'note' };

/** What one tap on a task says to the server. A task with nothing new keeps its percent. */
export function tapToProgress(
  task: Pick<Task, 'status' | 'percent' | 'version'>,
  tap: Tap,
  note = '',
): ProgressInput {
  const { version } = task;
  if (tap.kind === 'done') return { status: 'done', percent: 100, note, isNothingNew: false, version };
  if (tap.kind === 'note') {
    return { status: task.status, percent: task.percent, note, isNothingNew: false, version };
  }
  if (tap.kind === 'nothing_new') {
    return { status: task.status, percent: task.percent, note, isNothingNew: true, version };
  }
  return { status: 'in_progress', percent: tap.percent, note, isNothingNew: false, version };
}

/** The update that takes a task back to where it stood: another line of its history, nothing is erased. */
export function undoProgress(
  before: Pick<Task, 'status' | 'percent' | 'occurrence' | 'deadline'>,
  after: Pick<Task, 'version' | 'occurrence'>,
  note: string,
): ProgressInput {
  const marked = markedOccurrence(before, after);
  return {
    status: before.status,
    percent: before.percent,
    note,
    isNothingNew: false,
    ...(marked === undefined ? {} : { occurrence: marked }),
    version: after.version,
  };
}

/** The task as it will look once the update is kept, shown at once. */
export function withProgress(task: Task, input: ProgressInput, today: string): Task {
  const moved = task.occurrence
    ? { ...task, ...withOccurrence(task, task.occurrence, input) }
    : { ...task, status: input.status, percent: input.percent };
  return { ...moved, ...timelinessOf(moved, today), lastNote: input.note || task.lastNote };
}

/** Until the answer says what comes next, an occurrence that was marked is only shown as marked. */
function withOccurrence(
  { status, percent }: Pick<Task, 'status' | 'percent'>,
  occurrence: NonNullable<Task['occurrence']>,
  input: ProgressInput,
): Partial<Task> {
  if (input.status !== 'done') return { status: input.status, percent: input.percent };
  return {
    status: status === 'done' ? status : 'in_progress',
    percent,
    occurrence: { ...occurrence, isMarked: true },
  };
}
