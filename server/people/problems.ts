import type { ProblemsOf } from '#server/http/problems.ts';

export type PeopleRefusal =
  | { kind: 'already_set_up' }
  | { kind: 'setup_link_invalid' }
  | { kind: 'username_taken'; field: 'username' }
  | { kind: 'wrong_credentials'; field: 'password' }
  | { kind: 'locked_out'; field: 'password'; minutes: number }
  | { kind: 'invitation_invalid' }
  | { kind: 'already_member'; unitName: string }
  | { kind: 'not_own_unit'; field: 'unitId' }
  | { kind: 'renamed_from_above'; field: 'name' }
  | { kind: 'role_above_own'; field: 'role' }
  | { kind: 'role_not_in_unit'; field: 'role' }
  | { kind: 'unknown_department'; field: 'departmentId' }
  | { kind: 'department_needed'; field: 'departmentId' }
  | { kind: 'last_administrator'; field: 'role' }
  | { kind: 'department_name_taken'; field: 'name' }
  | { kind: 'department_in_use'; tasks: number; criteria: number; members: number };

export const peopleProblems = {
  already_set_up: {
    status: 409,
    vi: 'Hệ thống đã được thiết lập. Hãy đăng nhập bằng tài khoản đã có.',
    en: 'The system is already set up. Sign in with an existing account.',
  },
  setup_link_invalid: {
    status: 403,
    vi: 'Liên kết thiết lập không đúng hoặc đã được dùng. Hãy lấy liên kết mới nhất in trên màn hình máy chủ.',
    en: 'The set-up link is wrong or has been used. Take the latest one printed by the server.',
  },
  username_taken: {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This user name is taken. Choose another.',
  },
  wrong_credentials: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
    en: 'The user name or password is wrong. Check them and try again.',
  },
  locked_out: {
    status: 429,
    vi: ({ minutes }) => `Đã nhập sai quá 5 lần. Hãy thử lại sau ${minutes} phút.`,
    en: ({ minutes }) => `Too many wrong tries. Try again in ${minutes} minutes.`,
  },
  invitation_invalid: {
    status: 404,
    vi: 'Liên kết mời không đúng, đã được dùng, đã bị thu hồi hoặc hết hạn. Hãy xin cán bộ đầu mối một liên kết mới.',
    en: 'The invitation link is wrong, used, revoked or expired. Ask the focal officer for a new one.',
  },
  already_member: {
    status: 409,
    vi: ({ unitName }) => `Tài khoản này đã thuộc ${unitName}. Hãy đăng nhập và chuyển sang đơn vị đó.`,
    en: ({ unitName }) => `This account already belongs to ${unitName}. Sign in and switch to that unit.`,
  },
  not_own_unit: {
    status: 403,
    vi: 'Bạn không thuộc đơn vị này, hoặc không còn thuộc nữa. Hãy tải lại trang rồi chọn đơn vị khác.',
    en: 'You do not belong to this unit, or no longer do. Reload the page and choose another.',
  },
  renamed_from_above: {
    status: 409,
    vi: 'Tên đơn vị do đơn vị cấp trên ghi theo quyết định. Hãy đề nghị đơn vị cấp trên ghi việc đổi tên.',
    en: 'The unit above records what this unit is called, by decision. Ask it to record the change of name.',
  },
  role_above_own: {
    status: 403,
    vi: 'Chỉ người quản trị mới được mời người quản trị. Hãy chọn vai trò khác.',
    en: 'Only an administrator may invite an administrator. Choose another role.',
  },
  role_not_in_unit: {
    status: 409,
    vi: 'Chỉ đơn vị tổ chức đánh giá mới có người thẩm định và thành viên hội đồng. Hãy chọn vai trò khác.',
    en: 'Only a unit that holds assessments has appraisers and council members. Choose another role.',
  },
  unknown_department: {
    status: 400,
    vi: 'Đơn vị đã chọn không còn tồn tại. Hãy tải lại trang và chọn lại.',
    en: 'The chosen department no longer exists. Reload the page and choose again.',
  },
  department_needed: {
    status: 400,
    vi: 'Cán bộ đơn vị và người được giao việc phải thuộc một đơn vị. Hãy chọn đơn vị.',
    en: 'An officer and a contributor belong to a department. Choose one.',
  },
  last_administrator: {
    status: 409,
    vi: 'Đây là người quản trị cuối cùng. Hãy giao vai trò quản trị cho người khác trước.',
    en: 'This is the last administrator. Give the role to someone else first.',
  },
  department_name_taken: {
    status: 409,
    vi: 'Đã có đơn vị mang tên này. Hãy đặt tên khác.',
    en: 'A department already has this name. Choose another.',
  },
  department_in_use: {
    status: 409,
    vi: ({ tasks, criteria, members }) =>
      `Đơn vị còn phụ trách ${tasks} nhiệm vụ, ${criteria} tiêu chí và có ${members} người. Hãy chuyển giao trước khi kết thúc.`,
    en: ({ tasks, criteria, members }) =>
      `The department still answers for ${tasks} tasks and ${criteria} criteria and has ${members} people. Hand them over first.`,
  },
} satisfies ProblemsOf<PeopleRefusal>;
