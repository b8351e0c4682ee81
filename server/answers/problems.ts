import type { MoveRefusal } from '#core/assessments/moves.ts';
import { type Hundredths, printPoints } from '#core/points.ts';
import { moveProblems } from '#server/assessments/move-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type AnswerProblem =
  | MoveRefusal
  | { kind: 'answer_sent' }
  | { kind: 'points_out_of_range'; field: 'askedPoints'; least: Hundredths; most: Hundredths }
  | { kind: 'evidence_unknown'; field: 'proofs' }
  | { kind: 'not_published' };

export const answerProblems = {
  ...moveProblems,
  answer_sent: {
    status: 409,
    vi: 'Nội dung này đã gửi nên không sửa được nữa. Hãy tải lại trang để xem bản đã gửi.',
    en: 'This has been sent and can be changed no more. Reload the page to see what was sent.',
  },
  points_out_of_range: {
    status: 422,
    vi: ({ least, most }) =>
      `Điểm đề nghị phải từ ${printPoints(least)} đến ${printPoints(most)}. Hãy nhập lại.`,
    en: ({ least, most }) =>
      `The points asked for must lie between ${printPoints(least, 'en')} and ${printPoints(most, 'en')}. Enter them again.`,
  },
  evidence_unknown: {
    status: 422,
    vi: 'Không tìm thấy tài liệu được chọn. Hãy chọn lại từ danh sách tài liệu kiểm chứng.',
    en: 'A chosen document was not found. Choose it again from the evidence.',
  },
  not_published: {
    status: 409,
    vi: 'Kết quả chưa được công bố. Hãy chờ quyết định công bố của cơ quan tổ chức đợt đánh giá.',
    en: 'The results are not published yet. Wait for the decision of whoever conducts the campaign.',
  },
} satisfies ProblemsOf<AnswerProblem>;
