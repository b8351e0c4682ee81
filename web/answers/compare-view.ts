import { isWithin } from '#core/assessments/appraisers.ts';
import type { PointColumn } from '#core/assessments/columns.ts';
import type { Comparison, ComparisonLine } from '#core/assessments/comparison.ts';
import type { Hundredths } from '#core/points.ts';
import type { CompareSearch } from './compare-search.ts';

/**
 * How the points of a leaf in a column stand to those in the column before: null for the first ones, or where
 * nothing moved. A sum may grow by the first points of a leaf, so sums are not looked at.
 */
export function changeAt(
  { columns, isLeaf }: Pick<ComparisonLine, 'columns' | 'isLeaf'>,
  column: PointColumn,
  shown: readonly PointColumn[],
): Hundredths | null {
  const before = shown[shown.indexOf(column) - 1];
  const [from, to] = [before && columns[before], columns[column]];
  if (!isLeaf || from == null || to == null || from === to) return null;
  return to - from;
}

/** Whether a leaf has fewer points in any column than in one before. */
export function wasCut(line: ComparisonLine, shown: readonly PointColumn[]): boolean {
  return shown.some((column) => (changeAt(line, column, shown) ?? 0) < 0);
}

/** The rows an address asks for: leaves that fit, and the branches above them. */
export function filterLines(
  { lines, shown }: Pick<Comparison, 'lines' | 'shown'>,
  { field, only }: CompareSearch,
): ComparisonLine[] {
  const leaves = lines.filter(
    (line) =>
      line.isLeaf &&
      (field === undefined || isWithin(line.code, field)) &&
      (only === undefined || wasCut(line, shown)),
  );
  const codes = leaves.map(({ code }) => code);
  return lines.filter(({ code }) => codes.some((leaf) => isWithin(leaf, code)));
}

/** The columns of the table: the explanation stands after the first appraisal, which it answers. */
export function columnsWithAnswers(shown: readonly PointColumn[]): (PointColumn | 'explanation')[] {
  return shown.flatMap((column) => (column === 'appraisal_1' ? [column, 'explanation' as const] : [column]));
}
