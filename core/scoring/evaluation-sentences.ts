import { printPoints } from '#core/points.ts';
import type { Evaluation, Step } from './evaluation.ts';
import { type Language, printExactPoints, printNumber, printShare } from './printed-numbers.ts';

type Say = { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => string };

const POLICY = {
  vi: {
    full: 'được điểm tối đa',
    removed: 'loại khỏi thang điểm',
    zero: 'được 0 điểm',
    not_applicable: 'không áp dụng',
  },
  en: {
    full: 'full points',
    removed: 'taken out of the scale',
    zero: 'no points',
    not_applicable: 'not applicable',
  },
};

const vi = {
  share: ({ b, a, share }) => `${number(b)} / ${number(a)} = ${percent(share)}.`,
  zero_denominator: ({ policy }) => `Mẫu số bằng 0 (không phát sinh): ${POLICY.vi[policy]}.`,
  below_floor: ({ share, floor }) => `${percent(share)} chưa đạt mức sàn ${percent(floor)}: 0 điểm.`,
  full_reached: ({ share, full }) => `${percent(share)} đạt mức ${percent(full)}: điểm tối đa.`,
  of_target: ({ share, target, reached }) =>
    `${percent(share)} so với chỉ tiêu ${percent(target)} đạt ${percent(reached)}.`,
  step_reached: ({ value, from, points }) =>
    `${number(value)} đạt bậc từ ${number(from)}: ${exact(points)} điểm.`,
  no_step_reached: ({ value, least }) => `${number(value)} chưa đạt bậc thấp nhất ${number(least)}: 0 điểm.`,
  times_maximum: ({ share, points }) => `${percent(share)} của điểm tối đa là ${exact(points)} điểm.`,
  yes: () => 'Có: điểm tối đa.',
  no: () => 'Không: 0 điểm.',
  deducted: ({ n, step, deducted }) => `${number(n)} lỗi × ${exact(step)} = trừ ${exact(deducted)} điểm.`,
  fault: ({ n }) => `Có ${number(n)} trường hợp vi phạm: 0 điểm.`,
  no_fault: () => 'Không có trường hợp vi phạm: điểm tối đa.',
  counted: ({ n, unit, points, room }) =>
    `${number(n)} × ${exact(unit)} = ${exact(points)} điểm${room > 0 ? `, còn chỗ cho ${room} nội dung nữa` : ''}.`,
  level: ({ title, share }) => `Mức "${title}": ${percent(share)} điểm tối đa.`,
  answers: ({ answers, share, isReverse }) =>
    `${number(answers)} lượt trả lời, bình quân theo trọng số ${percent(share)}${isReverse ? ' (câu hỏi ngược, trọng số đảo thứ tự)' : ''}.`,
  index: ({ x, full, share }) => `Chỉ số ${number(x)} / ${number(full)} = ${percent(share)}.`,
  claims: ({ points }) => `Các đề nghị được duyệt: ${exact(points)} điểm.`,
  penalties: ({ points }) => `Các trường hợp bị trừ: ${exact(points)} điểm.`,
  part: ({ title, points, maxPoints }) => `${title}: ${exact(points)} / ${exact(maxPoints)} điểm.`,
  branch: ({ when, formula, points }) =>
    `${when === null ? 'Công thức' : `Vì ${when}, công thức`} ${formula} cho ${exact(points)} điểm.`,
  typed: ({ points }) => `Nhập tay ${exact(points)} điểm.`,
  not_applicable: ({ policy }) => `Không áp dụng: ${POLICY.vi[policy]}.`,
  capped_by: ({ title, share, points }) =>
    `${title}: không quá ${percent(share)} điểm tối đa, còn ${exact(points)} điểm.`,
  held_to_maximum: ({ from }) => `${exact(from)} vượt điểm tối đa, lấy điểm tối đa.`,
  raised_to_zero: ({ from }) => `${exact(from)} dưới 0, lấy 0 điểm.`,
  rounded: ({ from, to }) => `Làm tròn ${exact(from)} thành ${exact(to)}.`,
} satisfies Say;

