import type { Day, Deadline } from './deadline.ts';

/** First and last day of a deadline over all its windows, for sorting and searching. */
export function deadlineBounds(deadline: Deadline): { from: Day | null; to: Day | null } {
  const windows = deadline.windows ?? [];
  const froms = [deadline.from, ...windows.map((window) => window.from)].filter((day) => day !== undefined);
  const tos = [deadline.to, ...windows.map((window) => window.to)].filter((day) => day !== undefined);
  return { from: froms.toSorted()[0] ?? null, to: tos.toSorted().at(-1) ?? null };
}
