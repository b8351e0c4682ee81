import { isPlanDay } from './days.ts';
import type { Deadline } from './deadline.ts';

export type DeadlineRefusal =
  | { kind: 'day_unknown'; field: 'deadline'; day: string }
  | { kind: 'deadline_backwards'; field: 'deadline' };

/** Refuses a day no plan can name and a window that ends before it begins. */
export function refuseDeadline(deadline: Deadline): DeadlineRefusal | undefined {
  const since = deadline.within?.since;
  if (since !== undefined && !isPlanDay(since)) return { kind: 'day_unknown', field: 'deadline', day: since };
  const windows = [deadline, ...(deadline.windows ?? [])];
  for (const { from, to } of windows) {
    for (const day of [from, to]) {
      if (day !== undefined && !isPlanDay(day)) return { kind: 'day_unknown', field: 'deadline', day };
    }
    if (from !== undefined && to !== undefined && from > to)
      return { kind: 'deadline_backwards', field: 'deadline' };
  }
  return undefined;
}
