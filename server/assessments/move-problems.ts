import type { MoveRefusal, Need } from '#core/assessments/moves.ts';
import type { Stage } from '#core/assessments/stages.ts';
import { printDay } from '#core/written-day.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

type Said = { vi: string; en: string };

/** What a need that is not met asks the person to do next. */
const NEEDS_SAID = {
  claimed_by_unit: {
    vi: 'Tiêu chí này do khảo sát, cơ quan thẩm định hoặc chỉ số bên ngoài chấm; đơn vị không tự chấm. Hãy chọn tiêu chí khác.',
    en: 'A survey, the appraisers or an outside index scores this leaf; the unit does not. Choose another leaf.',
  },
  points_known: {
    vi: 'Tiêu chí này chưa có điểm. Hãy nhập số liệu hoặc điểm rồi kê khai lại.',
    en: 'This leaf has no points yet. Enter its numbers or points, then declare it again.',
  },
  proved_or_explained: {
    vi: 'Tiêu chí này có điểm nhưng chưa có tài liệu kiểm chứng. Hãy thêm tài liệu hoặc viết giải trình rồi kê khai lại.',
    en: 'This leaf claims points with nothing behind them. Add a document or write an explanation, then declare it again.',
  },
  is_open: {
    vi: 'Tiêu chí này đã được kê khai. Hãy rút lại phần kê khai nếu cần sửa.',
    en: 'This leaf has been declared. Take the claim back if it has to change.',
  },
  is_declared: {
    vi: 'Tiêu chí này chưa được kê khai hoặc đã được xử lý. Hãy tải lại trang để xem trạng thái mới nhất.',
    en: 'This leaf is not declared, or has been dealt with. Reload the page to see where it stands.',
  },
  is_fresh: {
    vi: 'Nội dung đã thay đổi so với lúc kê khai hoặc lúc bạn mở. Hãy xem nội dung hiện nay rồi làm lại; nếu đang rà soát, hãy trả lại để kê khai lại.',
    en: 'What this rests on has changed since it was declared or opened. Look at what stands now and try again; at the review, return it to be declared anew.',
  },
  not_own_claim: {
    vi: 'Bạn là người kê khai tiêu chí này hoặc đề nghị điểm thưởng, điểm trừ trong đó nên không tự duyệt được. Hãy nhờ người khác rà soát.',
    en: 'You declared this leaf, or entered a bonus or penalty in it. Ask somebody else to review it.',
  },
  has_reason: {
    vi: 'Hãy ghi rõ lý do để người nhận biết phải làm gì.',
    en: 'Write the reason, so that others know what to do.',
  },
  all_accepted: {
    vi: 'Còn tiêu chí chưa được rà soát xong. Hãy chấp nhận hoặc trả lại từng tiêu chí rồi trình.',
    en: 'Some leaves are not reviewed yet. Accept every leaf first, then put the assessment forward.',
  },
  all_fresh: {
    vi: 'Có tiêu chí đã thay đổi sau khi rà soát. Hãy lọc "có thay đổi", đưa hồ sơ về bước kê khai và rà soát lại.',
    en: 'Some leaves have changed since their review. Filter by "changed", reopen the assessment and review them again.',
  },
  no_own_claims: {
    vi: 'Bạn đã kê khai, rà soát hoặc đề nghị điểm thưởng, điểm trừ trong hồ sơ này nên không được phê duyệt. Hãy để lãnh đạo khác phê duyệt.',
    en: 'You declared or reviewed a leaf of this assessment, or entered a bonus or penalty. Another leader has to approve it.',
  },
  has_leaves: {
    vi: 'Đợt đánh giá chưa có bộ tiêu chí. Hãy chọn bộ tiêu chí trước.',
    en: 'The campaign has no criteria yet. Choose its criteria first.',
  },
  has_units: {
    vi: 'Đợt đánh giá chưa có đơn vị nào. Hãy thêm đơn vị trước.',
    en: 'The campaign has no unit yet. Add the units first.',
  },
  has_calendar: {
    vi: 'Lịch của đợt đánh giá chưa đủ. Hãy ghi hạn tự chấm trước.',
    en: 'The calendar of the campaign is not complete. Enter the last day to claim first.',
  },
  has_submissions: {
    vi: 'Chưa có đơn vị nào nộp hồ sơ. Hãy chờ hoặc đôn đốc các đơn vị.',
    en: 'No unit has submitted yet. Wait for the units, or remind them.',
  },
  all_appraised: {
    vi: 'Còn tiêu chí chưa thẩm định xong. Hãy xem bảng khối lượng và hoàn thành trước khi công bố kết quả thẩm định.',
    en: 'Some leaves are not appraised yet. See the workload and finish them before releasing the round.',
  },
  is_submitted: {
    vi: 'Đơn vị này chưa nộp hồ sơ hoặc đã rút lại. Hãy chọn đơn vị khác.',
    en: 'This unit has not submitted, or has withdrawn. Choose another unit.',
  },
  is_assigned: {
    vi: 'Tiêu chí của đơn vị này không được giao cho bạn. Hãy nhờ người phụ trách đợt đánh giá phân công.',
    en: 'This leaf of this unit is not assigned to you. Ask whoever conducts the campaign.',
  },
  has_no_conflict: {
    vi: 'Bạn có liên quan lợi ích với đơn vị này nên không được thẩm định. Hãy để người khác làm.',
    en: 'You have a conflict of interest with this unit. Leave it to somebody else.',
  },
  is_due: {
    vi: 'Đơn vị không giải trình tiêu chí này và không còn câu hỏi nào nên thẩm định lần hai giữ nguyên kết quả lần một. Nếu cần sửa, hãy đề xuất để hội đồng quyết định.',
    en: 'The unit explained nothing here and no question is open, so the second appraisal leaves the first as it is. If it has to change, propose it to the council.',
  },
  sum_matches: {
    vi: 'Tổng điểm các lý do phải đúng bằng phần điểm thay đổi. Hãy sửa lại điểm hoặc các lý do.',
    en: 'The reasons must add up exactly to what the points change. Correct the points or the reasons.',
  },
  was_cut_or_asked: {
    vi: 'Tiêu chí này không bị trừ điểm và không có câu hỏi nên không cần giải trình.',
    en: 'Nothing was cut or asked here, so there is nothing to explain.',
  },
  has_text: {
    vi: 'Nội dung còn trống. Hãy viết nội dung rồi gửi lại.',
    en: 'The text is empty. Write it, then send it again.',
  },
  explaining_is_over: {
    vi: 'Hạn giải trình của các đơn vị chưa hết. Hãy chờ hết hạn hoặc chờ mọi đơn vị gửi xong.',
    en: 'The units may still explain. Wait until their time is over or all have sent their explanations.',
  },
  all_answered: {
    vi: 'Còn giải trình chưa được thẩm định lần hai. Hãy xử lý hết trước khi họp hội đồng.',
    en: 'Some explanations are not ruled on yet. Deal with all of them before the council meets.',
  },
  has_quorum: {
    vi: 'Số thành viên tham gia chưa quá nửa. Hãy ghi đủ người dự họp hoặc lấy ý kiến bằng văn bản.',
    en: 'Less than half of the council takes part. Record who is present, or ask for written opinions.',
  },
  council_adopted: {
    vi: 'Hội đồng chưa thông qua đề xuất này. Hãy lấy phiếu trước.',
    en: 'The council has not adopted this proposal. Take the vote first.',
  },
  council_adopted_all: {
    vi: 'Hội đồng chưa thông qua toàn bộ kết quả. Hãy lấy phiếu cho cả danh sách trước.',
    en: 'The council has not adopted the results as a whole. Take the vote on the whole list first.',
  },
  not_appealed_yet: {
    vi: 'Đơn vị đã kiến nghị tiêu chí này. Hãy chờ hội đồng trả lời.',
    en: 'The unit has appealed against this leaf already. Wait for the answer of the council.',
  },
  was_appealed: {
    vi: 'Không có kiến nghị nào về tiêu chí này. Hãy chọn tiêu chí có kiến nghị.',
    en: 'Nobody appealed against this leaf. Choose one with an appeal.',
  },
  something_changed: {
    vi: 'Kết quả chưa có gì thay đổi từ lần công bố trước nên không cần công bố lại.',
    en: 'Nothing has changed since the last publication, so there is nothing to publish again.',
  },
} satisfies Record<Need, Said>;

