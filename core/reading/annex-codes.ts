import { codeLevel, readRoman } from '#core/criteria/code.ts';
import { tidyText } from '#core/vietnamese.ts';

/** What the number column of a row says, before it is known in which field it stands. */
export type Label =
  | { kind: 'field'; code: string }
  | { kind: 'numbers'; parts: string[] }
  | { kind: 'full'; code: string }
  | { kind: 'item' };

/** How one annex numbers its rows, learned from all of its labels at once. */
export type Numbering = {
  /** Fields carry Roman numerals, letters, or nothing but the first figure of their rows. */
  fields: 'roman' | 'letter' | 'figure';
  /** Letters that stand above Roman fields ("A. Phần tự chấm") are parts, no rows of the tree. */
  hasParts: boolean;
  /** Criteria repeat the figure of their field: field I has 1.1 and 1.1.1. */
  repeatsField: boolean;
};

const LABEL_WORDS =
  /^(?:lĩnh vực|tiêu chí thành phần|tiêu chí|tctp|tc|nhóm|mục|phần|nội dung)\s*(?=[IVXLA-D\d])/iu;
const NUMBERS = /^\d{1,3}(?:\.\d{1,3})*$/u;
const ITEM = /^(?:[a-zđ]|[-–+•])$/u;

/** The bare label of a number cell: "Tiêu chí 1.2." → "1.2". */
export function bareLabel(text: string): string {
  return tidyText(text)
    .replace(LABEL_WORDS, '')
    .replace(/[\s.):]+$/u, '')
    .replace(/\s*\.\s*/gu, '.');
}

/** A label written at the start of a title, for tables without a number column: "1.2. Báo cáo" → "1.2". */
export function labelInTitle(title: string): { label: string; title: string } | undefined {
  const match =
    /^((?:(?:lĩnh vực|tiêu chí|tctp)\s+)?(?:[IVX]+|\d{1,3}(?:\.\d{1,3})*)(?:\.\d{1,3})*)(?:[.):]\s*|\s+)(?=\p{L})/iu.exec(
      title,
    );
  const label = match?.[1];
  if (!match || label === undefined) return undefined;
  return { label, title: title.slice(match[0].length) };
}

/** Learns from the labels of a whole annex how it numbers its rows. */
export function learnNumbering(labels: readonly string[]): Numbering {
  const bare = labels.map(bareLabel);
  const hasLetters = bare.includes('A') && bare.includes('B');
  const hasRoman =
    bare.includes('II') || (!hasLetters && bare.some((label) => readRoman(label) !== undefined));
  const fields = hasRoman ? 'roman' : hasLetters || bare.includes('A') ? 'letter' : 'figure';
  const lengths = new Set(
    bare.filter((label) => NUMBERS.test(label)).map((label) => label.split('.').length),
  );
  return {
    fields,
    hasParts: hasRoman && hasLetters,
    repeatsField: fields !== 'figure' && !lengths.has(1) && lengths.has(2) && lengths.has(3),
  };
}

/** Reads one label by the numbering of its annex; undefined when it is no label of it. */
export function readLabel(text: string, numbering: Numbering): Label | undefined {
  const label = bareLabel(text);
  if (numbering.fields === 'roman' && readRoman(label) !== undefined) return { kind: 'field', code: label };
  if (numbering.fields === 'letter' && /^[A-ZĐ]$/u.test(label)) return { kind: 'field', code: label };
  if (NUMBERS.test(label)) {
    const parts = label.split('.').map((part) => String(Number(part)));
    return numbering.fields === 'figure' ? fullLabel(parts.join('.')) : { kind: 'numbers', parts };
  }
  if (/^(?:[IVXL]+|[A-ZĐ])\.\d/u.test(label)) return fullLabel(label);
  return ITEM.test(label) ? { kind: 'item' } : undefined;
}

/** A label below the component: no set of criteria has a fourth level, so it is never taken for another one. */
export function isTooDeep(text: string, { fields, repeatsField }: Numbering): boolean {
  const label = bareLabel(text);
  const depth = label.split('.').length;
  if (NUMBERS.test(label)) return depth > (fields === 'figure' || repeatsField ? 3 : 2);
  return /^(?:[IVXL]+|[A-ZĐ])(?:\.\d{1,3})+$/u.test(label) && depth > 3;
}

function fullLabel(code: string): Label | undefined {
  const level = codeLevel(code);
  if (level === undefined) return undefined;
  return level === 1 ? { kind: 'field', code } : { kind: 'full', code };
}

/** Where the reader of rows stands: the field and the criterion it is inside. */
export type Standing = { field?: string; criterion?: string; items: number };

/** The full code of a label inside the field and criterion the row stands in; undefined when it has no place there. */
export function codeAt(label: Label, standing: Standing, numbering: Numbering): string | undefined {
  if (label.kind === 'field' || label.kind === 'full') return label.code;
  if (label.kind === 'item') {
    return standing.criterion === undefined ? undefined : `${standing.criterion}.${standing.items + 1}`;
  }
  const parts = numbering.repeatsField ? label.parts.slice(1) : label.parts;
  if (standing.field === undefined || parts.length === 0 || parts.length > 2) return undefined;
  return [standing.field, ...parts].join('.');
}

/** Where the reader stands after the row of a code. */
export function standAfter(code: string, label: Label, standing: Standing): Standing {
  const [field = '', criterion] = code.split('.');
  if (criterion === undefined) return { field, items: 0 };
  const isItem = label.kind === 'item';
  return { field, criterion: `${field}.${criterion}`, items: isItem ? standing.items + 1 : 0 };
}
