import { daysBetween } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Obstacle } from './follow-up.ts';
import { type LostByCode, pointsOfTasks } from './points-at-stake.ts';
import type { Task } from './task.ts';

/** Days after which an owner with open tasks and no word counts as silent. */
export const SILENT_AFTER_DAYS = 14;
/** How far "this week" looks ahead. */
const WEEK_DAYS = 7;

/** An obstacle nobody has answered yet, with the task it stands in the way of. `days` since it was raised. */
export type WaitingObstacle = { obstacle: Obstacle; task: Task; days: number; isPastClock: boolean };

export type SilentOwner = {
  departmentId: string;
  name: string;
  openTasks: number;
  /** Days since its last update on any of its tasks; null when it never gave one. */
  daysSince: number | null;
};

/** What a leader has to know today. Points in hundredths, each leaf counted once. */
export type Brief = {
  /** Late work the department in charge has itself, and late work that waits for somebody else. */
  lateWithOwner: Task[];
  lateElsewhere: Task[];
  due: Task[];
  /** The next to fall due when nothing does this week. */
  next: Task | undefined;
  pointsAtStake: number;
  waiting: WaitingObstacle[];
  silent: SilentOwner[];
};

/**
 * The brief of a unit, or of one department: what it answers for or holds now, obstacles it has to
 * answer or met itself, and its own silence. The points at stake are those of late work and of work
 * due this week.
 */
export function briefOf({
  tasks: all,
  obstacles,
  lost,
  confirmedAt,
  today,
  departmentId,
}: {
  tasks: readonly Task[];
  obstacles: readonly Obstacle[];
  lost: LostByCode;
  confirmedAt: string;
  today: Day;
  departmentId?: string | undefined;
}): Brief {
  const isAsked = (...ids: (string | null)[]) => departmentId === undefined || ids.includes(departmentId);
  const concerns = (task: Task) =>
    isAsked(task.holder.departmentId, ...task.owners.map((owner) => owner.departmentId));
  const tasks = all.filter(concerns);
  const { overdue, due, next } = dueThisWeek(tasks);
  return {
    lateWithOwner: overdue.filter((task) => task.holder.holder === 'owner'),
    lateElsewhere: overdue.filter((task) => task.holder.holder !== 'owner'),
    due,
    next,
    pointsAtStake: pointsOfTasks([...overdue, ...due], lost),
    waiting: waitingObstacles(obstacles, all, today).filter(
      ({ obstacle, task }) => concerns(task) || isAsked(obstacle.departmentId),
    ),
    silent: silentOwners(all, confirmedAt, today).filter((owner) => isAsked(owner.departmentId)),
  };
}

/** Whether the last day somebody was given to answer has passed; that day itself is still in time. */
export function isPastClock(answerBy: Day | null, today: Day): boolean {
  return answerBy !== null && answerBy < today;
}

/**
 * What asks for attention now: the overdue with most points at stake first and of equal ones the
 * longest late, then what falls due within seven days; and the next after.
 */
export function dueThisWeek(tasks: readonly Task[]): {
  overdue: Task[];
  due: Task[];
  next: Task | undefined;
} {
  const dated = tasks
    .filter((task) => task.status !== 'done' && task.daysLeft !== null)
    .toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  const within = (task: Task, from: number, to: number) => {
    const days = task.daysLeft ?? 0;
    return days >= from && days <= to;
  };
  return {
    overdue: dated
      .filter((task) => within(task, Number.NEGATIVE_INFINITY, -1))
      .toSorted((a, b) => b.pointsAtStake - a.pointsAtStake),
    due: dated.filter((task) => within(task, 0, WEEK_DAYS)),
    next: dated.find((task) => within(task, WEEK_DAYS + 1, Number.POSITIVE_INFINITY)),
  };
}

/**
 * Obstacles that wait for an answer, the oldest first. One on finished work, or on work that is no
 * longer in the plan, waits for nobody.
 */
export function waitingObstacles(
  obstacles: readonly Obstacle[],
  tasks: readonly Task[],
  today: Day,
): WaitingObstacle[] {
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  return obstacles
    .filter(({ status }) => status === 'open')
    .toSorted((one, other) => (one.raisedAt < other.raisedAt ? -1 : 1))
    .flatMap((obstacle) => {
      const task = taskById.get(obstacle.taskId);
      if (task === undefined || task.status === 'done') return [];
      const days = daysBetween(dayInVietNam(obstacle.raisedAt), today);
      return [{ obstacle, task, days, isPastClock: isPastClock(obstacle.answerBy, today) }];
    });
}

/**
 * Departments that lead open tasks and have said nothing for more than 14 days, longest silence
 * first. Who never said anything is counted from the day the plan was confirmed.
 */
export function silentOwners(tasks: readonly Task[], confirmedAt: string, today: Day): SilentOwner[] {
  const byDepartment = new Map<string, { name: string; openTasks: number; last: string | null }>();
  for (const task of tasks) {
    for (const owner of task.owners.filter((each) => each.role === 'lead')) {
      const seen = byDepartment.get(owner.departmentId) ?? { name: owner.name, openTasks: 0, last: null };
      if (task.status !== 'done') seen.openTasks += 1;
      if (task.lastUpdateAt !== null && task.lastUpdateAt > (seen.last ?? '')) seen.last = task.lastUpdateAt;
      byDepartment.set(owner.departmentId, seen);
    }
  }
  const days = (since: string) => daysBetween(dayInVietNam(since), today);
  return [...byDepartment]
    .filter(([, seen]) => seen.openTasks > 0 && days(seen.last ?? confirmedAt) > SILENT_AFTER_DAYS)
    .map(([departmentId, { name, openTasks, last }]) => ({
      departmentId,
      name,
      openTasks,
      daysSince: last === null ? null : days(last),
    }))
    .toSorted(
      (a, b) =>
        (b.daysSince ?? Number.POSITIVE_INFINITY) - (a.daysSince ?? Number.POSITIVE_INFINITY) ||
        b.openTasks - a.openTasks,
    );
}

const HOURS_AHEAD_OF_UTC = 7;

/** The day an instant falls on in Viet Nam, which has had no summer time since 1975. */
function dayInVietNam(instant: string): Day {
  return new Date(Date.parse(instant) + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 10);
}
