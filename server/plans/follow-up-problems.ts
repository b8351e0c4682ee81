import type { FollowUpRefusal } from '#core/plans/follow-up-rules.ts';
import { printDay } from '#core/written-day.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import { planProblems } from './problems.ts';

export type FollowUpProblem =
  | FollowUpRefusal
  | { kind: 'no_plan' }
  | { kind: 'occurrence_unknown'; field: 'occurrence' }
  | { kind: 'department_unknown'; field: 'departmentId' }
  | { kind: 'evidence_unknown'; field: 'evidenceId' };

export const followUpProblems = {
  no_plan: planProblems.no_plan,
  occurrence_unknown: planProblems.occurrence_unknown,
  day_unknown: planProblems.day_unknown,
  department_unknown: planProblems.department_unknown,
  custody_move_refused: {
    status: 409,
    vi: 'Nhiệm vụ hiện không chuyển thẳng được cho nơi này. Hãy chuyển về đơn vị chủ trì trước.',
    en: 'The task cannot be handed there directly. Give it back to the department in charge first.',
  },
  nothing_to_extend: {
    status: 422,
    vi: 'Nhiệm vụ này chưa có ngày đến hạn nên không có gì để gia hạn. Hãy ghi thời hạn hoặc văn bản yêu cầu trước.',
    en: 'This task has no due day, so there is nothing to extend. Enter its deadline or its directive first.',
  },
  not_later: {
    status: 422,
    vi: ({ dueTo }) => `Hạn mới phải sau hạn hiện nay (${printDay(dueTo)}). Hãy chọn ngày khác.`,
    en: ({ dueTo }) => `The new day must be later than the present one (${printDay(dueTo)}). Choose another.`,
  },
  issued_in_future: {
    status: 422,
    vi: 'Văn bản không thể ban hành hoặc nhận sau hôm nay. Hãy kiểm tra lại ngày.',
    en: 'A document cannot be issued or received after today. Check the day.',
  },
  due_before_received: {
    status: 422,
    vi: 'Hạn trả lời đứng trước ngày nhận văn bản. Hãy kiểm tra lại hai ngày này.',
    en: 'It is due before it was received. Check both days.',
  },
  not_on_request: {
    status: 422,
    vi: 'Thời hạn của nhiệm vụ này do kế hoạch ấn định. Hãy dùng mục gia hạn nếu cấp có thẩm quyền cho phép lùi hạn.',
    en: 'The plan itself gives this task its day. Use an extension if the authority allows a later one.',
  },
  holder_unnamed: {
    status: 422,
    vi: 'Hãy nêu rõ đơn vị phối hợp hoặc cơ quan cấp trên phải xử lý.',
    en: 'Name the coordinating department or the upper-level office that has to act.',
  },
  task_finished: {
    status: 409,
    vi: 'Nhiệm vụ đã hoàn thành. Hãy mở lại nhiệm vụ nếu còn việc phải làm.',
    en: 'The task is finished. Open it again if there is more to do.',
  },
  obstacle_verb_refused: {
    status: 409,
    vi: 'Vướng mắc này đã chuyển sang trạng thái khác. Hãy tải lại trang để xem ý kiến mới nhất.',
    en: 'The obstacle has moved on meanwhile. Reload the page to see the latest word.',
  },
  whom_missing: {
    status: 422,
    vi: 'Hãy chọn nơi sẽ xử lý vướng mắc này.',
    en: 'Choose who is to act on this obstacle.',
  },
  evidence_unknown: {
    status: 422,
    vi: 'Không tìm thấy tài liệu được chọn. Hãy chọn lại từ danh sách tài liệu kiểm chứng.',
    en: 'The chosen document was not found. Choose it again from the evidence.',
  },
} satisfies ProblemsOf<FollowUpProblem>;
