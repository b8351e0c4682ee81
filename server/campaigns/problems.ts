import type { MoveRefusal } from '#core/assessments/moves.ts';
import { printDay } from '#core/written-day.ts';
import { moveProblems } from '#server/assessments/move-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type CampaignProblem =
  | MoveRefusal
  | { kind: 'no_plan' }
  | { kind: 'day_unknown'; field: string; day: string }
  | { kind: 'not_a_host' }
  | { kind: 'calendar_out_of_order'; field: string }
  | { kind: 'phase_is_past'; phase: string }
  | { kind: 'leaf_unknown'; field: 'leaves' | 'code'; code: string }
  | { kind: 'unit_unknown'; field: 'unitIds' | 'assessedId' }
  | { kind: 'unit_submitted'; unitName: string }
  | { kind: 'grace_not_later'; field: 'until'; until: string }
  | { kind: 'grace_without_clock'; field: 'clock' }
  | { kind: 'person_unknown'; field: 'userId' }
  | { kind: 'assigned_already' }
  | { kind: 'conflict_known' };

export const campaignProblems = {
  ...moveProblems,
  no_plan: {
    status: 409,
    vi: 'Thành phố chưa có kế hoạch nào đang dùng. Hãy nạp kế hoạch trước, hoặc lấy bộ tiêu chí có sẵn.',
    en: 'The city has no live plan. Import one first, or take the published criteria.',
  },
  day_unknown: {
    status: 422,
    vi: ({ day }) => `Lịch không có ngày “${day}”. Hãy kiểm tra lại.`,
    en: ({ day }) => `The calendar has no day “${day}”. Check it.`,
  },
  not_a_host: {
    status: 403,
    vi: 'Chỉ thành phố hoặc trung ương tổ chức đợt đánh giá. Hãy chuyển sang đơn vị đó để lập đợt.',
    en: 'Only a city or the country holds campaigns. Switch to that unit to make one.',
  },
  calendar_out_of_order: {
    status: 422,
    vi: 'Các mốc của lịch chưa theo thứ tự: tự chấm, thẩm định, thẩm định lần hai, họp hội đồng. Hãy sửa lại ngày.',
    en: 'The days are not in order: claims, appraisal, second appraisal, council. Correct them.',
  },
  phase_is_past: {
    status: 409,
    vi: 'Đợt đánh giá đã qua bước được sửa mục này. Hãy tải lại trang để xem trạng thái mới nhất.',
    en: 'The campaign is past the phase in which this may change. Reload the page.',
  },
  leaf_unknown: {
    status: 422,
    vi: ({ code }) => `Bộ tiêu chí của đợt không có mục “${code}”. Hãy chọn lại từ danh sách.`,
    en: ({ code }) => `The criteria of the campaign have no “${code}”. Choose from the list.`,
  },
  unit_unknown: {
    status: 422,
    vi: 'Có đơn vị không thuộc đợt này hoặc không trực thuộc thành phố. Hãy chọn lại từ danh sách.',
    en: 'A unit is not of this campaign or not below the city. Choose from the list.',
  },
  unit_submitted: {
    status: 409,
    vi: ({ unitName }) =>
      `${unitName} đã nộp hồ sơ nên không bỏ ra được. Hãy đề nghị đơn vị rút hồ sơ trước.`,
    en: ({ unitName }) => `${unitName} has submitted and stays. Ask the unit to withdraw first.`,
  },
  grace_not_later: {
    status: 422,
    vi: ({ until }) => `Hạn mới phải sau hạn hiện nay (${printDay(until)}). Hãy chọn ngày khác.`,
    en: ({ until }) => `The new day must be later than the present one (${printDay(until)}). Choose another.`,
  },
  grace_without_clock: {
    status: 409,
    vi: 'Hạn này chưa bắt đầu hoặc đã qua bước đó nên không gia hạn được. Hãy chọn hạn đang chạy.',
    en: 'This time is not running, so it cannot be extended. Choose one that is.',
  },
  person_unknown: {
    status: 422,
    vi: 'Người này không có vai trò thẩm định ở thành phố. Hãy chọn người khác hoặc đổi vai trò trước.',
    en: 'This person has no appraising role in the city. Choose another, or change the role first.',
  },
  assigned_already: {
    status: 409,
    vi: 'Phần việc này đã được giao cho người đó. Hãy chọn phần khác.',
    en: 'This person has that work already. Choose something else.',
  },
  conflict_known: {
    status: 409,
    vi: 'Đã ghi nhận người này không chấm đơn vị đó.',
    en: 'It is known already that this person leaves the unit to others.',
  },
} satisfies ProblemsOf<CampaignProblem>;
