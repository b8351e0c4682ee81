import type { AnnexDifference } from './annex-difference.ts';
import type { AnnexRow } from './annex-row.ts';
import { isPointProperty, type PointChanges, rollUpChanges } from './correct-row.ts';

/**
 * The differences without those that follow from others: where a workbook changes a leaf and its
 * parents were added up again by hand or by formula, only the leaf is a change somebody made. A
 * parent's cell that is not the sum of its leaves stays, to be shown and refused.
 */
export function dropFollowingSums(
  rows: readonly AnnexRow[],
  differences: readonly AnnexDifference[],
): AnnexDifference[] {
  const rowByCode = new Map(rows.map((row) => [row.code, row]));
  const leafChanges = new Map<string, PointChanges>();
  for (const { target, subject, property, after } of differences) {
    const row = target === 'criterion' ? rowByCode.get(subject) : undefined;
    if (!row?.isLeaf || !isPointProperty(property) || Array.isArray(after) || typeof after === 'string')
      continue;
    leafChanges.set(row.id, { ...leafChanges.get(row.id), [property]: after });
  }
  const rolledByCode = new Map(rollUpChanges(rows, leafChanges).map((rolled) => [rolled.code, rolled.after]));
  return differences.filter(
    ({ target, subject, property, after }) =>
      target !== 'criterion' || !isPointProperty(property) || rolledByCode.get(subject)?.[property] !== after,
  );
}
