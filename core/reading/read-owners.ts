import { tidyText } from '#core/vietnamese.ts';
import { isDepartment } from './department-names.ts';
import type { OwnerRole } from './plan-reading.ts';

/** A department as a cell or a sentence writes it, with its part in the work when the words say one. */
export type WrittenOwner = { words: string; role?: OwnerRole };

/** A comma inside a name ("Phòng Kinh tế, Hạ tầng") is no border; a department's head word behind it is. */
const BORDER =
  /\s*;\s*|\s*[,\n]\s*(?=(?:[Vv]ăn phòng|[Pp]hòng|[Tt]rung tâm|[Tt]rạm|[Tt]rường|[Cc]ông an|[Bb]an|[Cc]ông chức|[Tt]ổ|[Đđ]ội|[Hh]ội|[Đđ]oàn)\s+\p{Lu}|[Cc]ác (?:phòng|ban|đơn vị|cơ quan|trường|tổ)|[Pp]hối hợp|[Cc]hủ trì|UBND|Ủy ban|Uỷ ban)|\s+và\s+(?=(?:[Vv]ăn phòng|[Pp]hòng|[Tt]rung tâm|[Tt]rạm|[Cc]ông an|[Bb]an)\s+\p{Lu}|[Cc]ác (?:phòng|ban|đơn vị))/gu;
const ROLE_WORDS: [OwnerRole, RegExp][] = [
  ['monitor', /\b(?:theo dõi(?:,?\s*đôn đốc)?|đôn đốc(?:,?\s*theo dõi)?|giám sát)/iu],
  ['coordinate', /(?:cơ quan|đơn vị)?\s*phối hợp(?:\s*(?:với|cùng|thực hiện))?\s*:?/iu],
  ['lead', /(?:cơ quan|đơn vị)?\s*(?:chủ trì|đầu mối|chịu trách nhiệm)(?:\s*(?:thực hiện|tham mưu))?\s*:?/iu],
];
const BY_FUNCTION = /\s*theo chức năng(?:,?\s*nhiệm vụ)?(?:\s*được (?:phân công|giao))?/iu;

/**
 * The departments of a responsibility cell: "A theo dõi đôn đốc, các phòng, ban, đơn vị theo chức năng
 * nhiệm vụ được phân công" is A, who monitors, and the departments, who lead. Words that name no
 * department come back as one owner of those words, so that nothing written is lost.
 */
export function readOwners(cellText: string): WrittenOwner[] {
  const text = cellText
    .normalize('NFC')
    .replace(/\s*\n\s*(?=\p{Ll}|[-–—])/gu, ' ')
    .replace(/([-–—,])\s*\n\s*/gu, '$1 ');
  const borders = text.replace(/\n(?=UBND)/gu, ' ');
  let running: OwnerRole | undefined;
  const owners: WrittenOwner[] = [];
  for (const part of borders.split(BORDER)) {
    const { words, role, isPrefix } = readPart(tidyText(part));
    if (isPrefix) running = role;
    const own = role ?? running;
    if (words !== '') owners.push(own === undefined ? { words } : { words, role: own });
  }
  const hasRole = owners.some((owner) => owner.role !== undefined);
  return hasRole ? owners.map((owner) => ({ role: 'lead', ...owner })) : owners;
}

/** Only the owners whose words are the name of a department: what may be taken from running text. */
export function readNamedOwners(text: string): WrittenOwner[] {
  return readOwners(text).filter((owner) => isDepartment(owner.words));
}

function readPart(part: string): { words: string; role?: OwnerRole; isPrefix: boolean } {
  const plain = part.replace(BY_FUNCTION, '');
  for (const [role, pattern] of ROLE_WORDS) {
    const match = pattern.exec(plain);
    if (match) {
      const words = tidyText(plain.slice(0, match.index) || plain.slice(match.index + match[0].length));
      return { words: words.replace(/[\s,.:]+$/u, ''), role, isPrefix: match.index === 0 };
    }
  }
  return { words: plain.replace(/^[-+•\s]+|[\s,.:]+$/gu, ''), isPrefix: false };
}
