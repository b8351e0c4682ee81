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

export type Deadline = {
  words: string;
  kind: DeadlineKind;
  from?: Day | undefined;
  to?: Day | undefined;
  /** Only for `several`: one window for each date, in order of their end. */
  windows?: Window[] | undefined;
  /** Whom an `on_request` deadline waits for, in the plan's words ("Sở Nội vụ"). */
  requestedBy?: string | undefined;
};
