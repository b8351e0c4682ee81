import type { VoteRefusal } from '#core/assessments/council.ts';
import type { MoveRefusal } from '#core/assessments/moves.ts';
import type { RulingRefusal } from '#core/assessments/refuse-ruling.ts';
import { printPoints } from '#core/points.ts';
import { moveProblems } from '#server/assessments/move-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type CouncilProblem =
  | MoveRefusal
  | RulingRefusal
  | VoteRefusal
  | { kind: 'member_cannot_vote'; field: 'members' }
  | { kind: 'chair_twice'; field: 'members' }
  | { kind: 'present_not_a_member'; field: 'present' }
  | { kind: 'day_unknown'; field: 'heldOn' }
  | { kind: 'not_deciding' }
  | { kind: 'not_appealed' }
  | { kind: 'leaf_unknown'; field: 'leaf' };

export const councilProblems = {
  ...moveProblems,
  points_out_of_range: {
    status: 422,
    vi: ({ least, most }) => `Điểm phải từ ${printPoints(least)} đến ${printPoints(most)}. Hãy nhập lại.`,
    en: ({ least, most }) => `Points go from ${printPoints(least, 'en')} to ${printPoints(most, 'en')}.`,
  },
  reasons_do_not_add_up: {
    status: 422,
    vi: ({ difference, sum }) =>
      `Các lý do cộng lại là ${printPoints(sum)} điểm, trong khi điểm thay đổi ${printPoints(difference)}. Hãy sửa cho khớp.`,
    en: ({ difference, sum }) =>
      `The reasons add up to ${printPoints(sum, 'en')}, the points change by ${printPoints(difference, 'en')}. Make them match.`,
  },
  source_needed: {
    status: 422,
    vi: 'Hãy ghi nguồn của điểm này.',
    en: 'Write where these points come from.',
  },
  not_a_member: {
    status: 403,
    vi: 'Bạn không phải thành viên hội đồng của đợt này nên không bỏ phiếu.',
    en: 'You are no member of the council of this campaign, so you do not vote.',
  },
  meeting_closed: {
    status: 409,
    vi: 'Phiên họp đã kết thúc. Hãy lập phiên họp mới nếu còn việc phải quyết định.',
    en: 'The meeting is closed. Open another if there is more to decide.',
  },
  item_withdrawn: {
    status: 409,
    vi: 'Đề xuất này đã được rút. Hãy tải lại trang để xem các đề xuất còn lại.',
    en: 'This proposal was withdrawn. Reload the page to see the others.',
  },
  not_present: {
    status: 409,
    vi: 'Bạn chưa được ghi là có mặt. Hãy nhờ thư ký ghi nhận trước khi bỏ phiếu.',
    en: 'You are not recorded as present. Ask the secretary to record you, then vote.',
  },
  ruled_on_it: {
    status: 403,
    vi: 'Bạn đã thẩm định tiêu chí này của đơn vị nên không bỏ phiếu về nó. Hãy để các thành viên khác quyết định.',
    en: 'You ruled on this leaf as an appraiser. Leave the vote on it to the others.',
  },
  own_unit: {
    status: 403,
    vi: 'Bạn có công tác tại đơn vị này nên không bỏ phiếu về đơn vị. Hãy để các thành viên khác quyết định.',
    en: 'You belong to this unit. Leave the vote on it to the others.',
  },
  member_cannot_vote: {
    status: 422,
    vi: 'Thành viên hội đồng phải là người của thành phố có vai trò lãnh đạo hoặc hội đồng. Hãy đổi vai trò của họ trước.',
    en: 'A member has to be a person of the city with the role of leader or council. Change their role first.',
  },
  chair_twice: {
    status: 422,
    vi: 'Mỗi người một ghế và hội đồng chỉ có một chủ tịch. Hãy chọn lại.',
    en: 'Each person has one seat and the council one chair. Choose again.',
  },
  present_not_a_member: {
    status: 422,
    vi: 'Người được ghi có mặt phải là thành viên hội đồng. Hãy chọn lại từ danh sách.',
    en: 'Only members of the council are recorded as present. Choose from the list.',
  },
  day_unknown: {
    status: 422,
    vi: 'Lịch không có ngày này. Hãy kiểm tra lại.',
    en: 'The calendar has no such day. Check it.',
  },
  not_deciding: {
    status: 409,
    vi: 'Hội đồng chỉ làm việc sau thẩm định lần hai, và về kiến nghị sau khi công bố. Hãy chờ đến bước đó.',
    en: 'The council sits after the second appraisal, and on appeals after the publication. Wait for that.',
  },
  not_appealed: {
    status: 409,
    vi: 'Kết quả đã công bố: chỉ xem xét lại tiêu chí có kiến nghị. Hãy chọn tiêu chí được kiến nghị.',
    en: 'The results are published: only leaves with an appeal are looked at again. Choose one of those.',
  },
  leaf_unknown: {
    status: 422,
    vi: 'Đơn vị chưa nộp hồ sơ hoặc không có tiêu chí này. Hãy chọn lại.',
    en: 'The unit has not submitted, or there is no such leaf. Choose again.',
  },
  item_recorded: {
    status: 409,
    vi: 'Quyết định về đề xuất này đã được ghi nhận. Hãy lập đề xuất mới nếu cần thay đổi.',
    en: 'The decision on this proposal is recorded. Make a new proposal to change it.',
  },
} satisfies ProblemsOf<CouncilProblem>;
