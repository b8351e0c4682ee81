import type { ConfirmationRefusal } from '#core/reading/confirm-reading.ts';
import type { CorrectionRefusal } from '#core/reading/correct-reading.ts';
import { documentProblems, type UnreadableFile } from '#server/documents/document-problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type ReadingRefusal = ConfirmationRefusal | CorrectionRefusal | UnreadableFile;

const SHOWN = 5;

/** The first few of a list, and how many more there are. */
function some(values: readonly string[], more: (count: number) => string): string {
  const shown = values.slice(0, SHOWN).join(', ');
  return values.length > SHOWN ? `${shown} ${more(values.length - SHOWN)}` : shown;
}
const someVi = (values: readonly string[]) => some(values, (count) => `và ${count} mục khác`);
const someEn = (values: readonly string[]) => some(values, (count) => `and ${count} more`);

export const readingProblems = {
  ...documentProblems,
  reading_closed: {
    status: 409,
    vi: ({ status }) =>
      status === 'confirmed'
        ? 'Bản đọc này đã được xác nhận thành kế hoạch. Hãy mở kế hoạch để xem hoặc sửa tiếp.'
        : 'Bản đọc này đã bị bỏ. Hãy tải kế hoạch lên lại.',
    en: ({ status }) =>
      status === 'confirmed'
        ? 'This reading has already been confirmed as the plan. Open the plan to see or correct it.'
        : 'This reading was discarded. Upload the plan again.',
  },
  no_criteria: {
    status: 422,
    vi: 'Chưa đọc được tiêu chí nào nên chưa thể xác nhận. Hãy tải lên tệp có phụ lục chỉ tiêu, hoặc thêm tiêu chí rồi xác nhận lại.',
    en: 'No criterion was read, so there is nothing to confirm. Upload a file with the annex, or add criteria and confirm again.',
  },
  no_year: {
    status: 422,
    vi: 'Chưa biết kế hoạch của năm nào. Hãy điền năm của kế hoạch rồi xác nhận lại.',
    en: 'The year of the plan is not known. Enter it and confirm again.',
  },
  duplicate_codes: {
    status: 422,
    vi: ({ codes }) => `Có tiêu chí trùng số thứ tự: ${someVi(codes)}. Hãy sửa số thứ tự rồi xác nhận lại.`,
    en: ({ codes }) =>
      `Two criteria share one number: ${someEn(codes)}. Correct the numbers and confirm again.`,
  },
  criteria_without_parent: {
    status: 422,
    vi: ({ codes }) =>
      `Có tiêu chí không thuộc tiêu chí hoặc lĩnh vực nào: ${someVi(codes)}. Hãy sửa số thứ tự hoặc thêm dòng cấp trên rồi xác nhận lại.`,
    en: ({ codes }) =>
      `Criteria stand under no row above them: ${someEn(codes)}. Correct the numbers or add the row above, and confirm again.`,
  },
  no_maximum: {
    status: 422,
    vi: ({ codes }) =>
      `Chưa có điểm tối đa hợp lệ ở: ${someVi(codes)}. Hãy điền điểm tối đa rồi xác nhận lại.`,
    en: ({ codes }) => `There is no valid maximum at: ${someEn(codes)}. Enter it and confirm again.`,
  },
  duplicate_task_keys: {
    status: 422,
    vi: ({ keys }) => `Có nhiệm vụ trùng số: ${someVi(keys)}. Hãy bỏ bớt một nhiệm vụ rồi xác nhận lại.`,
    en: ({ keys }) => `Two tasks share one number: ${someEn(keys)}. Remove one and confirm again.`,
  },
  unknown_subject: {
    status: 422,
    vi: ({ subject }) => `Không có “${subject}” trong bản đọc. Hãy tải lại trang rồi sửa lại.`,
    en: ({ subject }) => `There is no “${subject}” in the reading. Reload the page and correct it again.`,
  },
  unknown_property: {
    status: 422,
    vi: ({ subject, property }) =>
      `Không sửa được “${property}” của ${subject}. Hãy tải lại trang rồi sửa lại.`,
    en: ({ subject, property }) =>
      `“${property}” of ${subject} cannot be corrected. Reload the page and correct it again.`,
  },
  bad_value: {
    status: 422,
    vi: ({ subject }) => `Giá trị mới của ${subject} không hợp lệ. Hãy kiểm tra rồi nhập lại.`,
    en: ({ subject }) => `The new value of ${subject} does not fit. Check it and enter it again.`,
  },
  duplicate_code: {
    status: 422,
    vi: ({ subject }) => `Số thứ tự mới của ${subject} đã có tiêu chí khác dùng. Hãy chọn số khác.`,
    en: ({ subject }) => `The new number of ${subject} is taken by another criterion. Choose another.`,
  },
} satisfies ProblemsOf<ReadingRefusal>;
