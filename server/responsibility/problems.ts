import type { DecisionRefusal, ExplanationRefusal } from '#core/responsibility/responsibility.ts';
import type { VerdictRefusal } from '#core/responsibility/verdict.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import { planProblems } from '#server/plans/problems.ts';

export type ResponsibilityProblem =
  | ExplanationRefusal
  | DecisionRefusal
  | VerdictRefusal
  | { kind: 'no_plan' };

export const responsibilityProblems = {
  no_plan: planProblems.no_plan,
  not_late: {
    status: 409,
    vi: 'Nhiệm vụ này hiện không chậm hạn nên không cần giải trình. Hãy tải lại trang để xem danh sách mới nhất.',
    en: 'This task is not late now, so there is nothing to explain. Reload the page to see the latest list.',
  },
  text_needed: {
    status: 422,
    vi: 'Hãy ghi nội dung giải trình: vì sao chậm, đã làm gì để khắc phục.',
    en: 'Write the explanation: why it was late, and what was done about it.',
  },
  explanation_decided: {
    status: 409,
    vi: 'Lãnh đạo đã quyết định về giải trình này. Hãy đề nghị lãnh đạo quyết định lại nếu có tình tiết mới.',
    en: 'A leader has decided on this explanation. Ask them to decide again if there is something new.',
  },
  own_explanation: {
    status: 403,
    vi: 'Bạn đã viết giải trình này nên không được tự quyết định. Hãy nhờ lãnh đạo khác.',
    en: 'You wrote this explanation, so you may not decide on it. Ask another leader.',
  },
  reason_needed: {
    status: 422,
    vi: ({ because }) =>
      because === 'no_explanation'
        ? 'Chưa có giải trình. Hãy ghi lý do quyết định mà không cần giải trình.'
        : 'Hãy ghi lý do không chấp nhận giải trình.',
    en: ({ because }) =>
      because === 'no_explanation'
        ? 'There is no explanation yet. Write why you decide without one.'
        : 'Write why the explanation is not accepted.',
  },
  task_unfinished: {
    status: 409,
    vi: 'Nhiệm vụ chưa hoàn thành nên chưa kết luận được. Hãy chờ đơn vị báo đã xong.',
    en: 'The task is not finished, so there is no result to judge. Wait until it is reported done.',
  },
  verdict_reason_needed: {
    status: 422,
    vi: 'Hãy ghi kết quả chưa đạt ở điểm nào.',
    en: 'Write in what the result falls short.',
  },
} satisfies ProblemsOf<ResponsibilityProblem>;
