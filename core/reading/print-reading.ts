import { decimalPoints, type Hundredths } from '#core/points.ts';
import type { CriterionReading, PlanReading, TaskReading } from './plan-reading.ts';

/**
 * A reading as the command line prints it: {document, criteria, tasks, units, goals, findings, unplaced},
 * plain JSON with points as decimal strings of two decimals ("0.85") and full codes.
 */
export function printReading(reading: PlanReading) {
  const { document, criteria, tasks, units, goals, findings, unplaced, statedTotal } = reading;
  return {
    document,
    criteria: criteria.map(printCriterion),
    tasks: tasks.map(printTask),
    units,
    goals,
    ...(statedTotal ? { statedTotal: { ...printPointsOf(statedTotal), place: statedTotal.place } } : {}),
    findings,
    unplaced,
  };
}

function printCriterion(row: CriterionReading) {
  const { code, title, level, isLeaf, units, source, place } = row;
  return { code, title, level, isLeaf, ...printPointsOf(row), units, source, place };
}

function printTask({ key, section, text, deadline, units, criteria, place }: TaskReading) {
  return { key, section, text, deadline, units, criteria, place };
}

type Points = { maxPoints?: Hundredths; lastPoints?: Hundredths; targetPoints?: Hundredths };

/** What the document leaves blank is null, so that every criterion has the same properties. */
function printPointsOf({ maxPoints, lastPoints, targetPoints }: Points) {
  const print = (points: Hundredths | undefined) => (points === undefined ? null : decimalPoints(points));
  return { maxPoints: print(maxPoints), lastPoints: print(lastPoints), targetPoints: print(targetPoints) };
}
