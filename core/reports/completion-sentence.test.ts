import { expect, it } from 'vitest';
import { countReportingStates, type ReportingState } from '#core/plans/reporting-state.ts';
import { printCompletion } from './completion-sentence.ts';

const counted = (numbers: Partial<Record<ReportingState, number>>) =>
  countReportingStates(
    Object.entries(numbers).flatMap(([state, many]) =>
      Array.from({ length: many }, () => ({
        state: state as ReportingState,
        isRecurring: state === 'ongoing',
      })),
    ),
  );

it.each<[string, Partial<Record<ReportingState, number>>, string]>([
  [
    'the fixed sentence of periodic reports',
    { done_on_time: 12, done_late: 3, ongoing: 8, not_due: 13, done_not_met: 3 },
    'đã hoàn thành 23/39 nhiệm vụ, đạt tỷ lệ 58,97 % (trong đó 8 nhiệm vụ thường xuyên, 15 nhiệm vụ có thời hạn); 13 chưa đến hạn; 3 đã thực hiện nhưng chưa đạt',
  ],
  [
    'work that is overdue is said too',
    { done_on_time: 1, overdue: 2 },
    'đã hoàn thành 1/3 nhiệm vụ, đạt tỷ lệ 33,33 %; 2 quá hạn chưa hoàn thành',
  ],
  [
    'two thirds are cut off, not rounded up',
    { done_on_time: 2, not_due: 1 },
    'đã hoàn thành 2/3 nhiệm vụ, đạt tỷ lệ 66,66 %; 1 chưa đến hạn',
  ],
  [
    'steady work alone is not passed off as finished',
    { ongoing: 5, overdue: 15 },
    'đã hoàn thành 5/20 nhiệm vụ, đạt tỷ lệ 25 % (đều là nhiệm vụ thường xuyên); 15 quá hạn chưa hoàn thành',
  ],
  ['all done', { done_on_time: 4 }, 'đã hoàn thành 4/4 nhiệm vụ, đạt tỷ lệ 100 %'],
  ['none done', { not_due: 4 }, 'đã hoàn thành 0/4 nhiệm vụ, đạt tỷ lệ 0 %; 4 chưa đến hạn'],
  ['no task at all', {}, 'chưa có nhiệm vụ nào'],
])('%s', (_sentence, numbers, sentence) => {
  expect(printCompletion(counted(numbers))).toBe(sentence);
});
