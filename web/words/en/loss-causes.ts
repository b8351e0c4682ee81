import type { LossCause } from '#core/assessments/assessment-words.ts';

export const lossCauses: Record<LossCause, string> = {
  no_proof: 'No proof',
  wrong_proof: 'Wrong proof',
  late: 'Late',
  wrong_number: 'Wrong number',
  not_met: 'Not met',
  wrong_rule: 'Rule applied wrongly',
  granted: 'Explanation accepted',
  other: 'Another reason',
};
