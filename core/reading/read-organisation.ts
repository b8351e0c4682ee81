import { tidyText } from '#core/vietnamese.ts';
import type { Place } from './blocks.ts';
import { isDepartment } from './department-names.ts';
import type { Unplaced } from './plan-reading.ts';
import type { Section } from './plan-sections.ts';

/** A department of the section on organisation, as written there, with its duties and what it leads. */
export type WrittenUnit = {
  words: string;
  /** The section that names it: "III.1". */
  code: string;
  duties: { text: string; place: Place }[];
  leads: string[];
  leadsPartOf: string[];
  place: Place;
};

/** A duty that begins with its department: "Phòng X là cơ quan đầu mối …", "Văn phòng Y: …". */
const NAMED_DUTY =
  /^((?:Văn phòng|Phòng|Trung tâm|Trạm|Công an|Ban|Các|Đơn vị|Thủ trưởng)\s[^:.;]{2,90}?)\s*(?::\s*|\s(?=(?:là|có trách nhiệm|chịu trách nhiệm|chủ trì|tham mưu|thực hiện|phối hợp|xây dựng|theo dõi)\s))(.*)$/u;
const SECTION_CODES =
  /(một phần[^\d,;.]*)?(?<![\d.,/])(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d/%]|\s*(?:điểm|%))/gu;
const PART_ITEMS =
  /(một phần[^\d,;.]*)?(?:mục|khoản|điểm)\s+(\d{1,2}(?:\s*(?:,|và)\s*\d{1,2})*)\s*,?\s*(?:mục|phần)\s+([IVX]+)/gu;

/**
 * Reads who does what: each numbered department with the duties under it, and inside a collective
 * heading ("Các phòng chuyên môn") each duty that opens with a department's name. "Thực hiện các nội
 * dung 2.1 và một phần nhiệm vụ ở 2.5" leads 2.1 and a part of 2.5.
 */
export function readOrganisation(sections: readonly Section[]): {
  units: WrittenUnit[];
  unplaced: Unplaced[];
} {
  const units: WrittenUnit[] = [];
  const unplaced: Unplaced[] = [];
  for (const section of sections.filter((each) => each.kind === 'organisation')) {
    const owner = section.number === '' ? undefined : unitOfHeading(section);
    if (owner) units.push(owner);
    else if (section.number !== '')
      unplaced.push({ text: section.title, reason: 'not_understood', place: section.place });
    for (const { text, place } of section.items) {
      const named = NAMED_DUTY.exec(text);
      const words = named?.[1];
      if (words !== undefined && isDepartment(words)) {
        units.push(withDuty(newUnit(words, section.code, place), text, place));
      } else if (owner) withDuty(owner, text, place);
      else unplaced.push({ text, reason: 'not_understood', place });
    }
  }
  return { units, unplaced };
}

function unitOfHeading(section: Section): WrittenUnit | undefined {
  const named = NAMED_DUTY.exec(section.title);
  const words = named?.[1] ?? section.title;
  if (!isDepartment(words)) return undefined;
  const unit = newUnit(words, section.code, section.place);
  return named?.[2] ? withDuty(unit, section.title, section.place) : unit;
}

function newUnit(words: string, code: string, place: Place): WrittenUnit {
  return { words: tidyText(words), code, duties: [], leads: [], leadsPartOf: [], place };
}

function withDuty(unit: WrittenUnit, text: string, place: Place): WrittenUnit {
  unit.duties.push({ text, place });
  if (!/nội dung|nhiệm vụ|mục|khoản|phần/iu.test(text)) return unit;
  const codes = [...text.matchAll(SECTION_CODES)];
  for (const [, part, code = ''] of codes) (part === undefined ? unit.leads : unit.leadsPartOf).push(code);
  if (codes.length > 0) return unit;
  for (const [, part, numbers = '', roman = ''] of text.matchAll(PART_ITEMS)) {
    const named = numbers.split(/\s*(?:,|và)\s*/u).map((number) => `${roman}.${number}`);
    (part === undefined ? unit.leads : unit.leadsPartOf).push(...named);
  }
  return unit;
}
