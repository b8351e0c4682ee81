import { foldedWords, foldText } from '#core/vietnamese.ts';
import type { Place } from './blocks.ts';
import type { Line } from './plan-lines.ts';
import type { CriterionReading } from './plan-reading.ts';

export type PartKind = 'goals' | 'tasks' | 'organisation' | 'other';

/** A part ("II. NỘI DUNG") or a numbered heading inside it ("2.1. …") with the lines below it. */
export type Section = {
  /** "2.1" where the number itself is a path, else part and number: "II.1", or the part alone: "II". */
  code: string;
  part: string;
  number: string;
  title: string;
  partTitle: string;
  kind: PartKind;
  items: Line[];
  place: Place;
};

const GOALS_TITLE = /^(?:cac )?(?:muc dich|muc tieu|yeu cau|chi tieu|quan diem)/u;

function partKindOf(title: string): PartKind {
  const folded = foldText(title);
  if (
    /to chuc thuc hien|phan cong (?:nhiem vu|trach nhiem|to chuc|thuc hien)|trach nhiem thuc hien/u.test(
      folded,
    )
  )
    return 'organisation';
  if (/noi dung|nhiem vu|giai phap/u.test(folded)) return 'tasks';
  return /muc dich|muc tieu|yeu cau|quan diem/u.test(folded) ? 'goals' : 'other';
}

/** Sorts the lines of a plan's body under their parts and numbered headings, in order. */
export function sortSections(lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const current = sections.at(-1);
    if (line.marker === 'part') {
      const { number, text, place } = line;
      const named = { code: number, part: number, number: '', title: text, partTitle: text };
      sections.push({ ...named, kind: partKindOf(text), items: [], place });
    } else if (line.marker === 'number' && current) {
      const { part, partTitle } = current;
      const code = line.number.includes('.') ? line.number : `${part}.${line.number}`;
      const kind = partKindOf(partTitle);
      sections.push({
        code,
        part,
        number: line.number,
        title: line.text.replace(/[.:\s]+$/u, ''),
        partTitle,
        kind: kind === 'tasks' && GOALS_TITLE.test(foldText(line.text)) ? 'goals' : kind,
        items: [],
        place: line.place,
      });
    } else current?.items.push(line);
  }
  return sections;
}

const LONG_FORMS: [RegExp, string][] = [
  [/\bcchc\b/gu, 'cai cach hanh chinh'],
  [/\btthc\b/gu, 'thu tuc hanh chinh'],
  [/\bcntt\b/gu, 'cong nghe thong tin'],
  [/\bcds\b/gu, 'chuyen doi so'],
  [/\bvbqppl\b|\bvb qppl\b/gu, 'van ban quy pham phap luat'],
  [/\bqppl\b/gu, 'quy pham phap luat'],
  [/\bcbccvc\b|\bcbcc\b/gu, 'can bo cong chuc vien chuc'],
];

function contentWords(title: string): Set<string> {
  const folded = LONG_FORMS.reduce((text, [short, long]) => text.replace(short, long), foldText(title));
  return new Set(
    foldedWords(folded).filter((word) => !['va', 'cac', 'cua', 'trong', 'den', 've', 'cho'].includes(word)),
  );
}

/** How much two titles share: twice the words in common over the words of both, from 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

/** Titles at least this alike name the same field; between the fields of one annex the likeness stays below. */
const SAME_FIELD = 0.6;

/**
 * The codes of the fields a section's title names, in document order: the whole title is compared with
 * each field by its content words, abbreviations written out; a title of several contents ("…; …") is
 * compared part by part, and each part names the field most like it.
 */
export function fieldsNamed(
  title: string,
  criteria: readonly Pick<CriterionReading, 'code' | 'level' | 'title'>[],
): string[] {
  const fields = criteria.filter((each) => each.level === 1);
  const words = fields.map((field) => contentWords(field.title));
  const named = new Set<string>();
  for (const part of title.split(';')) {
    const own = contentWords(part);
    const likenesses = words.map((each) => likeness(own, each));
    const best = Math.max(0, ...likenesses);
    if (best >= SAME_FIELD) named.add(fields[likenesses.indexOf(best)]!.code);
  }
  return fields.map((field) => field.code).filter((code) => named.has(code));
}
