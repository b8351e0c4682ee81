const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const DASHES = /[\u00ad\u2010-\u2015\u2212]/gu;

/**
 * A text in the one form two writings of it share: small letters, one space between words, one dash
 * without spaces around it, and every tone mark at the end of its word, so that "Uỷ" equals "Ủy" and
 * "hoà" equals "hòa" (both placements are correct Vietnamese and offices mix them). For comparing only.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(/[“”„]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/\s*-\s*/gu, '-')
    .replace(/[\p{L}\p{M}]+/gu, foldTone)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether two texts differ in nothing a reader would call a difference. */
export function isSameWords(one: string, other: string): boolean {
  return one === other || foldWords(one) === foldWords(other);
}

function foldTone(word: string): string {
  const spread = word.normalize('NFD');
  return spread.replace(TONE, '') + (spread.match(TONE) ?? []).join('');
}
