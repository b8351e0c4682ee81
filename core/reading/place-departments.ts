import type { DepartmentInput } from '#core/people/department.ts';
import { comparableText } from '#core/vietnamese.ts';
import { departmentKey } from './department-names.ts';

/** What a department is, told by how its name begins; the first that fits counts. */
const KIND_BY_BEGINNING: [RegExp, DepartmentInput['kind']][] = [
  [/^các\s/u, 'group'],
  [/^văn phòng/u, 'office'],
  [/^trường/u, 'school'],
  [/^(trung tâm|trạm|ban quản lý|đơn vị sự nghiệp)/u, 'service'],
  [/^(sở|ủy ban nhân dân thành phố|ubnd thành phố|thành phố|chi cục|công an|kho bạc|thuế)/u, 'outside'],
];

/** The kind a department most likely is, for a person to put right: what is not told apart is a department. */
export function kindOfDepartment(name: string): DepartmentInput['kind'] {
  const comparable = comparableText(name);
  return KIND_BY_BEGINNING.find(([beginning]) => beginning.test(comparable))?.[1] ?? 'department';
}

export type NamedDepartment = { id: string; name: string; spellings: readonly string[] };

/**
 * Finds departments by any spelling they are known by, compared as readings compare names. Of two departments with one spelling the first counts.
 */
export function departmentFinder<D extends NamedDepartment>(departments: readonly D[]) {
  const departmentBySpelling = new Map<string, D>();
  for (const department of departments) {
    for (const spelling of [department.name, ...department.spellings]) {
      const key = departmentKey(spelling);
      if (!departmentBySpelling.has(key)) departmentBySpelling.set(key, department);
    }
  }
  return (name: string): D | undefined => departmentBySpelling.get(departmentKey(name));
}

/** A department as documents name it, with the spellings to find it by next time. */
export type DepartmentNaming = { name: string; spellings: string[] };

export type DepartmentPlan<D extends NamedDepartment> = {
  /** Named in the document and not known yet. */
  created: DepartmentNaming[];
  /** Known, but written in ways that were not on record. */
  respelled: { department: D; spellings: string[] }[];
};

/**
 * Which departments a document brings: those it names that nobody knows, and new spellings of known
 * ones. Names may repeat; two names with one spelling in common are one department.
 */
export function planDepartments<D extends NamedDepartment>(
  known: readonly D[],
  named: readonly DepartmentNaming[],
): DepartmentPlan<D> {
  const findKnown = departmentFinder(known);
  const created: DepartmentNaming[] = [];
  const spellingsByKnown = new Map<D, string[]>();
  for (const naming of named) {
    const spellings = [naming.name, ...naming.spellings].filter((each) => each.trim() !== '');
    const match = spellings.map(findKnown).find((each) => each !== undefined);
    const newOne = created.find((each) => sharesSpelling(each, spellings));
    if (match) {
      const unknown = spellings.filter((each) => !findKnown(each));
      addNew(spellingsByKnown.get(match) ?? setAndGet(spellingsByKnown, match), unknown);
    } else if (newOne) {
      addNew(
        newOne.spellings,
        spellings.filter((each) => each !== newOne.name),
      );
    } else if (naming.name.trim() !== '') {
      created.push({ name: naming.name, spellings: [...new Set(naming.spellings)] });
    }
  }
  const respelled = [...spellingsByKnown]
    .filter(([, spellings]) => spellings.length > 0)
    .map(([department, spellings]) => ({ department, spellings }));
  return { created, respelled };
}

function sharesSpelling(naming: DepartmentNaming, spellings: readonly string[]): boolean {
  const known = new Set([naming.name, ...naming.spellings].map(departmentKey));
  return spellings.some((each) => known.has(departmentKey(each)));
}

function addNew(spellings: string[], more: readonly string[]): void {
  for (const each of more) if (!spellings.includes(each)) spellings.push(each);
}

function setAndGet<K>(map: Map<K, string[]>, key: K): string[] {
  const fresh: string[] = [];
  map.set(key, fresh);
  return fresh;
}
