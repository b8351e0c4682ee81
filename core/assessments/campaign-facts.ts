import { z } from 'zod';
import { isDay } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { type CampaignCalendar, graceSchema } from './campaign.ts';
import { type ClockKind, clockOf, hasRunOut } from './clock.ts';
import type { FactsOf, Move } from './moves.ts';

/** How far leaves are, counted: of one unit, of one field, or of all. Points in hundredths. */
export const leafCountsSchema = z.object({
  /** Leaves of units that handed in. */
  leaves: z.int(),
  /** With a ruling of the first appraisal on what lies there now. */
  ruled: z.int(),
  /** Cut or asked about in the first appraisal, and of these answered by the unit. */
  open: z.int(),
  answered: z.int(),
  /** Which the second appraisal has to rule on, and of these ruled on. */
  due: z.int(),
  reruled: z.int(),
  appealed: z.int(),
  /** Standing now; null while no leaf has points. */
  points: z.int().nullable(),
});
export type LeafCounts = z.infer<typeof leafCountsSchema>;

/** One unit of a campaign as the city sees it. */
export const unitProgressSchema = leafCountsSchema.extend({
  assessedId: z.uuid(),
  unitName: z.string(),
  graces: z.array(graceSchema),
  version: z.int(),
  /** Null while nothing stands handed in. */
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  claimedPoints: z.int().nullable(),
});
export type UnitProgress = z.infer<typeof unitProgressSchema>;

export const CAMPAIGN_MOVES = [
  'open',
  'start_appraisal',
  'release',
  'start_second',
  'convene',
  'publish',
  'publish_again',
] as const satisfies readonly Move[];
export type CampaignMove = (typeof CAMPAIGN_MOVES)[number];

export type CampaignState = {
  today: Day;
  calendar: CampaignCalendar;
  leaves: number;
  units: readonly UnitProgress[];
  /** Of the council's last vote on the whole list as it stands; `waiting` are adopted proposals not yet recorded. */
  council: { hasQuorum: boolean; isListAdopted: boolean; waiting: number };
  /** Whether anything was ruled since the last publication. */
  hasChanged: boolean;
  reason: string;
};

/** Whether a unit's time for something is over; without a day it is not. */
export function isOver(
  kind: ClockKind,
  calendar: CampaignCalendar,
  { graces }: Pick<UnitProgress, 'graces'>,
  today: Day,
): boolean {
  const clock = clockOf(calendar, graces, kind);
  return clock !== undefined && hasRunOut(clock, today);
}

/**
 * What the city's moves ask. A round is complete only when every submitted unit has all its leaves ruled on
 * and no other unit may still hand in; explaining is over for a unit that has answered everything, or whose time is.
 */
export function campaignFacts(state: CampaignState): FactsOf<CampaignMove> {
  const { today, calendar, units, council } = state;
  const submitted = units.filter(({ submittedAt }) => submittedAt !== null);
  const missing = units.filter(({ submittedAt }) => submittedAt === null);
  return {
    has_leaves: state.leaves > 0,
    has_units: units.length > 0,
    has_calendar: calendar.claimUntil !== null,
    has_submissions: submitted.length > 0,
    all_appraised:
      submitted.length > 0 &&
      submitted.every(({ leaves, ruled }) => ruled === leaves) &&
      missing.every((unit) => isOver('claim', calendar, unit, today)),
    explaining_is_over: submitted.every(
      (unit) => unit.answered === unit.open || isOver('explain', calendar, unit, today),
    ),
    all_answered: submitted.every(({ due, reruled }) => due === reruled),
    has_quorum: council.hasQuorum,
    council_adopted_all: council.isListAdopted && council.waiting === 0,
    something_changed: state.hasChanged,
    has_reason: state.reason.trim() !== '',
  };
}

/** Adds the counts up; null points count as none. */
export function addCounts(all: readonly LeafCounts[]): LeafCounts {
  const sum = { leaves: 0, ruled: 0, open: 0, answered: 0, due: 0, reruled: 0, appealed: 0 };
  let points: number | null = null;
  for (const each of all) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += each[key];
    if (each.points !== null) points = (points ?? 0) + each.points;
  }
  return { ...sum, points };
}

const DAYS_IN_ORDER = ['claimUntil', 'appraiseUntil', 'reappraiseUntil', 'councilOn'] as const;

/** The first day of the calendar that does not exist, or stands before one that comes earlier in the campaign. */
export function refuseCalendar(
  calendar: Pick<CampaignCalendar, (typeof DAYS_IN_ORDER)[number]>,
):
  | { kind: 'day_unknown'; field: string; day: string }
  | { kind: 'calendar_out_of_order'; field: string }
  | undefined {
  let last = '';
  for (const field of DAYS_IN_ORDER) {
    const day = calendar[field];
    if (day === null) continue;
    if (!isDay(day)) return { kind: 'day_unknown', field, day };
    if (day < last) return { kind: 'calendar_out_of_order', field };
    last = day;
  }
  return undefined;
}
