import type { Day } from '#core/deadlines/deadline.ts';
import type { CampaignCalendar, Grace } from './campaign.ts';

/** What a campaign gives the units time for. */
export type ClockKind = 'claim' | 'explain' | 'appeal';

/** The last day for something, and a later one a document allows this unit (gia hạn). */
export type Clock = { until: Day; graceUntil: Day | null };

/** Whether the last day is over: the whole of that day still counts. */
export function hasRunOut({ until, graceUntil }: Clock, today: Day): boolean {
  const last = graceUntil !== null && graceUntil > until ? graceUntil : until;
  return today > last;
}

/** The clock a unit has for something in a campaign; undefined while no day is set. */
export function clockOf(
  calendar: Pick<CampaignCalendar, 'claimUntil' | 'explainUntil' | 'appealUntil'>,
  graces: readonly Pick<Grace, 'clock' | 'until'>[],
  kind: ClockKind,
): Clock | undefined {
  const until = calendar[`${kind}Until`];
  if (until === null) return undefined;
  const later = graces.filter(({ clock }) => clock === kind).map((grace) => grace.until);
  return { until, graceUntil: later.toSorted().at(-1) ?? null };
}
