import { comparableText, tidyText } from '#core/vietnamese.ts';

export const UNIT_KINDS = ['country', 'city', 'ward', 'commune', 'agency'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What may stand directly under what. An agency is also a school or a public service of a ward. */
const CHILD_KINDS: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  country: ['city', 'agency'],
  city: ['ward', 'commune', 'agency'],
  ward: ['agency'],
  commune: ['agency'],
  agency: ['agency'],
};

/** The kinds of unit that may stand directly under a unit of the kind. */
export function childKindsOf(kind: UnitKind): readonly UnitKind[] {
  return CHILD_KINDS[kind];
}

/** A unit's official code: Latin letters and figures, parts joined by "." or "-", as "00166" or "000.12.H26". */
export const UNIT_CODE_PATTERN = /^(?=.{1,30}$)[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/u;
export const UNIT_NAME_LENGTH = { least: 3, most: 200 } as const;

/** Letters and signs that turn or hide text: a name that holds one cannot be told from another on the screen. */
const HIDING = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u;

/** Whether a text may be the name of a unit: 3 to 200 characters with a letter, nothing that hides or turns text. */
export function isUnitName(text: string): boolean {
  const { least, most } = UNIT_NAME_LENGTH;
  return text.length >= least && text.length <= most && /\p{L}/u.test(text) && !HIDING.test(text);
}

const FIRST_WORDS: readonly (readonly [string, UnitKind])[] = [
  ['phường ', 'ward'],
  ['đặc khu ', 'commune'],
  ['xã ', 'commune'],
  ['thành phố ', 'city'],
  ['tỉnh ', 'city'],
  ['sở ', 'agency'],
  ['ban ', 'agency'],
  ['văn phòng ', 'agency'],
  ['trung tâm ', 'agency'],
  ['trường ', 'agency'],
];

/** A unit's kind by the first words of its name: "xã …" is a commune; undefined when they say nothing. */
export function kindInName(name: string): UnitKind | undefined {
  const start = comparableText(name);
  return FIRST_WORDS.find(([words]) => start.startsWith(words))?.[1];
}

export type NewUnit = { name: string; code: string | null; kind: UnitKind };

/** Where a new unit would stand: the kind above it, and the names and codes that living units have. */
export type Place = { kind: UnitKind; names: readonly string[]; codes: readonly string[] };

export type ChildRefusal =
  | { kind: 'kind_not_under'; field: 'kind' }
  | { kind: 'unit_name_taken'; field: 'name'; name: string }
  | { kind: 'code_taken'; field: 'code'; code: string };

/** Whether the unit may stand in the place; names are compared without case, codes as written. */
export function refuseChild(unit: NewUnit, place: Place): ChildRefusal | undefined {
  if (!childKindsOf(place.kind).includes(unit.kind)) return { kind: 'kind_not_under', field: 'kind' };
  const name = comparableText(unit.name);
  if (place.names.some((taken) => comparableText(taken) === name))
    return { kind: 'unit_name_taken', field: 'name', name: unit.name };
  if (unit.code !== null && place.codes.includes(unit.code))
    return { kind: 'code_taken', field: 'code', code: unit.code };
  return undefined;
}

export const MOST_UNIT_LINES = 1000;

/** What is wrong with a pasted line, counted from 1 as pasted. */
export type LineFault = {
  line: number;
  kind: 'name_wrong' | 'code_wrong' | 'kind_unknown' | 'too_many_parts' | ChildRefusal['kind'];
  text: string;
};

const KIND_WORDS: Readonly<Record<string, UnitKind>> = {
  phường: 'ward',
  xã: 'commune',
  'đặc khu': 'commune',
  'cơ quan': 'agency',
  sở: 'agency',
  trường: 'agency',
  'trường học': 'agency',
  'đơn vị sự nghiệp': 'agency',
  tỉnh: 'city',
  'thành phố': 'city',
};

/**
 * Reads pasted lines "code; name; kind", separated by semicolons or tabs, as a spreadsheet gives them. The
 * code may be empty and the kind left out when the name says it. Every fault is told, of lines after each
 * other too: a name or code that an earlier line has is taken. Empty lines are passed over.
 */
export function readUnitLines(text: string, place: Place): { units: NewUnit[]; faults: LineFault[] } {
  const units: NewUnit[] = [];
  const faults: LineFault[] = [];
  const names = [...place.names];
  const codes = [...place.codes];
  for (const [index, whole] of text.split(/\r\n|\r|\n/u).entries()) {
    if (whole.trim() === '') continue;
    const read = readLine(whole);
    const fault = 'fault' in read ? read.fault : refuseChild(read, { kind: place.kind, names, codes })?.kind;
    if (fault !== undefined) faults.push({ line: index + 1, kind: fault, text: whole.trim().slice(0, 200) });
    if ('fault' in read) continue;
    units.push(read);
    names.push(read.name);
    if (read.code !== null) codes.push(read.code);
  }
  return { units, faults };
}

function readLine(line: string): NewUnit | { fault: LineFault['kind'] } {
  const parts = line.split(line.includes('\t') ? '\t' : ';').map((part) => part.normalize('NFC').trim());
  const [code = '', written = '', kindWord = '', ...rest] = parts;
  if (rest.some((part) => part !== '')) return { fault: 'too_many_parts' };
  if (code !== '' && !UNIT_CODE_PATTERN.test(code)) return { fault: 'code_wrong' };
  if (!isUnitName(written)) return { fault: 'name_wrong' };
  const kind = kindWord === '' ? kindInName(written) : KIND_WORDS[comparableText(kindWord)];
  if (kind === undefined) return { fault: 'kind_unknown' };
  return { name: tidyText(written), code: code === '' ? null : code, kind };
}
