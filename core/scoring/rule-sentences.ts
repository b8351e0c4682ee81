import { type Hundredths, printPoints } from '#core/points.ts';
import { type Language, printNumber, printShare } from './printed-numbers.ts';
import type { Rule, SimpleScore } from './rule.ts';

type SayFamily = {
  [F in SimpleScore['family']]: (score: Extract<SimpleScore, { family: F }>, max: string) => string;
};

const share = (basisPoints: number, language: Language) =>
  printShare((basisPoints / 10_000).toFixed(4), language);
const points = (hundredths: Hundredths, language: Language) => printPoints(hundredths, language);
const bound = (of: 'share' | 'number', from: number, language: Language) =>
  of === 'share' ? share(from, language) : printNumber(String(from), language);

const vi = {
  yes_no: (_, max) => `Có: ${max} điểm; không: 0 điểm`,
  ratio: ({ floor, full }, max) =>
    [
      `b ÷ a × ${max}`,
      floor === undefined ? '' : `dưới ${share(floor, 'vi')} được 0 điểm`,
      full === undefined ? '' : `từ ${share(full, 'vi')} được điểm tối đa`,
    ]
      .filter(Boolean)
      .join('; '),
  steps: ({ of, steps }) =>
    `${steps
      .toSorted((one, other) => other.from - one.from)
      .map(({ from, points: each }) => `từ ${bound(of, from, 'vi')}: ${points(each, 'vi')}`)
      .join('; ')}; thấp hơn: 0`,
  target: ({ target, floor }, max) =>
    `(b ÷ a) so với chỉ tiêu ${share(target, 'vi')}, tối đa ${max}${floor === undefined ? '' : `; dưới ${share(floor, 'vi')} được 0 điểm`}`,
  deduction: ({ step }, max) => `${max} trừ ${points(step, 'vi')} mỗi lỗi, không dưới 0`,
  any_fault: (_, max) => `Không có vi phạm: ${max}; có một trường hợp trở lên: 0`,
  count: ({ unit }, max) => `${points(unit, 'vi')} mỗi nội dung, tối đa ${max}`,
  level: ({ levels }) =>
    levels.map(({ title, share: each }) => `${title}: ${share(each, 'vi')} điểm tối đa`).join('; '),
  survey: ({ options, isReverse }, max) =>
    `Bình quân trọng số câu trả lời (${options.map(({ title, weight }) => `${title} ${share(weight, 'vi')}`).join(', ')})${isReverse ? ', câu hỏi ngược' : ''} × ${max}`,
  index: ({ full }, max) => `Chỉ số ÷ ${printNumber(String(full), 'vi')} × ${max}`,
  bonus: (_, max) => `Tổng điểm đề nghị được duyệt, tối đa ${max}`,
  penalty: ({ cap }) => `Trừ tổng điểm bị phạt${cap === undefined ? '' : `, không quá ${points(cap, 'vi')}`}`,
  formula: ({ branches }) =>
    branches.map(({ when, points: each }) => (when ? `nếu ${when}: ${each}` : each)).join('; còn lại: '),
  typed: () => 'Chưa rõ quy tắc: nhập điểm kèm lý do',
} satisfies SayFamily;

const en = {
  yes_no: (_, max) => `Yes: ${max} points; no: 0 points`,
  ratio: ({ floor, full }, max) =>
    [
      `b ÷ a × ${max}`,
      floor === undefined ? '' : `below ${share(floor, 'en')} 0 points`,
      full === undefined ? '' : `from ${share(full, 'en')} full points`,
    ]
      .filter(Boolean)
      .join('; '),
  steps: ({ of, steps }) =>
    `${steps
      .toSorted((one, other) => other.from - one.from)
      .map(({ from, points: each }) => `from ${bound(of, from, 'en')}: ${points(each, 'en')}`)
      .join('; ')}; below: 0`,
  target: ({ target, floor }, max) =>
    `(b ÷ a) against a target of ${share(target, 'en')}, at most ${max}${floor === undefined ? '' : `; below ${share(floor, 'en')} 0 points`}`,
  deduction: ({ step }, max) => `${max} less ${points(step, 'en')} a fault, not below 0`,
  any_fault: (_, max) => `No breach: ${max}; one case or more: 0`,
  count: ({ unit }, max) => `${points(unit, 'en')} each, at most ${max}`,
  level: ({ levels }) =>
    levels.map(({ title, share: each }) => `${title}: ${share(each, 'en')} of the maximum`).join('; '),
  survey: ({ options, isReverse }, max) =>
    `Weighted mean of answers (${options.map(({ title, weight }) => `${title} ${share(weight, 'en')}`).join(', ')})${isReverse ? ', reverse item' : ''} × ${max}`,
  index: ({ full }, max) => `Index ÷ ${printNumber(String(full), 'en')} × ${max}`,
  bonus: (_, max) => `The sum of approved claims, at most ${max}`,
  penalty: ({ cap }) =>
    `Less the sum of penalties${cap === undefined ? '' : `, at most ${points(cap, 'en')}`}`,
  formula: ({ branches }) =>
    branches.map(({ when, points: each }) => (when ? `if ${when}: ${each}` : each)).join('; else: '),
  typed: () => 'Rule not known: points are typed with a reason',
} satisfies SayFamily;

function saySimple(score: SimpleScore, maxPoints: Hundredths, language: Language): string {
  const say = (language === 'vi' ? vi : en) as {
    [family: string]: (score: SimpleScore, max: string) => string;
  };
  return say[score.family]!(score, points(maxPoints, language));
}

/** The rule as data in one sentence: "b ÷ a × 1,00; dưới 95 % được 0 điểm". */
export function sayRule({ score, caps }: Rule, maxPoints: Hundredths, language: Language): string {
  const said =
    score.family === 'parts'
      ? score.parts
          .map(
            (part) =>
              `${part.title} (${points(part.maxPoints, language)}): ${saySimple(part.score, part.maxPoints, language)}`,
          )
          .join(' + ')
      : saySimple(score, maxPoints, language);
  const capped = caps.map(({ title, share: most }) =>
    language === 'vi'
      ? `${title}: không quá ${share(most, 'vi')} điểm tối đa`
      : `${title}: at most ${share(most, 'en')} of the maximum`,
  );
  return [said, ...capped].join('; ');
}
