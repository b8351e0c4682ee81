/** Combining tone and vowel marks of Vietnamese: their presence means the text was decomposed (NFD). */
const combiningMark = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/;

export function isDecomposed(text: string): boolean {
  return combiningMark.test(text) && text !== text.normalize('NFC');
}

/** No text in any document: a workbook can spell them ("_x0000_"), a database cannot keep them. */
const controlCharacters = /[^\P{Cc}\t\n\v]/gu;

/**
 * Text as blocks carry it: NFC, control and zero-width characters, soft hyphens and half characters
 * dropped, every kind of space an ordinary one, non-breaking hyphens ordinary ones, ends trimmed. Line
 * breaks stay.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(controlCharacters, '')
    .replace(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\t\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .replace(/ *\n */g, '\n')
    .trim();
}
