import { daysBetween } from '#core/deadlines/days.ts';
import type { Day, Deadline } from '#core/deadlines/deadline.ts';
import type { TaskStatus, Timeliness } from './task-status.ts';

/** A deadline counts as near from this many days before it on. */
export const DUE_SOON_DAYS = 14;

type Dated = {
  status: TaskStatus;
  deadline: Deadline;
  dueByDocument?: Day | null;
  /** The occurrence that recurring work and work along the report calendar stands at. */
  occurrence?: { from: Day; to: Day; isMarked: boolean } | null;
};

export type TimelinessOfTask = { timeliness: Timeliness; daysLeft: number | null; dueTo: Day | null };

/**
 * The day a task is due, as seen today: the end of its window, of several windows the first that
 * has not passed, and once all have passed the last. A finished task is due where its whole deadline
 * ended. Recurring work and work along the report calendar are due with the occurrence they stand at.
 * Null where the plan gives no day: work on request, words nobody has understood yet, and recurring work
 * all of whose occurrences are marked. A day set by a document, an extension or a directive, stands above
 * all of these.
 */
export function dueDayOf({ status, deadline, dueByDocument, occurrence }: Dated, today: Day): Day | null {
  if (dueByDocument) return dueByDocument;
  if (deadline.kind === 'several') {
    const ends = (deadline.windows ?? []).map((window) => window.to).toSorted();
    const next = status === 'done' ? undefined : ends.find((end) => end >= today);
    return next ?? ends.at(-1) ?? deadline.to ?? null;
  }
  if (comesAgain(deadline)) return occurrence && !occurrence.isMarked ? occurrence.to : null;
  return deadline.to ?? null;
}

/**
 * Where a task stands in time today. The last day of a window is still in time, the day after is
 * late. `daysLeft` counts whole days to the due day and is negative when late; a finished task has
 * none. Work on request becomes dated as soon as a directive gives it a day. Work that comes due again
 * is late or near with its occurrence, near in the last quarter of its window, and steady otherwise.
 */
export function timelinessOf(task: Dated, today: Day): TimelinessOfTask {
  const dueTo = dueDayOf(task, today);
  if (task.status === 'done') return { timeliness: 'done', daysLeft: null, dueTo };
  const isAgain = comesAgain(task.deadline);
  if (dueTo === null) return { timeliness: isAgain ? 'recurring' : 'undated', daysLeft: null, dueTo: null };
  const daysLeft = daysBetween(today, dueTo);
  if (daysLeft < 0) return { timeliness: 'overdue', daysLeft, dueTo };
  if (daysLeft <= soonDays(task)) return { timeliness: 'due_soon', daysLeft, dueTo };
  return { timeliness: isAgain && !task.dueByDocument ? 'recurring' : 'later', daysLeft, dueTo };
}

/** Whether work comes due again and again, by a rhythm of its own or that of the reports. */
export function comesAgain({ kind }: Pick<Deadline, 'kind'>): boolean {
  return kind === 'recurring' || kind === 'report_calendar';
}

function soonDays({ deadline, dueByDocument, occurrence }: Dated): number {
  if (!occurrence || dueByDocument || !comesAgain(deadline)) return DUE_SOON_DAYS;
  return Math.min(DUE_SOON_DAYS, Math.floor((daysBetween(occurrence.from, occurrence.to) + 1) / 4));
}
