/**
 * Vietnamese text as offices really send it: two places for a tone mark (hòa, hoà), composed and
 * decomposed letters, four kinds of dash. Written text is kept as it came; only comparing folds it.
 */

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const SPACES = /[\s\u00A0]+/gu;
const SPACED_DASH = /\s*[-‐‑‒–—−]\s*/gu;
const TONES = '\u0300\u0301\u0303\u0309\u0323';

/** Most pieces of a document need no tidying: looking once is cheaper than replacing four times. */
const UNTIDY = /[\u00AD\u200B-\u200D\u2060\uFEFF\u00A0]|[^\S ]| {2}|^ | $/u;

/** The text in NFC on one line, with ordinary single spaces and without invisible characters. */
export function tidyText(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNTIDY.test(composed)) return composed;
  return composed.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

const LATE_TONE = new RegExp(
  `(o)([ae])([${TONES}])(?![\\p{L}\\p{M}])|(?<!q)(u)(y)([${TONES}])(?![\\p{L}\\p{M}])`,
  'giu',
);
const EARLY_TONE_AFTER_Q = new RegExp(`(qu)([${TONES}])(y)`, 'giu');

/** Only these syllables have two spellings; most text has none and is passed on as it is. */
const TWO_SPELLINGS = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|q[ùúủũụ]y/iu;

/**
 * Writes the tone mark where the older and the newer spelling agree to disagree on the first vowel:
 * "hoà" → "hòa", "uỷ" → "ủy", "khoẻ" → "khỏe". Syllables with one spelling only ("hoàn", "quý") stay.
 */
export function canonicalTone(text: string): string {
  const composed = text.normalize('NFC');
  if (!TWO_SPELLINGS.test(composed)) return composed;
  return composed
    .normalize('NFD')
    .replace(
      LATE_TONE,
      (_whole, o = '', a = '', tone = '', u = '', y = '', toneOnY = '') => o + tone + a + u + toneOnY + y,
    )
    .replace(EARLY_TONE_AFTER_Q, '$1$3$2')
    .normalize('NFC');
}

/** The text for comparing with its diacritics: one case, one tone position, one dash, single spaces. */
export function comparableText(text: string): string {
  return canonicalTone(tidyText(text)).toLowerCase().replace(SPACED_DASH, '-');
}

/** The text for searching, without diacritics: "Uỷ ban – Đô thị" → "uy ban-do thi". */
export function foldText(text: string): string {
  return comparableText(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** Only the words of the folded text, without punctuation: what titles and names are matched by. */
export function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether two texts say the same but for case, tone position, dashes and spaces. */
export function sameText(one: string, other: string): boolean {
  return comparableText(one) === comparableText(other);
}
