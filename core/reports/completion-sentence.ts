import type { ReportingCounts } from '#core/plans/reporting-state.ts';
import { divide, fraction, printDecimal } from '#core/scoring/exact.ts';
import { printShare } from '#core/scoring/printed-numbers.ts';

/**
 * How far a plan is carried out, in the fixed words of periodic reports: "đã hoàn thành 23/39 nhiệm vụ,
 * đạt tỷ lệ 58,97 % (trong đó 8 nhiệm vụ thường xuyên, 15 nhiệm vụ có thời hạn); 13 chưa đến hạn; 3 đã
 * thực hiện nhưng chưa đạt". The share is cut off after two decimals; states without a task are left out.
 */
export function printCompletion(counts: ReportingCounts): string {
  const { byState, total, completed, completedRecurring, completedDated } = counts;
  if (total === 0) return 'chưa có nhiệm vụ nào';
  const share = printShare(printDecimal(divide(fraction(completed), fraction(total))), 'vi');
  const split =
    completedRecurring === 0
      ? ''
      : completedDated === 0
        ? ' (đều là nhiệm vụ thường xuyên)'
        : ` (trong đó ${completedRecurring} nhiệm vụ thường xuyên, ${completedDated} nhiệm vụ có thời hạn)`;
  const rest: [number, string][] = [
    [byState.not_due, 'chưa đến hạn'],
    [byState.overdue, 'quá hạn chưa hoàn thành'],
    [byState.done_not_met, 'đã thực hiện nhưng chưa đạt'],
  ];
  const clauses = rest.filter(([tasks]) => tasks > 0).map(([tasks, words]) => `${tasks} ${words}`);
  return [`đã hoàn thành ${completed}/${total} nhiệm vụ, đạt tỷ lệ ${share}${split}`, ...clauses].join('; ');
}
