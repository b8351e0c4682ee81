import type { GapLedger } from '#core/outlook/gaps.ts';
import { daysBetween } from '#core/plans/days.ts';
import type { Task } from '#core/plans/task.ts';

type Share = GapLedger['byField'][number];

/** Days after which an owner with open tasks and no word counts as silent. */
export const SILENT_AFTER_DAYS = 14;
/** How far "this week" looks ahead. */
const WEEK_DAYS = 7;

/** The fewest shares that hold at least half of the gap together, when three are enough; and their part in percent. */
export function mostOfGap(
  shares: readonly Share[],
  gapPoints: number,
): { shares: Share[]; percent: number } | undefined {
  if (gapPoints <= 0) return undefined;
  const chosen: Share[] = [];
  let sum = 0;
  for (const share of shares.toSorted((a, b) => b.gapPoints - a.gapPoints)) {
    chosen.push(share);
    sum += share.gapPoints;
    if (sum * 2 >= gapPoints) {
      return chosen.length <= 3
        ? { shares: chosen, percent: Math.round((sum * 100) / gapPoints) }
        : undefined;
    }
  }
  return undefined;
}

/** What asks for attention now: the overdue with most points at stake first, then what falls due within seven days; and the next after. */
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

export type SilentOwner = {
  departmentId: string;
  name: string;
  openTasks: number;
  /** Days since its last update on any of its tasks; null when it never gave one. */
  daysSince: number | null;
};

/**
 * Departments that lead open tasks and have said nothing for more than 14 days, longest silence
 * first. Who never said anything is counted from the day the plan was confirmed.
 */
export function silentOwners(tasks: readonly Task[], confirmedAt: string, today: string): SilentOwner[] {
  const byDepartment = new Map<string, { name: string; openTasks: number; last: string | null }>();
  for (const task of tasks) {
    for (const owner of task.owners.filter((each) => each.role === 'lead')) {
      const seen = byDepartment.get(owner.departmentId) ?? { name: owner.name, openTasks: 0, last: null };
      if (task.status !== 'done') seen.openTasks += 1;
      if (task.lastUpdateAt !== null && task.lastUpdateAt > (seen.last ?? '')) seen.last = task.lastUpdateAt;
      byDepartment.set(owner.departmentId, seen);
    }
  }
  const days = (since: string) => daysBetween(since.slice(0, 10), today);
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
