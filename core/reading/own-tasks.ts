import { comparableText } from '#core/vietnamese.ts';

/**
 * Which leaves of the annex have a task of their own: linked to it, or found by the words they share.
 *
 * The rule. A title and a task are cut into phrases at punctuation and at function words; within a
 * phrase every two neighbouring syllables are a pair (Vietnamese words are mostly pairs: "quyết toán"),
 * and an abbreviation of three capitals or more counts alone ("PAPI"). A pair weighs the less the more
 * leaf titles hold it: "cán bộ" says little, "nhũng nhiễu" says all. A task is the leaf's own when it
 * belongs to the leaf's field (or to none), is no generic line, and holds at least a third of the
 * title's weight. A task linked to the leaf itself is its own whatever its words: somebody said so.
 *
 * Its weakness. It knows no synonyms ("giải ngân" and "thanh toán vốn" do not meet), and a task that
 * names the thing in passing counts. It therefore only feeds findings and hints, never points.
 */

/** Words that say nothing about the matter of a line: function words and the filler of plans. A phrase ends at each. */
const FILLER =
  `đảm bảo|thực hiện|triển khai|công tác|tổ chức|xây dựng|kết quả|mức độ|quy định|nhiệm vụ|nội dung|tiêu chí|thành phố|
   hoàn thành|đầy đủ|kịp thời|hiệu quả|tỷ lệ|cơ quan|đơn vị|địa bàn|tiếp tục|nâng cao|thuộc phạm vi|và|của|các|cho|trong|theo|
   với|về|tại|từ|đến|để|được|bị|do|bởi|đối|là|có|không|trên|dưới|thuộc|những|một số|này|đó|khi|nếu|ra|vào|việc|sự|năm|phường|xã`
    .split('|')
    .map((word) => word.trim());
const BREAK = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${FILLER.join('|')})(?![\\p{L}\\p{M}])|[^\\p{L}\\p{M}\\p{N}\\s]+`,
  'giu',
);
const ABBREVIATION = /^\p{Lu}{3,}$/u;
/** A share of a title's weight from which on a task counts as the leaf's own. */
const OWN_SHARE = 1 / 3;

type Leaf = { code: string; title: string };
type Work = { key: string; text: string; criteria: readonly string[] };

/**
 * Whether a line promises solutions in general and names no matter of its own: "xây dựng giải pháp
 * khắc phục các tiêu chí chưa đạt điểm tối đa".
 */
export function isGenericTask(text: string): boolean {
  const words = comparableText(text);
  return words.includes('giải pháp') && /tiêu chí|chỉ số|điểm số|điểm tối đa|điểm tốt đa/u.test(words);
}

/** Keys of the tasks that are each leaf's own, by leaf code; a leaf without any has an empty list. */
export function ownTasksByLeaf(leaves: readonly Leaf[], tasks: readonly Work[]): Map<string, string[]> {
  const partsByLeaf = new Map(leaves.map((leaf) => [leaf.code, contentParts(leaf.title)]));
  const titlesByPart = new Map<string, number>();
  for (const parts of partsByLeaf.values()) {
    for (const part of parts) titlesByPart.set(part, (titlesByPart.get(part) ?? 0) + 1);
  }
  const works = tasks.map((task) => ({
    ...task,
    parts: isGenericTask(task.text) ? new Set<string>() : contentParts(task.text),
  }));
  return new Map(
    leaves.map((leaf) => {
      const parts = [...partsByLeaf.get(leaf.code)!];
      const weightOf = (part: string) => 1 / titlesByPart.get(part)!;
      const whole = parts.reduce((sum, part) => sum + weightOf(part), 0);
      const own = works.filter((work) => {
        if (work.criteria.includes(leaf.code)) return true;
        if (work.criteria.length > 0 && !work.criteria.some((field) => isWithin(leaf.code, field)))
          return false;
        const shared = parts
          .filter((part) => work.parts.has(part))
          .reduce((sum, part) => sum + weightOf(part), 0);
        return whole > 0 && shared / whole >= OWN_SHARE;
      });
      return [leaf.code, own.map((work) => work.key)];
    }),
  );
}

/** Codes of the leaves with at least one task of their own. */
export function codesWithOwnTask(leaves: readonly Leaf[], tasks: readonly Work[]): Set<string> {
  const own = ownTasksByLeaf(leaves, tasks);
  return new Set([...own].filter(([, keys]) => keys.length > 0).map(([code]) => code));
}

function isWithin(code: string, ancestor: string): boolean {
  return code === ancestor || code.startsWith(`${ancestor}.`);
}

/** The syllable pairs and abbreviations that carry a text's content. */
function contentParts(text: string): Set<string> {
  const parts = new Set<string>();
  for (const phrase of text.normalize('NFC').split(BREAK)) {
    const syllables = phrase.split(/\s+/u).filter(Boolean);
    for (const [position, syllable] of syllables.entries()) {
      if (ABBREVIATION.test(syllable)) parts.add(comparableText(syllable));
      const next = syllables[position + 1];
      if (next !== undefined) parts.add(comparableText(`${syllable} ${next}`));
    }
  }
  return parts;
}
