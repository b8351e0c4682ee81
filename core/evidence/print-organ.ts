import { tidyText } from '#core/vietnamese.ts';

const ACRONYM = /^(?:UBND|HĐND|MTTQ|CCHC|TTHC|GPMB|TDTT|VHXH|THCS|THPT)$/u;
/** Behind these words of place every word of the name is written large. */
const PLACE = /^(?:phường|xã|trấn|quận|huyện|phố|tỉnh|khu|thôn)$/u;
/** Behind these words of an office the next word begins its name. */
const OFFICE = /^(?:sở|bộ|phòng|cục|ban|vụ|viện|trường|tâm|hội)$/u;
/** Words of an office that do not begin a name: "ban nhân dân", "hội đồng nhân dân", "văn phòng hội đồng". */
const PLAIN = /^(?:nhân|dân|đồng|và|của|tịch|trưởng|phó|thường|hội|chỉ)$/u;

/**
 * A name printed in capitals as it is written in a sentence: "ỦY BAN NHÂN DÂN PHƯỜNG HỒ SEN" → "Ủy ban
 * nhân dân phường Hồ Sen", "SỞ NỘI VỤ" → "Sở Nội vụ". Anything not in capitals stays as it is.
 */
export function printOrgan(written: string): string {
  const text = tidyText(written);
  if (text === '' || text !== text.toUpperCase()) return text;
  let isName = false;
  let before = '';
  const all = text.split(' ');
  const words = all.map((word, at) => {
    const small = word.toLowerCase();
    const starts = isName || (OFFICE.test(before) && !PLAIN.test(small)) || /^(?:[-–]|phó)$/u.test(before);
    // "Xã hội" is society, "xã Hồ Sen" a commune.
    const isPlace = PLACE.test(small) && !(small === 'xã' && all[at + 1] === 'HỘI');
    if (isPlace && !isName) isName = true;
    else if (/^[-–,]$/u.test(word)) isName = false;
    before = small;
    return ACRONYM.test(word) ? word : starts ? capitalized(small) : small;
  });
  return capitalized(words.join(' '));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
