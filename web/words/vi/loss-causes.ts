import type { LossCause } from '#core/assessments/assessment-words.ts';

/** Why points were lost, said alike by the unit, its appraisers and the council. */
export const lossCauses: Record<LossCause, string> = {
  no_proof: 'Không có minh chứng',
  wrong_proof: 'Minh chứng không đúng',
  late: 'Chậm hạn',
  wrong_number: 'Số liệu không đúng',
  not_met: 'Chưa đạt yêu cầu',
  wrong_rule: 'Áp dụng sai quy tắc',
  granted: 'Chấp nhận giải trình',
  other: 'Lý do khác',
};
