import type { AnnexRow } from './annex-row.ts';

/**
 * Codes of a criteria tree. In the annex the numbers restart in each field, so a row is only known by
 * its path: field "VII", criterion "VII.3", component "VII.3.1".
 */

const ROMAN_DIGITS: [string, number][] = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** A number from 1 to 89 in Roman digits; outside it "" because no annex has that many fields. */
export function printRoman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 89) return '';
  let rest = number;
  let written = '';
  for (const [digits, value] of ROMAN_DIGITS) {
    while (rest >= value) {
      written += digits;
      rest -= value;
    }
  }
  return written;
}

const NUMBER_BY_ROMAN = new Map(
  Array.from({ length: 89 }, (_, index) => [printRoman(index + 1), index + 1] as const),
);

/** The value of a well-formed Roman numeral up to 89, in capitals; undefined for anything else ("IIII", "i"). */
export function readRoman(text: string): number | undefined {
  return NUMBER_BY_ROMAN.get(text);
}

const SEGMENT = /^(?:[A-ZĐ]|\d{1,3})$/u;

/** The segments of a code, or undefined when the text is none: "VII.3.1" → ["VII", "3", "1"]. */
export function codeSegments(code: string): string[] | undefined {
  const segments = code.split('.');
  const [field = '', ...rest] = segments;
  const isCode =
    (readRoman(field) !== undefined || SEGMENT.test(field)) && rest.every((each) => /^\d{1,3}$/u.test(each));
  return isCode && segments.length <= 3 ? segments : undefined;
}

/** 1 for a field, 2 for a criterion, 3 for a component; undefined for what is no code of the tree. */
export function codeLevel(code: string): AnnexRow['level'] | undefined {
  const count = codeSegments(code)?.length;
  return count === 1 || count === 2 || count === 3 ? count : undefined;
}

/** The code one level up, undefined for a field. */
export function parentCode(code: string): string | undefined {
  const end = code.lastIndexOf('.');
  return end < 0 ? undefined : code.slice(0, end);
}

/** All codes above this one, nearest first: "VII.3.1" → ["VII.3", "VII"]. */
export function ancestorCodes(code: string): string[] {
  const above = parentCode(code);
  return above === undefined ? [] : [above, ...ancestorCodes(above)];
}

function segmentRank(segment: string): number {
  return (
    readRoman(segment) ?? (/^\d+$/u.test(segment) ? Number(segment) : 100 + (segment.codePointAt(0) ?? 0))
  );
}

/** Orders codes as the annex prints them: a parent before its children, II before IX, 2 before 10. */
export function compareCodes(one: string, other: string): number {
  const left = one.split('.');
  const right = other.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const a = left[index];
    const b = right[index];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    const difference = segmentRank(a) - segmentRank(b);
    if (difference !== 0) return difference;
  }
  return 0;
}
