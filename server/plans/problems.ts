import type { TaskRefusal } from '#core/plans/task-rules.ts';
import { type CriteriaRefusal, criteriaProblems } from '#server/criteria/problems.ts';
import { documentProblems, type UnreadableFile } from '#server/documents/document-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type PlanRefusal =
  | Exclude<TaskRefusal, { kind: 'department_unknown' }>
  | CriteriaRefusal
  | UnreadableFile
  | { kind: 'occurrence_unknown'; field: 'occurrence' }
  | { kind: 'annex_of_another_unit' }
  | { kind: 'no_annex_found' }
  | { kind: 'owner_unknown'; id: string; name: string }
  | { kind: 'value_not_fitting'; id: string; property: string }
  | { kind: 'row_unknown'; id: string };

export const planProblems = {
  ...criteriaProblems,
  ...documentProblems,
  day_unknown: {
    status: 400,
    vi: ({ day }) => `Ngày ${day} không có trong lịch hoặc ngoài các năm 2000–2099. Hãy nhập lại thời hạn.`,
    en: ({ day }) =>
      `The day ${day} is not in the calendar or not between 2000 and 2099. Enter the deadline again.`,
  },
  deadline_backwards: {
    status: 400,
    vi: 'Ngày bắt đầu đứng sau ngày kết thúc. Hãy nhập lại thời hạn.',
    en: 'The first day is after the last day. Enter the deadline again.',
  },
  criterion_unknown: {
    status: 422,
    vi: 'Tiêu chí được gắn không còn trong kế hoạch. Hãy tải lại trang rồi chọn lại.',
    en: 'A criterion that was chosen is no longer in the plan. Reload the page and choose again.',
  },
  occurrence_unknown: {
    status: 422,
    vi: 'Nhiệm vụ này không có kỳ đó. Hãy tải lại trang rồi chọn lại kỳ.',
    en: 'This task has no such occurrence. Reload the page and choose again.',
  },
  annex_of_another_unit: {
    status: 422,
    vi: 'Tệp này được xuất từ kế hoạch của đơn vị khác nên không đối chiếu được. Hãy chọn phụ lục do đơn vị mình xuất ra.',
    en: 'This workbook was exported from the plan of another unit. Choose the annex your own unit exported.',
  },
  no_annex_found: {
    status: 422,
    vi: 'Không tìm thấy phụ lục tiêu chí trong tệp. Hãy chọn tệp có bảng với các cột STT, Nội dung tiêu chí, Điểm tối đa.',
    en: 'No annex of criteria was found in the file. Choose one with a table headed STT, Nội dung tiêu chí, Điểm tối đa.',
  },
  owner_unknown: {
    status: 422,
    vi: ({ id, name }) =>
      `${id}: đơn vị “${name}” chưa có trong danh sách. Hãy thêm đơn vị này hoặc bỏ thay đổi đó rồi lưu lại.`,
    en: ({ id, name }) =>
      `${id}: the department “${name}” is not in the list. Add it, or leave that change out, and save again.`,
  },
  value_not_fitting: {
    status: 400,
    vi: ({ id }) => `${id}: giá trị mới không đúng kiểu. Hãy đối chiếu lại tệp rồi chọn thay đổi cần lưu.`,
    en: ({ id }) =>
      `${id}: the new value is of the wrong kind. Compare the file again and choose what to keep.`,
  },
  row_unknown: {
    status: 422,
    vi: ({ id }) =>
      `Không có dòng ${id} trong kế hoạch hiện hành. Hãy đối chiếu lại tệp với kế hoạch mới nhất.`,
    en: ({ id }) => `There is no ${id} in the live plan. Compare the file with the latest plan again.`,
  },
} satisfies ProblemsOf<PlanRefusal>;