const en = {
  share: ({ b, a, share }) => `${number(b, 'en')} / ${number(a, 'en')} = ${percent(share, 'en')}.`,
  zero_denominator: ({ policy }) => `Nothing to divide by (nothing arose): ${POLICY.en[policy]}.`,
  below_floor: ({ share, floor }) =>
    `${percent(share, 'en')} is below the floor of ${percent(floor, 'en')}: 0 points.`,
  full_reached: ({ share, full }) => `${percent(share, 'en')} reaches ${percent(full, 'en')}: full points.`,
  of_target: ({ share, target, reached }) =>
    `${percent(share, 'en')} of a target of ${percent(target, 'en')} is ${percent(reached, 'en')}.`,
  step_reached: ({ value, from, points }) =>
    `${number(value, 'en')} reaches the step from ${number(from, 'en')}: ${exact(points, 'en')} points.`,
  no_step_reached: ({ value, least }) =>
    `${number(value, 'en')} does not reach the lowest step, ${number(least, 'en')}: 0 points.`,
  times_maximum: ({ share, points }) =>
    `${percent(share, 'en')} of the maximum is ${exact(points, 'en')} points.`,
  yes: () => 'Yes: full points.',
  no: () => 'No: 0 points.',
  deducted: ({ n, step, deducted }) =>
    `${number(n, 'en')} faults × ${exact(step, 'en')} = ${exact(deducted, 'en')} points deducted.`,
  fault: ({ n }) => `${number(n, 'en')} cases of a breach: 0 points.`,
  no_fault: () => 'No case of a breach: full points.',
  counted: ({ n, unit, points, room }) =>
    `${number(n, 'en')} × ${exact(unit, 'en')} = ${exact(points, 'en')} points${room > 0 ? `, with room for ${room} more` : ''}.`,
  level: ({ title, share }) => `Level "${title}": ${percent(share, 'en')} of the maximum.`,
  answers: ({ answers, share, isReverse }) =>
    `${number(answers, 'en')} answers, weighted mean ${percent(share, 'en')}${isReverse ? ' (reverse item, weights in opposite order)' : ''}.`,
  index: ({ x, full, share }) =>
    `Index ${number(x, 'en')} / ${number(full, 'en')} = ${percent(share, 'en')}.`,
  claims: ({ points }) => `Approved claims: ${exact(points, 'en')} points.`,
  penalties: ({ points }) => `Penalties: ${exact(points, 'en')} points.`,
  part: ({ title, points, maxPoints }) =>
    `${title}: ${exact(points, 'en')} of ${exact(maxPoints, 'en')} points.`,
  branch: ({ when, formula, points }) =>
    `${when === null ? 'The formula' : `Because ${when}, the formula`} ${formula} gives ${exact(points, 'en')} points.`,
  typed: ({ points }) => `${exact(points, 'en')} points typed by hand.`,
  not_applicable: ({ policy }) => `Not applicable: ${POLICY.en[policy]}.`,
  capped_by: ({ title, share, points }) =>
    `${title}: no more than ${percent(share, 'en')} of the maximum, leaving ${exact(points, 'en')} points.`,
  held_to_maximum: ({ from }) => `${exact(from, 'en')} passes the maximum; the maximum counts.`,
  raised_to_zero: ({ from }) => `${exact(from, 'en')} is below 0; 0 counts.`,
  rounded: ({ from, to }) => `${exact(from, 'en')} is rounded to ${exact(to, 'en')}.`,
} satisfies Say;

const number = (text: string, language: Language = 'vi') => printNumber(text, language);
const percent = (text: string, language: Language = 'vi') => printShare(text, language);
const exact = (text: string, language: Language = 'vi') => printExactPoints(text, language);

/** Why a leaf has no points yet, with what to do. */
function sayMissing({ missing }: Evaluation, language: Language): string {
  if (!missing) return '';
  const { reason, what } = missing;
  if (language === 'vi') {
    return {
      quantity_missing: `Chưa có số liệu "${what}". Hãy nhập vào sổ hoặc phần số liệu nhập tay.`,
      typed_missing: 'Chưa rõ quy tắc chấm và chưa nhập điểm. Hãy nhập điểm kèm lý do.',
      formula_fails: `Công thức không cho kết quả với số liệu hiện có: ${what}. Hãy kiểm tra số liệu hoặc công thức.`,
      scored_elsewhere: `Điểm do nơi khác chấm; chưa có kết quả "${what}". Có thể nhập kết quả đã biết vào sổ.`,
    }[reason];
  }
  return {
    quantity_missing: `The figure "${what}" is not known yet. Enter it in the register or by hand.`,
    typed_missing: 'The rule is not known and no points were typed. Type them with a reason.',
    formula_fails: `The formula has no result with these figures: ${what}. Check the figures or the formula.`,
    scored_elsewhere: `It is scored elsewhere; the result "${what}" is not known yet. Enter it in the register once it is.`,
  }[reason];
}

/** The derivation in sentences, one a step, the result last. */
export function sayEvaluation(evaluation: Evaluation, language: Language): string[] {
  const say = (language === 'vi' ? vi : en) as { [kind: string]: (step: Step) => string };
  return [...evaluation.steps.map((step) => say[step.kind]!(step)), sayPoints(evaluation, language)];
}

function sayPoints(evaluation: Evaluation, language: Language): string {
  const { status, points, maxPoints } = evaluation;
  if (status === 'removed')
    return language === 'vi'
      ? 'Không áp dụng, loại khỏi thang điểm.'
      : 'Not applicable, taken out of the scale.';
  if (points === null) return sayMissing(evaluation, language);
  const [reached, maximum] = [printPoints(points, language), printPoints(maxPoints, language)];
  return language === 'vi'
    ? `Kết quả: ${reached} / ${maximum} điểm.`
    : `Result: ${reached} of ${maximum} points.`;
}

/** The derivation on one line: "1.812 / 2.013 = 90,01 % → 0,90 điểm". */
export function sayResult(evaluation: Evaluation, language: Language): string {
  if (evaluation.points === null) return sayPoints(evaluation, language);
  const points = `${printPoints(evaluation.points, language)} ${language === 'vi' ? 'điểm' : 'points'}`;
  const say = (language === 'vi' ? vi : en) as { [kind: string]: (step: Step) => string };
  const telling = evaluation.steps.find(({ kind }) => kind !== 'times_maximum' && kind !== 'rounded');
  return telling ? `${say[telling.kind]!(telling).replace(/\.$/u, '')} → ${points}` : points;
}
