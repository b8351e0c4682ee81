/** Combining tone and vowel marks of Vietnamese: their presence means the text was decomposed (NFD). */
const combiningMark = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/;

export function isDecomposed(text: string): boolean {
  return combiningMark.test(text) && text !== text.normalize('NFC');
}

/**
 * Text as blocks carry it: NFC, soft hyphens and zero-width characters dropped, every kind of space an
 * ordinary one, non-breaking hyphens ordinary ones, ends trimmed. Line breaks stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .replace(/ *\n */g, '\n')
    .trim();
}
