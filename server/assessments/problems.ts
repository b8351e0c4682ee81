import type { MoveRefusal } from '#core/assessments/moves.ts';
import type { RulingRefusal } from '#core/assessments/refuse-ruling.ts';
import { printPoints } from '#core/points.ts';
import { criteriaProblems } from '#server/criteria/problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import { moveProblems } from './move-problems.ts';

export type AssessmentProblem =
  | MoveRefusal
  | Exclude<RulingRefusal, { kind: 'source_needed' }>
  | { kind: 'no_plan' }
  | { kind: 'not_opened' }
  | { kind: 'opened_already' }
  | { kind: 'not_a_bonus_leaf' }
  | { kind: 'evidence_unknown'; field: 'evidenceId' };

export const assessmentProblems = {
  ...moveProblems,
  no_plan: criteriaProblems.no_plan,
  not_opened: {
    status: 409,
    vi: 'Hồ sơ tự chấm chưa được mở. Hãy nhờ cán bộ đầu mối mở hồ sơ trước.',
    en: 'The assessment is not opened yet. Ask the focal officer to open it first.',
  },
  opened_already: {
    status: 409,
    vi: 'Hồ sơ tự chấm đã được mở. Hãy tải lại trang để làm tiếp.',
    en: 'The assessment has been opened already. Reload the page and go on.',
  },
  not_a_bonus_leaf: {
    status: 422,
    vi: 'Tiêu chí này không phải điểm thưởng hay điểm trừ. Hãy nhập số liệu của tiêu chí thay vì thêm mục.',
    en: 'This leaf is no bonus and no penalty. Enter its numbers instead of adding an item.',
  },
  evidence_unknown: {
    status: 422,
    vi: 'Không tìm thấy tài liệu được chọn. Hãy chọn lại từ danh sách tài liệu kiểm chứng.',
    en: 'The chosen document was not found. Choose it again from the evidence.',
  },
  points_out_of_range: {
    status: 422,
    vi: ({ least, most }) =>
      `Điểm rà soát phải nằm trong khoảng ${printPoints(least)} đến ${printPoints(most)}. Hãy nhập lại.`,
    en: ({ least, most }) =>
      `Reviewed points lie between ${printPoints(least, 'en')} and ${printPoints(most, 'en')}. Enter them again.`,
  },
  reasons_do_not_add_up: {
    status: 422,
    vi: ({ difference, sum }) =>
      `Điểm thay đổi ${printPoints(difference)} nhưng các lý do cộng lại ${printPoints(sum)}. Hãy sửa cho khớp.`,
    en: ({ difference, sum }) =>
      `The points change by ${printPoints(difference, 'en')}, but the reasons add up to ${printPoints(sum, 'en')}. Make them match.`,
  },
} satisfies ProblemsOf<AssessmentProblem>;
