import { addDays, daysBetween } from '#core/deadlines/days.ts';
import type { Day, Window } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';

import { comesAgain } from '#core/plans/timeliness.ts';
import { leadOf } from '#web/plans/task-list.ts';
import { firstDayOf, lastDayOf, type Month, monthsFrom } from './day-steps.ts';

/** The months a timeline shows, the last one included. */
export type Span = { from: Day; to: Day; months: Month[] };
/** A stretch of the timeline in percent of its width. */
export type Bar = { left: number; width: number; startsBefore: boolean; endsAfter: boolean };

export function spanOf(first: Month, count: number): Span {
  const months = monthsFrom(first, count);
  return { from: firstDayOf(first), to: lastDayOf(months.at(-1) ?? first), months };
}

/** How far a day lies into the span, in percent of its width, at the beginning of the day. */
export function placeOf(day: Day, { from, to }: Span): number {
  return (daysBetween(from, day) / (daysBetween(from, to) + 1)) * 100;
}

/** A window as a bar, cut where the span ends; undefined when they do not meet. Its last day is filled. */
export function barOf({ from, to }: Required<Window> & { from: Day }, span: Span): Bar | undefined {
  if (to < span.from || from > span.to) return undefined;
  const left = Math.max(0, placeOf(from, span));
  const right = Math.min(100, placeOf(to, span) + 100 / (daysBetween(span.from, span.to) + 1));
  return { left, width: right - left, startsBefore: from < span.from, endsAfter: to > span.to };
}

/**
 * The stretches a task takes, each with a first day: a window that names only its end begins on
 * 1 January of the year of that end. A day set for work that had none is a stretch as well; the days a
 * document added follow as one of their own, so that the first end stays in sight.
 */
export function stretchesOf({
  deadline,
  dueTo,
  dueByDocument,
}: Pick<Task, 'deadline' | 'dueTo' | 'dueByDocument'>): { from: Day; to: Day }[] {
  const windows: readonly Window[] = deadline.windows?.length
    ? deadline.windows
    : deadline.to !== undefined
      ? [{ from: deadline.from, to: deadline.to }]
      : dueTo !== null
        ? [{ from: deadline.from, to: dueTo }]
        : [];
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return [
    ...windows.map(({ from, to }) => ({ from: from ?? `${to.slice(0, 4)}-01-01`, to })),
    ...(last !== undefined && dueByDocument !== null && dueByDocument > last
      ? [{ from: addDays(last, 1), to: dueByDocument }]
      : []),
  ];
}

/** How a task is drawn: as bars, as ticks at the end of every month, or not at all. */
export function drawingOf(task: Task): 'bars' | 'ticks' | 'none' {
  if (task.timeliness === 'recurring') return 'ticks';
  if (comesAgain(task.deadline)) return 'ticks';
  return stretchesOf(task).length > 0 ? 'bars' : 'none';
}

export type TaskGroup = { key: string; title: string; tasks: Task[] };

/** The tasks by section or by the department that leads them, in document order; who has no department comes last. */
export function groupTasks(
  tasks: readonly Task[],
  by: 'section' | 'department',
  nobody: string,
): TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const task of tasks) {
    const lead = leadOf(task);
    const group =
      by === 'section'
        ? { key: task.section, title: `${task.section}. ${task.sectionTitle}` }
        : { key: lead?.departmentId ?? '', title: lead?.name ?? nobody };
    const known = groups.get(group.key);
    if (known) known.tasks.push(task);
    else groups.set(group.key, { ...group, tasks: [task] });
  }
  return [...groups.values()].sort((one, other) => Number(one.key === '') - Number(other.key === ''));
}
