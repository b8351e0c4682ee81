import { printPoints } from '#core/points.ts';
import type { QuantityRefusal } from '#core/registers/refuse-quantity.ts';
import type { EntryRefusal } from '#core/scoring/refuse-entry.ts';
import type { RuleRefusal } from '#core/scoring/refuse-rule.ts';
import { criteriaProblems } from '#server/criteria/problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import { ruleProblems } from './rule-problems.ts';

export type ScoringRefusal = EntryRefusal | RuleRefusal | QuantityRefusal | { kind: 'no_plan' };

export const scoringProblems = {
  no_plan: criteriaProblems.no_plan,
  quantity_not_typed: {
    status: 422,
    vi: 'Số liệu này lấy từ sổ theo dõi nên không nhập tay. Hãy sửa dòng trong sổ.',
    en: 'This figure comes from a register, so it is not typed. Correct the row in the register.',
  },
  quantity_unreadable: {
    status: 422,
    vi: 'Số liệu không đọc được. Hãy nhập một số không âm, tối đa bốn chữ số thập phân.',
    en: 'The figure could not be read. Enter a number that is not negative, with at most four decimals.',
  },
  level_unknown: {
    status: 422,
    vi: 'Mức độ được chọn không có trong quy tắc. Hãy chọn lại.',
    en: 'The chosen level is not in the rule. Choose again.',
  },
  points_by_rule: {
    status: 422,
    vi: 'Điểm của tiêu chí này tính theo quy tắc nên không nhập tay. Hãy sửa số liệu hoặc quy tắc.',
    en: 'The points of this criterion follow from its rule, so they are not typed. Correct the figures or the rule.',
  },
  points_out_of_range: {
    status: 422,
    vi: ({ least, most }) =>
      `Điểm phải nằm trong khoảng ${printPoints(least)} đến ${printPoints(most)}. Giá trị cũ được giữ nguyên.`,
    en: ({ least, most }) =>
      `Points lie between ${printPoints(least, 'en')} and ${printPoints(most, 'en')}. The old value stays.`,
  },
  reason_needed: {
    status: 422,
    vi: 'Điểm nhập tay và "Không áp dụng" cần có lý do. Hãy ghi rõ cách tính hoặc căn cứ.',
    en: 'Typed points and "not applicable" need a reason. Say how they were worked out, or on what ground.',
  },
  ...ruleProblems,
} satisfies ProblemsOf<ScoringRefusal>;
