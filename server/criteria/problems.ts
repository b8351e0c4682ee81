import type { RowRefusal } from '#core/criteria/correct-row.ts';
import { printPoints } from '#core/points.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

/** Refusals of the criteria of a plan, wherever they are corrected: on a page or by a workbook. */
export type CriteriaRefusal =
  | RowRefusal
  | { kind: 'no_plan' }
  | { kind: 'department_unknown'; field: string }
  | { kind: 'title_needed'; field: 'title'; id: string };

export const criteriaProblems = {
  no_plan: {
    status: 404,
    vi: 'Chưa có kế hoạch nào được xác nhận. Hãy tải kế hoạch lên, soát lại rồi xác nhận.',
    en: 'No plan has been confirmed yet. Upload the plan, review it and confirm it.',
  },
  parent_is_sum: {
    status: 422,
    vi: ({ id }) =>
      `Điểm của ${id} là tổng điểm các dòng bên dưới nên không sửa trực tiếp. Hãy sửa ở tiêu chí thành phần.`,
    en: ({ id }) => `The points of ${id} are the sum of the rows below it. Correct the component instead.`,
  },
  over_maximum: {
    status: 422,
    vi: ({ id, maximum }) =>
      `Điểm của ${id} không được vượt quá điểm tối đa ${printPoints(maximum)}. Giá trị cũ được giữ nguyên.`,
    en: ({ id, maximum }) =>
      `The points of ${id} may not pass the maximum of ${printPoints(maximum, 'en')}. The old value stays.`,
  },
  below_zero: {
    status: 422,
    vi: ({ id }) =>
      `Điểm của ${id} không được âm; chỉ điểm trừ mới được ghi số âm. Giá trị cũ được giữ nguyên.`,
    en: ({ id }) => `The points of ${id} may not be negative; only penalties are. The old value stays.`,
  },
  maximum_needed: {
    status: 422,
    vi: ({ id }) => `Điểm tối đa của ${id} không được để trống. Hãy nhập một số, ví dụ 0,50.`,
    en: ({ id }) => `The maximum of ${id} may not be empty. Enter a number, for example 0.50.`,
  },
  department_unknown: {
    status: 422,
    vi: 'Đơn vị được giao không còn trong danh sách. Hãy tải lại trang rồi chọn lại.',
    en: 'A department that was chosen is no longer in the list. Reload the page and choose again.',
  },
  title_needed: {
    status: 422,
    vi: ({ id }) => `Nội dung của ${id} không được để trống. Hãy nhập nội dung tiêu chí.`,
    en: ({ id }) => `The title of ${id} may not be empty. Enter what the criterion is.`,
  },
} satisfies ProblemsOf<CriteriaRefusal>;
