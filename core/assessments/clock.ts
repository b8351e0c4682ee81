import type { Day } from '#core/deadlines/deadline.ts';

/** What a campaign gives the units time for. */
export type ClockKind = 'claim' | 'explain' | 'appeal';

/** The last day for something, and a later one a document allows this unit (gia hạn). */
export type Clock = { until: Day; graceUntil: Day | null };

/** Whether the last day is over: the whole of that day still counts. */
export function hasRunOut({ until, graceUntil }: Clock, today: Day): boolean {
  const last = graceUntil !== null && graceUntil > until ? graceUntil : until;
  return today > last;
}
