import { foldedWords, foldText, tidyText } from '#core/vietnamese.ts';

export type KnownDepartment = { name: string; spellings: readonly string[] };

const DASH = /\s+[-‐‑‒–—−]\s*|\s*[‐‑‒–—−]\s*|(?<=\p{Ll})-\s*(?=\p{Lu}\p{Ll})/gu;
const OF_THE_WARD =
  /(?:\s+thuộc)?\s+(?:phường|xã|đặc khu|thị trấn)(?:\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*)?$/u;
const HAS_OWN_NAME = /^(?:phòng|văn phòng|trung tâm|các|ban|trạm|tổ|đội)\s+\S+/iu;

/**
 * The name of a department as it is kept: one dash with spaces around it, a capital at its start, and
 * without "(thuộc) phường" at its end, which every department of a ward shares. "Công an phường" and
 * "UBND phường" keep theirs: without it they would name something else.
 */
export function departmentName(words: string): string {
  const plain = tidyText(words)
    .replace(/^[\s\-–+•.,;:]+|[\s.,;:]+$/gu, '')
    .replace(DASH, ' - ')
    .replace(/\s*&\s*/gu, ' - ');
  const name = HAS_OWN_NAME.test(plain) ? plain.replace(OF_THE_WARD, '') : plain;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What two spellings of one department share: its words without "và", dashes and diacritics. */
export function departmentKey(words: string): string {
  return foldedWords(departmentName(words).replace(/^VP(?=\s)/u, 'Văn phòng'))
    .filter((word) => word !== 'va')
    .join(' ');
}

const HEAD = /^(van phong|phong|trung tam|ban|to|doi) /u;

/** "phong vhxh" for "phong van hoa xa hoi": departments are often written by their initials. */
function initialsKey(key: string): string | undefined {
  const head = HEAD.exec(key)?.[0];
  if (head === undefined) return undefined;
  const letters = key.slice(head.length).split(' ');
  return letters.length < 2 ? undefined : head + letters.map((word) => word.charAt(0)).join('');
}

export type DepartmentNames = {
  /** The one name for all spellings of a department. */
  nameOf: (words: string) => string;
  /** Every way its name was written, in order of appearance, the chosen name left out. */
  spellingsOf: (name: string) => string[];
};

/**
 * Settles one name for every department named in a document: a known department's own name where a
 * spelling of it matches, else the first full spelling in the order given. Initials ("Phòng VHXH") are
 * taken for the full name when exactly one fits.
 */
export function settleNames(
  written: readonly string[],
  known: readonly KnownDepartment[] = [],
): DepartmentNames {
  const nameByKey = new Map<string, string>();
  for (const { name, spellings } of known) {
    for (const each of [name, ...spellings]) nameByKey.set(departmentKey(each), name);
  }
  for (const words of written) {
    const key = departmentKey(words);
    if (!nameByKey.has(key)) nameByKey.set(key, departmentName(words));
  }
  for (const [key, name] of [...nameByKey]) {
    const full = fullKeysOf(key, nameByKey);
    if (full.length === 1 && nameByKey.get(key) === name) nameByKey.set(key, nameByKey.get(full[0]!)!);
  }
  const nameOf = (words: string) => nameByKey.get(departmentKey(words)) ?? departmentName(words);
  const spellingsByName = new Map<string, Set<string>>();
  for (const words of written) {
    const spellings = spellingsByName.get(nameOf(words)) ?? new Set();
    spellingsByName.set(nameOf(words), spellings.add(tidyText(words)));
  }
  return {
    nameOf,
    spellingsOf: (name) => [...(spellingsByName.get(name) ?? [])].filter((each) => each !== name),
  };
}

function fullKeysOf(key: string, nameByKey: ReadonlyMap<string, string>): string[] {
  const head = HEAD.exec(key)?.[0];
  if (head === undefined) return [];
  const squeezed = head + key.slice(head.length).replaceAll(' ', '');
  return [...nameByKey.keys()].filter((each) => each !== key && initialsKey(each) === squeezed);
}

/** Whether the words are the name of a department rather than of a content of work. */
export function isDepartment(words: string): boolean {
  return /^(?:cac )?(?:phong|van phong|vp|ban|trung tam|tram|cong an|to|doi|truong|don vi|hoi|doan|mat tran|uy ban|ubnd|dang uy|quan su|chi cuc|so|diem phuc vu|bo phan|cong chuc|vien)\s/u.test(
    `${foldText(words)} `,
  );
}
