import { isWithin } from '#core/assessments/appraisers.ts';
import type { ClaimRow, ClaimTotals, OfferedMove } from '#core/assessments/assessment-page.ts';
import type { AssessmentSearch } from './assessment-search.ts';

/** The points a leaf stands at: reviewed, else declared, else as of now. */
export function standingPoints(
  row: Pick<ClaimRow, 'reviewPoints' | 'selfPoints' | 'livePoints'>,
): number | null {
  return row.reviewPoints ?? row.selfPoints ?? row.livePoints;
}

/** Whether a leaf stands below what it reached last year. */
export function isBelowLast(
  row: Pick<ClaimRow, 'reviewPoints' | 'selfPoints' | 'livePoints' | 'lastPoints' | 'isClaimed'>,
): boolean {
  const points = standingPoints(row);
  return row.isClaimed && points !== null && row.lastPoints !== null && points < row.lastPoints;
}

/** The leaves an address asks for, in the order of the criteria. */
export function filterRows(rows: readonly ClaimRow[], search: AssessmentSearch): ClaimRow[] {
  const { state, department, field, mine, changed, below } = search;
  return rows.filter(
    (row) =>
      (state === undefined || (row.isClaimed && row.state === state)) &&
      (department === undefined || row.owners.some(({ departmentId }) => departmentId === department)) &&
      (field === undefined || isWithin(row.code, field)) &&
      (mine === undefined || row.isMine) &&
      (changed === undefined || row.isChangedSince) &&
      (below === undefined || isBelowLast(row)),
  );
}

/** Whether a move is offered and nothing stands against it. */
export function isReady({ moves }: { moves: readonly OfferedMove[] }, move: string): boolean {
  return moves.some((offered) => offered.move === move && offered.refusal === null);
}

/** Fields for a leader: those that lost most against last year first. */
export function orderByLoss<Field extends ClaimTotals>(fields: readonly Field[]): Field[] {
  return fields.toSorted((one, other) => gainOf(one) - gainOf(other));
}

/** What a field gained against last year, in hundredths; negative where it lost. */
export function gainOf({
  reviewPoints,
  lastPoints,
}: Pick<ClaimTotals, 'reviewPoints' | 'lastPoints'>): number {
  return reviewPoints - lastPoints;
}

/** The codes before and after one in a list; undefined at its ends. */
export function neighboursOf(
  rows: readonly { code: string }[],
  code: string,
): { previous: string | undefined; next: string | undefined } {
  const at = rows.findIndex((row) => row.code === code);
  return { previous: at < 0 ? undefined : rows[at - 1]?.code, next: rows[at + 1]?.code };
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