const STAGES_SAID = {
  preparing: { vi: 'đợt đánh giá đang được chuẩn bị', en: 'the campaign is being prepared' },
  claiming: { vi: 'đơn vị đang tự chấm', en: 'the unit is claiming its points' },
  approving: { vi: 'hồ sơ đang chờ lãnh đạo phê duyệt', en: 'the assessment waits for approval' },
  approved: { vi: 'hồ sơ đã được phê duyệt', en: 'the assessment is approved' },
  submitted: { vi: 'hồ sơ đã nộp', en: 'the assessment is submitted' },
  appraising: { vi: 'đang thẩm định lần một', en: 'the first appraisal is under way' },
  explaining: { vi: 'các đơn vị đang giải trình', en: 'the units are explaining' },
  reappraising: { vi: 'đang thẩm định lần hai', en: 'the second appraisal is under way' },
  deciding: { vi: 'hội đồng đang quyết định', en: 'the council is deciding' },
  published: { vi: 'kết quả đã công bố', en: 'the results are published' },
} satisfies Record<Stage, Said>;

/** How every refusal of a move of the assessment is answered, in whichever room the move is made. */
export const moveProblems = {
  move_not_permitted: {
    status: 403,
    vi: 'Vai trò của bạn không làm bước này. Hãy nhờ người được giao bước này thực hiện.',
    en: 'Your role does not make this move. Ask whoever is in charge of it.',
  },
  wrong_stage: {
    status: 409,
    vi: ({ stage }) =>
      `Chưa làm được hoặc không còn làm được bước này: ${STAGES_SAID[stage].vi}. Hãy tải lại trang.`,
    en: ({ stage }) => `This is not the time for it: ${STAGES_SAID[stage].en}. Reload the page.`,
  },
  clock_ran_out: {
    status: 409,
    vi: ({ until }) => `Đã hết hạn vào ngày ${printDay(until)}. Hãy xin gia hạn bằng văn bản nếu còn cần.`,
    en: ({ until }) => `The time was over on ${printDay(until)}. Ask for an extension by document if needed.`,
  },
  need_unmet: { status: 422, vi: ({ need }) => NEEDS_SAID[need].vi, en: ({ need }) => NEEDS_SAID[need].en },
} satisfies ProblemsOf<MoveRefusal>;
