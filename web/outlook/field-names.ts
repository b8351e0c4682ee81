const VOWELS = /[AEIOUYÀ-ỸĂÂÊÔƠƯ]/iu;
const OPENINGS = /^(?:công tác|cải cách|tổ chức thực hiện)\s+/iu;
const ENDINGS = /(?:,|\s+(?:và|trong|đến)\s).*$/iu;

/** "CÔNG TÁC CHỈ ĐẠO CCHC" as "Công tác chỉ đạo CCHC": words without a vowel are abbreviations and stay. */
export function inSentenceCase(title: string): string {
  if (title !== title.toLocaleUpperCase('vi')) return title;
  const words = title.split(' ').map((word) => (VOWELS.test(word) ? word.toLocaleLowerCase('vi') : word));
  const sentence = words.join(' ');
  return sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
}

/**
 * A field's title short enough for an axis: without the words every field begins with, and without
 * what follows the first comma or connecting word. The whole title stands in the table beside.
 */
export function shortFieldName(title: string): string {
  const sentence = inSentenceCase(title);
  const bare = sentence.replace(OPENINGS, '');
  const short = bare.length > 24 ? bare.replace(ENDINGS, '') : bare;
  const name = short.trim() === '' ? sentence : short.trim();
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}
