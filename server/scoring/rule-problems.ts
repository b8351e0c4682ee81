import { printPoints } from '#core/points.ts';
import type { QuantityRefusal } from '#core/registers/refuse-quantity.ts';
import type { RuleRefusal } from '#core/scoring/refuse-rule.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

const FAULTS: Record<string, { vi: (what: string) => string; en: (what: string) => string }> = {
  unreadable: {
    vi: () =>
      'Công thức không đọc được. Hãy kiểm tra dấu ngoặc và phép tính; số thập phân viết bằng dấu chấm.',
    en: () => 'The formula cannot be read. Check brackets and operators; decimals are written with a point.',
  },
  not_allowed: {
    vi: (what) =>
      `Công thức có "${what}" không dùng được. Chỉ dùng số, tên số liệu, phép tính, so sánh và min, max, abs, round, floor, ceil.`,
    en: (what) =>
      `The formula uses "${what}", which is not allowed. Use numbers, names of figures, arithmetic, comparisons and min, max, abs, round, floor, ceil.`,
  },
  unknown_name: {
    vi: (what) =>
      `Công thức nhắc đến "${what}" nhưng quy tắc không có số liệu này. Hãy thêm số liệu hoặc sửa tên.`,
    en: (what) =>
      `The formula names "${what}", which is no figure of this rule. Add the figure or correct the name.`,
  },
  too_long: {
    vi: () => 'Công thức quá dài. Hãy chia thành nhiều nhánh hoặc nhiều phần.',
    en: () => 'The formula is too long. Split it into branches or parts.',
  },
};

/** Refusals of a rule, and of what its quantities ask of registers. */
export const ruleProblems = {
  quantity_missing: {
    status: 422,
    vi: ({ key }) => `Quy tắc cần số liệu "${key}" nhưng chưa khai báo. Hãy thêm số liệu này.`,
    en: ({ key }) => `The rule needs the figure "${key}", which is not declared. Add it.`,
  },
  quantity_twice: {
    status: 422,
    vi: ({ key }) => `Số liệu "${key}" được khai báo hai lần. Hãy bỏ bớt một.`,
    en: ({ key }) => `The figure "${key}" is declared twice. Take one out.`,
  },
  name_taken: {
    status: 422,
    vi: ({ key }) =>
      `"${key}" trong công thức là điểm tối đa của tiêu chí. Hãy đặt tên khác cho số liệu này.`,
    en: ({ key }) => `"${key}" stands for the leaf's maximum in a formula. Give this figure another name.`,
  },
  quantity_incomplete: {
    status: 422,
    vi: ({ title }) => `Số liệu "${title}" chưa nói lấy từ sổ nào hoặc là hằng số bao nhiêu. Hãy bổ sung.`,
    en: ({ title }) =>
      `The figure "${title}" does not say which register or which constant it is. Complete it.`,
  },
  step_over_maximum: {
    status: 422,
    vi: ({ maximum }) => `Điểm của một bậc vượt điểm tối đa ${printPoints(maximum)}. Hãy sửa bậc đó.`,
    en: ({ maximum }) =>
      `The points of a step pass the maximum of ${printPoints(maximum, 'en')}. Correct that step.`,
  },
  parts_over_maximum: {
    status: 422,
    vi: ({ sum, maximum }) =>
      `Các phần cộng lại được ${printPoints(sum)}, vượt điểm tối đa ${printPoints(maximum)}. Hãy sửa điểm các phần.`,
    en: ({ sum, maximum }) =>
      `The parts add up to ${printPoints(sum, 'en')}, over the maximum of ${printPoints(maximum, 'en')}. Correct their points.`,
  },
  twice_the_same: {
    status: 422,
    vi: ({ key }) => `Mã "${key}" được dùng hai lần trong quy tắc. Hãy đổi một mã.`,
    en: ({ key }) => `The key "${key}" is used twice in the rule. Change one of them.`,
  },
  formula_wrong: {
    status: 422,
    vi: ({ fault, what }) => FAULTS[fault]!.vi(what),
    en: ({ fault, what }) => FAULTS[fault]!.en(what),
  },
  last_branch_open: {
    status: 422,
    vi: 'Nhánh cuối của công thức phải không có điều kiện, để mọi trường hợp đều có điểm. Hãy thêm một nhánh như thế.',
    en: 'The last branch of the formula has no condition, so that every case has points. Add such a branch.',
  },
  register_unknown: {
    status: 422,
    vi: 'Quy tắc dùng một sổ theo dõi không có ở đơn vị. Hãy chọn lại sổ.',
    en: 'The rule uses a register that the unit does not have. Choose the register again.',
  },
  column_unknown: {
    status: 422,
    vi: ({ register, column }) => `Sổ "${register}" không có cột "${column}". Hãy chọn lại cột.`,
    en: ({ register, column }) =>
      `The register "${register}" has no column "${column}". Choose the column again.`,
  },
  column_unfit: {
    status: 422,
    vi: ({ column, wanted }) =>
      wanted === 'number'
        ? `Cột "${column}" không chứa số nên không cộng được. Hãy chọn cột số.`
        : `Cột "${column}" không chứa ngày nên không so thời hạn được. Hãy chọn cột ngày.`,
    en: ({ column, wanted }) =>
      wanted === 'number'
        ? `The column "${column}" holds no numbers to add up. Choose a number column.`
        : `The column "${column}" holds no days to compare. Choose a date column.`,
  },
} satisfies ProblemsOf<RuleRefusal | QuantityRefusal>;
