import type { Day } from '#core/deadlines/deadline.ts';
import type { TaskStatus, Timeliness } from './task-status.ts';

/**
 * The states periodic reports count tasks by: hoàn thành đúng hạn, hoàn thành quá hạn, thường xuyên đang
 * thực hiện, chưa đến hạn, quá hạn chưa xong, đã làm nhưng chưa đạt.
 */
export const REPORTING_STATES = [
  'done_on_time',
  'done_late',
  'ongoing',
  'not_due',
  'overdue',
  'done_not_met',
] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

/** What whoever checked the result said of it; null while nobody has, or once it is being done again. */
export const VERDICTS = ['met', 'not_met'] as const;
export type Verdict = (typeof VERDICTS)[number] | null;

export type ReportedTask = {
  status: TaskStatus;
  finishedOn: Day | null;
  dueTo: Day | null;
  timeliness: Timeliness;
  verdict: Verdict;
  /** Steady work and work along the report calendar, whichever occurrence it stands at. */
  isRecurring: boolean;
};

/**
 * The state a report counts a task in. A verdict of "not met" stands before everything else, until it
 * is withdrawn. Finished on the due day is on time; finished work that never had a due day, or whose
 * day of finishing nobody noted, is on time too, because nothing shows that it was late. Steady work is
 * ongoing as long as no occurrence of it is late, and work without a day is not due.
 */
export function reportingStateOf(task: ReportedTask): ReportingState {
  if (task.verdict === 'not_met') return 'done_not_met';
  if (task.status === 'done') {
    const isLate = task.finishedOn !== null && task.dueTo !== null && task.finishedOn > task.dueTo;
    return isLate ? 'done_late' : 'done_on_time';
  }
  if (task.timeliness === 'overdue') return 'overdue';
  return task.isRecurring ? 'ongoing' : 'not_due';
}

/** How many tasks are in each state, and what of it is said to be completed. */
export type ReportingCounts = {
  byState: Record<ReportingState, number>;
  total: number;
  /** On time, late, and steady work that is kept up. */
  completed: number;
  completedRecurring: number;
  completedDated: number;
};

/**
 * Counts tasks for a report. Steady work that is kept up counts as completed, as reports of communes
 * count it ("đã hoàn thành 23/39 nhiệm vụ … trong đó 8 nhiệm vụ thường xuyên"); the register of plan
 * tasks does the same. `isRecurring` is true for steady work and work along the report calendar.
 */
export function countReportingStates(
  tasks: readonly { state: ReportingState; isRecurring: boolean }[],
): ReportingCounts {
  const byState = Object.fromEntries(REPORTING_STATES.map((state) => [state, 0])) as Record<
    ReportingState,
    number
  >;
  let completedRecurring = 0;
  let completedDated = 0;
  for (const { state, isRecurring } of tasks) {
    byState[state] += 1;
    if (state === 'ongoing' || (isDone(state) && isRecurring)) completedRecurring += 1;
    else if (isDone(state)) completedDated += 1;
  }
  return {
    byState,
    total: tasks.length,
    completed: completedRecurring + completedDated,
    completedRecurring,
    completedDated,
  };
}

function isDone(state: ReportingState): boolean {
  return state === 'done_on_time' || state === 'done_late';
}
