import { daysBetween } from './days.ts';
import type { Day, Deadline } from './deadline.ts';
import type { TaskStatus, Timeliness } from './task-status.ts';

/** A deadline counts as near from this many days before it on. */
export const DUE_SOON_DAYS = 14;

type Dated = { status: TaskStatus; deadline: Deadline; dueByDocument?: Day | null };

export type TimelinessOfTask = { timeliness: Timeliness; daysLeft: number | null; dueTo: Day | null };

/**
 * The day a task is due, as seen today: the end of its window, of several windows the first that
 * has not passed, and once all have passed the last. A finished task is due where its whole deadline
 * ended. Null where the plan gives no day: recurring work, work on request, work that follows the
 * report calendar, and words nobody has understood yet. A day set by a document, an extension or a
 * directive, stands above all of these.
 */
export function dueDayOf({ status, deadline, dueByDocument }: Dated, today: Day): Day | null {
  if (dueByDocument) return dueByDocument;
  if (deadline.kind === 'several') {
    const ends = (deadline.windows ?? []).map((window) => window.to).toSorted();
    const next = status === 'done' ? undefined : ends.find((end) => end >= today);
    return next ?? ends.at(-1) ?? deadline.to ?? null;
  }
  if (deadline.kind === 'recurring' || deadline.kind === 'report_calendar') return null;
  return deadline.to ?? null;
}

/**
 * Where a task stands in time today. The last day of a window is still in time, the day after is
 * late. `daysLeft` counts whole days to the due day and is negative when late; a finished task has
 * none. Work on request becomes dated as soon as a directive gives it a day.
 */
export function timelinessOf(task: Dated, today: Day): TimelinessOfTask {
  const dueTo = dueDayOf(task, today);
  if (task.status === 'done') return { timeliness: 'done', daysLeft: null, dueTo };
  if (dueTo === null) {
    const isRunning = task.deadline.kind === 'recurring' || task.deadline.kind === 'report_calendar';
    return { timeliness: isRunning ? 'recurring' : 'undated', daysLeft: null, dueTo: null };
  }
  const daysLeft = daysBetween(today, dueTo);
  if (daysLeft < 0) return { timeliness: 'overdue', daysLeft, dueTo };
  return { timeliness: daysLeft <= DUE_SOON_DAYS ? 'due_soon' : 'later', daysLeft, dueTo };
}
