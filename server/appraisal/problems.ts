import type { CityRuling } from '#core/assessments/appraisal.ts';
import type { MoveRefusal } from '#core/assessments/moves.ts';
import type { RulingRefusal } from '#core/assessments/refuse-ruling.ts';
import { printPoints } from '#core/points.ts';
import { moveProblems } from '#server/assessments/move-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type AppraisalRefusal =
  | MoveRefusal
  | RulingRefusal
  | { kind: 'ruled_meanwhile'; ruling: CityRuling }
  | { kind: 'no_more_questions'; field: 'question' }
  | { kind: 'not_entered_by_city'; field: 'rows' };

export const appraisalProblems = {
  ...moveProblems,
  points_out_of_range: {
    status: 422,
    vi: ({ least, most }) => `Điểm phải từ ${printPoints(least)} đến ${printPoints(most)}. Hãy sửa lại.`,
    en: ({ least, most }) =>
      `Points must lie between ${printPoints(least, 'en')} and ${printPoints(most, 'en')}. Correct them.`,
  },
  reasons_do_not_add_up: {
    status: 422,
    vi: ({ difference, sum }) =>
      `Các lý do cộng lại là ${printPoints(sum)} nhưng điểm thay đổi ${printPoints(difference)}. Hãy sửa điểm ở từng lý do cho bằng nhau.`,
    en: ({ difference, sum }) =>
      `The reasons add up to ${printPoints(sum, 'en')}, the points change by ${printPoints(difference, 'en')}. Make them equal.`,
  },
  source_needed: {
    status: 422,
    vi: 'Hãy ghi điểm này lấy từ đâu, chẳng hạn tên cuộc khảo sát hoặc văn bản công bố.',
    en: 'Say where the points come from, such as the survey or the paper that published them.',
  },
  ruled_meanwhile: {
    status: 409,
    vi: ({ ruling }) =>
      `${ruling.judgedBy} vừa chấm ${printPoints(ruling.points)} điểm. Hãy xem ý kiến đó rồi lưu lại nếu vẫn giữ ý kiến của mình.`,
    en: ({ ruling }) =>
      `${ruling.judgedBy} has just given ${printPoints(ruling.points, 'en')}. Look at that, then save again if you keep to yours.`,
  },
  no_more_questions: {
    status: 422,
    vi: 'Đơn vị không còn lượt giải trình sau lần thẩm định này. Hãy bỏ câu hỏi và cho điểm.',
    en: 'The unit cannot answer any more after this round. Leave the question out and give the points.',
  },
  not_entered_by_city: {
    status: 422,
    vi: 'Tiêu chí này do đơn vị tự chấm nên phải thẩm định từng đơn vị. Hãy mở từng đơn vị để chấm.',
    en: 'The units claim this criterion themselves: rule on it unit by unit.',
  },
} satisfies ProblemsOf<AppraisalRefusal>;
