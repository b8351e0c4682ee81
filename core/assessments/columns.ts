import { type Hundredths, sumPoints } from '#core/points.ts';
import { ROUNDS, type Round } from './stages.ts';

/** The columns that hold points; the explanation between the appraisals gives none. */
export const POINT_COLUMNS = ['self', 'review', 'appraisal_1', 'appraisal_2', 'council', 'final'] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];

/** What one round gave one leaf. */
export type RoundPoints = { round: Round; points: Hundredths; reasons: readonly { points: Hundredths }[] };

/** One leaf through all rounds: the points that stood after each, by its own ruling or carried over. */
export type LeafColumns = Record<Round, Hundredths | null> & { final: Hundredths | null };

/**
 * The points of one leaf after every round, side by side. A round that ruled nothing leaves the points
 * of the one before; before anybody gave points there are none.
 */
export function columnsOf(given: readonly RoundPoints[]): LeafColumns {
  let standing: Hundredths | null = null;
  const columns = {} as LeafColumns;
  for (const round of ROUNDS) {
    standing = given.findLast((each) => each.round === round)?.points ?? standing;
    columns[round] = standing;
  }
  return { ...columns, final: standing };
}

/** What stood before a round: what its ruling starts from. */
export function pointsBefore(given: readonly RoundPoints[], round: Round): Hundredths | null {
  const before = ROUNDS.slice(0, ROUNDS.indexOf(round));
  return columnsOf(given.filter((each) => before.includes(each.round))).final;
}

/**
 * Whether the reasons of every round add up to what it changed: the promise that no hundredth is lost
 * without a reason. The first points of a leaf change nothing.
 */
export function isAccountedFor(given: readonly RoundPoints[]): boolean {
  return given.every(({ round, points, reasons }) => {
    const before = pointsBefore(given, round);
    const lost = before === null ? 0 : before - points;
    return sumPoints(reasons.map((reason) => reason.points)) === lost;
  });
}
