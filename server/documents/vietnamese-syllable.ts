/**
 * A written Vietnamese syllable without its tone: an onset, one to three vowels, a final consonant.
 * Used to tell right text from text decoded with the wrong table.
 */
const toneless =
  /^(ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnprstvx])?(a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oay|oă|oe|oeo|oi|oo|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu)(ch|ng|nh|[cmnpt])?$/;
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const bare = decomposed.replace(tone, '');
  return bare.length >= decomposed.length - 1 && toneless.test(bare.normalize('NFC'));
}

/**
 * The share (0 to 1) of words with letters beyond ASCII that could be Vietnamese, and how many such
 * words there are. Words in ASCII say nothing about the table they were written with.
 */
export function judgeVietnamese(text: string): { share: number; words: number } {
  const words = text.match(/[^\s.,;:!?()[\]{}"'“”‘’/\\|*+=<>0-9–—…-]+/g) ?? [];
  const telling = words.filter((word) => /[^\p{ASCII}]/u.test(word)).slice(0, 4000);
  if (telling.length === 0) return { share: 1, words: 0 };
  return { share: telling.filter(isVietnameseSyllable).length / telling.length, words: telling.length };
}
