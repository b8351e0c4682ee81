import type { MoveRefusal, Need } from '#core/assessments/moves.ts';
import { printDay } from '#core/written-day.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

/** What to do when something a move needs does not hold. */
const NEED_SENTENCES: Record<Need, { vi: string; en: string }> = {
  claimed_by_unit: {
    vi: 'Tiêu chí này do cấp trên cho điểm, đơn vị không tự chấm.',
    en: 'The city gives the points of this criterion; the unit does not claim it.',
  },
  points_known: {
    vi: 'Chưa có điểm. Hãy nhập số liệu hoặc điểm trước khi chấm.',
    en: 'There are no points yet. Enter the figures or the points first.',
  },
  proved_or_explained: {
    vi: 'Chưa có minh chứng. Hãy gắn tài liệu có trang, mục hoặc viết giải trình.',
    en: 'Nothing proves it yet. Link a document with its page, or write an explanation.',
  },
  is_open: {
    vi: 'Tiêu chí đã được chấm. Hãy rút lại trước khi chấm lại.',
    en: 'It has been declared. Take it back before declaring again.',
  },
  is_declared: {
    vi: 'Tiêu chí chưa được tự chấm. Hãy chờ cán bộ phụ trách chấm.',
    en: 'It has not been declared yet. Wait for the officer in charge.',
  },
  is_fresh: {
    vi: 'Nội dung đã thay đổi sau khi mở. Hãy tải lại để xem bản hiện tại rồi chấm.',
    en: 'What you judged has changed since. Reload to see it as it is now, then rule.',
  },
  not_own_claim: {
    vi: 'Không tự duyệt điểm mình đã chấm. Hãy nhờ người khác có quyền duyệt.',
    en: 'Nobody accepts their own claim. Ask another person who may.',
  },
  has_reason: { vi: 'Hãy ghi rõ lý do.', en: 'Give the reason.' },
  all_accepted: {
    vi: 'Còn tiêu chí chưa được duyệt. Hãy duyệt hoặc trả lại các tiêu chí đó.',
    en: 'Some criteria are not accepted. Accept or return them first.',
  },
  all_fresh: {
    vi: 'Có tiêu chí thay đổi sau khi duyệt. Hãy duyệt lại các tiêu chí đó.',
    en: 'Some criteria changed after they were accepted. Accept them again.',
  },
  no_own_claims: {
    vi: 'Người phê duyệt đã tự chấm một số tiêu chí. Hãy nhờ lãnh đạo khác phê duyệt.',
    en: 'You declared some of the criteria yourself. Ask another leader to approve.',
  },
  has_leaves: {
    vi: 'Đợt đánh giá chưa có tiêu chí. Hãy chọn bộ tiêu chí.',
    en: 'The campaign has no criteria. Choose its set first.',
  },
  has_units: {
    vi: 'Đợt đánh giá chưa có đơn vị. Hãy thêm đơn vị được đánh giá.',
    en: 'The campaign has no units. Add the units to be assessed.',
  },
  has_calendar: {
    vi: 'Đợt đánh giá chưa có lịch. Hãy nhập hạn tự chấm.',
    en: 'The campaign has no calendar. Enter the last day to claim.',
  },
  has_submissions: {
    vi: 'Chưa có đơn vị nào nộp. Hãy chờ ít nhất một đơn vị nộp hồ sơ.',
    en: 'No unit has submitted. Wait for at least one.',
  },
  all_appraised: {
    vi: 'Còn tiêu chí chưa thẩm định xong. Hãy hoàn thành trước khi gửi kết quả.',
    en: 'Not everything is appraised. Finish it before releasing the round.',
  },
  is_submitted: {
    vi: 'Đơn vị chưa nộp nội dung này. Hãy chờ đơn vị nộp rồi chấm.',
    en: 'The unit has not submitted this. Wait until it has.',
  },
  is_assigned: {
    vi: 'Nội dung này không được phân công cho bạn. Hãy đề nghị cán bộ phụ trách đợt phân công.',
    en: 'This was not assigned to you. Ask whoever conducts the campaign to assign it.',
  },
  has_no_conflict: {
    vi: 'Bạn thuộc đơn vị này hoặc đã khai xung đột lợi ích. Hãy để người khác thẩm định.',
    en: 'You belong to this unit or declared a conflict of interest. Leave it to somebody else.',
  },
  sum_matches: {
    vi: 'Tổng điểm của các lý do chưa bằng số điểm thay đổi. Hãy sửa điểm ở từng lý do.',
    en: 'The reasons do not add up to the change of points. Correct the points of each reason.',
  },
  was_cut_or_asked: {
    vi: 'Tiêu chí này không bị trừ điểm và không có câu hỏi nên không cần giải trình.',
    en: 'Nothing was cut or asked here, so there is nothing to explain.',
  },
  has_text: { vi: 'Hãy viết nội dung giải trình.', en: 'Write the explanation.' },
  explaining_is_over: {
    vi: 'Thời gian giải trình chưa hết. Hãy chờ hết hạn hoặc chờ mọi đơn vị gửi giải trình.',
    en: 'The time to explain is not over. Wait for its last day, or until every unit has answered.',
  },
  all_answered: {
    vi: 'Còn giải trình chưa được xem xét. Hãy hoàn thành thẩm định lần hai.',
    en: 'Some explanations are not settled. Finish the second appraisal.',
  },
  has_quorum: {
    vi: 'Phiên họp chưa đủ số thành viên. Hãy triệu tập thêm thành viên.',
    en: 'The council has no quorum. Call more members.',
  },
  council_adopted: {
    vi: 'Hội đồng chưa thông qua nội dung này. Hãy biểu quyết trước.',
    en: 'The council has not adopted this. Put it to the vote first.',
  },
  council_adopted_all: {
    vi: 'Hội đồng chưa thông qua toàn bộ kết quả. Hãy biểu quyết trước khi công bố.',
    en: 'The council has not adopted the whole result. Vote on it before publishing.',
  },
  not_appealed_yet: {
    vi: 'Đơn vị đã gửi kiến nghị về tiêu chí này. Hãy chờ kết quả xem xét.',
    en: 'An appeal on this was sent already. Wait for its outcome.',
  },
  was_appealed: {
    vi: 'Tiêu chí này không có kiến nghị nên không cần xem xét lại.',
    en: 'Nobody appealed this, so there is nothing to decide again.',
  },
  something_changed: {
    vi: 'Kết quả chưa thay đổi so với lần công bố trước nên không cần công bố lại.',
    en: 'Nothing has changed since the last publication, so there is nothing to publish again.',
  },
};

/** Every way a move of the assessment may be refused, in words that say what to do next. */
export const moveProblems = {
  move_not_permitted: {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này. Hãy nhờ người có thẩm quyền trong quy trình đánh giá.',
    en: 'Your role may not do this. Ask whoever has that part in the assessment.',
  },
  wrong_stage: {
    status: 409,
    vi: 'Chưa đến hoặc đã qua giai đoạn làm việc này. Hãy tải lại trang để xem giai đoạn hiện tại.',
    en: 'This is not the stage for it. Reload the page to see where the assessment stands.',
  },
  clock_ran_out: {
    status: 409,
    vi: ({ until }) =>
      `Đã hết hạn ngày ${printDay(until)}. Hãy đề nghị cơ quan tổ chức đợt đánh giá gia hạn.`,
    en: ({ until }) =>
      `The last day was ${printDay(until)}. Ask whoever conducts the campaign for more time.`,
  },
  need_unmet: {
    status: 409,
    vi: ({ need }) => NEED_SENTENCES[need].vi,
    en: ({ need }) => NEED_SENTENCES[need].en,
  },
} satisfies ProblemsOf<MoveRefusal>;
