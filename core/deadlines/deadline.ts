/**
 * A deadline as an office wrote it and as a window of days. The words are always kept; the window
 * is what the stated rule makes of them. `several` has one window for each date named.
 */
export const DEADLINE_KINDS = [
  'window',
  'before',
  'several',
  'recurring',
  'on_request',
  'report_calendar',
  'not_understood',
  'none',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A day as "2026-09-30". */
export type Day = string;

export type Window = { from?: Day | undefined; to: Day };

/** How often the regular reports come that a deadline follows. */
export const REPORT_RHYTHMS = ['month', 'quarter', 'half_year', 'year'] as const;
export type ReportRhythm = (typeof REPORT_RHYTHMS)[number];

/** A stretch counted from something: "trong 05 ngày làm việc kể từ ngày …". */
export const STRETCH_UNITS = ['working_day', 'day', 'week', 'month'] as const;
export type Stretch = {
  count: number;
  unit: (typeof STRETCH_UNITS)[number];
  /** The day it is counted from, which does not count itself. */
  since?: Day | undefined;
  /** What it is counted from when that has no day yet, in the plan's words. */
  event?: string | undefined;
};

export type Deadline = {
  words: string;
  kind: DeadlineKind;
  from?: Day | undefined;
  to?: Day | undefined;
  /** Only for `several`: one window for each date, in order of their end. */
  windows?: Window[] | undefined;
  /** Whom an `on_request` deadline waits for, in the plan's words ("Sở Nội vụ"). */
  requestedBy?: string | undefined;
  /** Only for `recurring`: an iCalendar RRULE (RFC 5545) whose days are the due days. */
  recurrence?: string | undefined;
  /** Steady work: each occurrence only asks whether it goes on. */
  isCheck?: boolean | undefined;
  /** Only for `report_calendar`; the quarter's reports when left out. */
  reports?: ReportRhythm | undefined;
  within?: Stretch | undefined;
};
