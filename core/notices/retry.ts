const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

/** How long something that could not go out is tried again. A digest of the day before helps nobody. */
export const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS;

/** Milliseconds until the next attempt after so many in vain: a minute, doubled each time, a quarter of an hour at most. */
export function waitBeforeTry(attempts: number): number {
  return Math.min(MINUTE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
}
