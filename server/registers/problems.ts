import type { RowFault } from '#core/registers/check-rows.ts';
import type { DefinitionRefusal } from '#core/registers/define-register.ts';
import { criteriaProblems } from '#server/criteria/problems.ts';
import { documentProblems, type UnreadableFile } from '#server/documents/document-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type RegisterRefusal =
  | DefinitionRefusal
  | { kind: 'no_plan' }
  | UnreadableFile
  | { kind: 'rows_faulty'; faults: RowFault[] }
  | { kind: 'department_unknown'; field: 'departmentId' }
  | { kind: 'month_closed'; field: 'reason'; period: string }
  | { kind: 'month_not_begun'; field: 'period' }
  | { kind: 'register_of_tasks' }
  | { kind: 'register_of_catalogue' }
  | { kind: 'register_in_use'; codes: string[] }
  | { kind: 'too_many_rows'; most: number };

const month = (period: string) => `${Number(period.slice(5))}/${period.slice(0, 4)}`;

export const registerProblems = {
  ...documentProblems,
  no_plan: criteriaProblems.no_plan,
  rows_faulty: {
    status: 422,
    vi: ({ faults }) => `Có ${faults.length} ô chưa đúng nên chưa lưu dòng nào. Hãy sửa các ô được đánh dấu.`,
    en: ({ faults }) =>
      `${faults.length} cells are not right, so no row was saved. Correct the marked cells.`,
  },
  department_unknown: {
    status: 422,
    vi: 'Đơn vị được chọn không còn trong danh sách. Hãy tải lại trang rồi chọn lại.',
    en: 'A department that was chosen is no longer in the list. Reload the page and choose again.',
  },
  month_closed: {
    status: 422,
    vi: ({ period }) => `Tháng ${month(period)} đã chốt số liệu. Hãy ghi lý do sửa đổi rồi lưu lại.`,
    en: ({ period }) =>
      `The month ${month(period)} is closed. Give the reason for the change and save again.`,
  },
  month_not_begun: {
    status: 422,
    vi: 'Tháng này chưa đến hoặc không thuộc năm đánh giá nên chưa chốt được. Hãy chọn tháng khác.',
    en: 'This month has not come yet or is not of the year of assessment. Choose another month.',
  },
  register_of_tasks: {
    status: 422,
    vi: 'Sổ này lấy từ nhiệm vụ của kế hoạch. Hãy cập nhật ở trang Nhiệm vụ.',
    en: 'This register comes from the tasks of the plan. Update them on the tasks page.',
  },
  register_of_catalogue: {
    status: 422,
    vi: 'Sổ có sẵn không sửa cấu trúc được. Hãy lập một sổ riêng của đơn vị.',
    en: 'A register that comes with the product keeps its columns. Define a register of your own.',
  },
  register_in_use: {
    status: 422,
    vi: ({ codes }) => `Sổ đang được quy tắc của ${codes.join(', ')} sử dụng. Hãy sửa các quy tắc đó trước.`,
    en: ({ codes }) => `The rules of ${codes.join(', ')} use the register. Change these rules first.`,
  },
  too_many_rows: {
    status: 422,
    vi: ({ most }) => `Tệp có nhiều hơn ${most} dòng. Hãy chia thành nhiều tệp.`,
    en: ({ most }) => `The file has more than ${most} rows. Split it into several files.`,
  },
  column_twice: {
    status: 422,
    vi: ({ column }) => `Cột "${column}" bị trùng. Hãy đặt tên khác.`,
    en: ({ column }) => `The column "${column}" is there twice. Give it another name.`,
  },
  choices_needed: {
    status: 422,
    vi: ({ column }) => `Cột "${column}" cần danh sách giá trị. Hãy thêm ít nhất một giá trị.`,
    en: ({ column }) => `The column "${column}" needs a list to choose from. Add at least one value.`,
  },
  date_column_unfit: {
    status: 422,
    vi: 'Cột xác định thời gian phải là cột ngày hoặc tháng và bắt buộc nhập. Hãy chọn lại.',
    en: 'The column that dates a row is a required day or month. Choose again.',
  },
  column_kind_fixed: {
    status: 422,
    vi: ({ column }) => `Cột "${column}" đã có nên không đổi kiểu được. Hãy thêm cột mới.`,
    en: ({ column }) => `The column "${column}" is there already and keeps its kind. Add a new column.`,
  },
  register_title_taken: {
    status: 422,
    vi: 'Đã có sổ mang tên này. Hãy đặt tên khác.',
    en: 'There is a register of this title already. Choose another.',
  },
} satisfies ProblemsOf<RegisterRefusal>;
