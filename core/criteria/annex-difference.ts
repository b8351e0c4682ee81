import { z } from 'zod';
import { sameText } from '#core/vietnamese.ts';

const valueSchema = z.union([
  z.string().max(20_000),
  z.int().min(-100_000).max(100_000),
  z.array(z.string().max(400)).max(40),
  z.null(),
]);

/**
 * One value an annex read from a file has and the kept plan has not. Points are hundredths, owners
 * the names of departments, a deadline its words; null is an empty cell. `before` is what is kept.
 */
export const annexDifferenceSchema = z.object({
  target: z.enum(['criterion', 'task']),
  subject: z.string().max(200).describe("a criterion's code or a task's key"),
  property: z.enum(['title', 'maxPoints', 'lastPoints', 'targetPoints', 'units', 'text', 'deadline']),
  before: valueSchema,
  after: valueSchema,
});
export type AnnexDifference = z.infer<typeof annexDifferenceSchema>;

type KeptOwners = { ownerNames: readonly string[] };
export type KeptRow = KeptOwners & {
  id: string;
  code: string;
  title: string;
  maxPoints: number;
  lastPoints: number | null;
  targetPoints: number | null;
  ownerWords: string;
};
export type KeptTask = KeptOwners & { key: string; text: string; deadlineWords: string };
/** The kept plan as far as it is compared; `ownerNames` are those a row or task names itself. */
export type KeptAnnex = { rows: readonly KeptRow[]; tasks: readonly KeptTask[] };

type ReadOwner = { name: string; inheritedFrom?: string };
/** The part of a reading that is compared; a whole PlanReading fits. */
export type ReadAnnex = {
  criteria: readonly {
    code: string;
    title: string;
    maxPoints: number;
    lastPoints?: number;
    targetPoints?: number;
    units: readonly ReadOwner[];
    ownerWords: string;
  }[];
  tasks: readonly { key: string; text: string; deadline: { words: string }; units: readonly ReadOwner[] }[];
};

export type AnnexSubject = Pick<AnnexDifference, 'target' | 'subject'>;
export type AnnexDifferences = {
  differences: AnnexDifference[];
  /** Kept, but not in the file. Tasks are missed only when the file holds tasks at all. */
  missing: AnnexSubject[];
  /** In the file, but not kept. */
  added: AnnexSubject[];
};

/**
 * What reading an annex back would change, in the order of the kept plan. Texts that differ only in
 * dashes, spaces or the place of a tone mark are the same; `isSameOwner` says when two names mean
 * one department, by default the same fold. Owners compare on those a row names itself: what comes
 * down from above is no claim of the row. A cell whose words are the kept ones has not been edited.
 */
export function compareAnnex(
  kept: KeptAnnex,
  read: ReadAnnex,
  isSameOwner: (one: string, other: string) => boolean = sameText,
): AnnexDifferences {
  const readRowByCode = new Map(read.criteria.map((row) => [row.code, row]));
  const readTaskByKey = new Map(read.tasks.map((task) => [task.key, task]));
  const found: AnnexDifferences = { differences: [], missing: [], added: [] };
  const compare = (
    subject: AnnexSubject,
    property: AnnexDifference['property'],
    before: AnnexDifference['before'],
    after: AnnexDifference['after'],
    isSame: boolean,
  ) => {
    if (!isSame) found.differences.push({ ...subject, property, before, after });
  };

  for (const row of kept.rows) {
    const subject: AnnexSubject = { target: 'criterion', subject: row.code };
    const other = readRowByCode.get(row.code);
    if (!other) {
      found.missing.push(subject);
      continue;
    }
    compare(subject, 'title', row.title, other.title, isSameWriting(row.title, other.title));
    for (const column of ['maxPoints', 'lastPoints', 'targetPoints'] as const) {
      compare(subject, column, row[column], other[column] ?? null, row[column] === (other[column] ?? null));
    }
    const names = ownNames(other.units);
    const isSameCell = row.ownerWords !== '' && sameText(row.ownerWords, other.ownerWords);
    compare(
      subject,
      'units',
      [...row.ownerNames],
      names,
      isSameCell || isSameSet(row.ownerNames, names, isSameOwner),
    );
  }
  for (const task of read.tasks.length > 0 ? kept.tasks : []) {
    const subject: AnnexSubject = { target: 'task', subject: task.key };
    const other = readTaskByKey.get(task.key);
    if (!other) {
      found.missing.push(subject);
      continue;
    }
    const words = other.deadline.words;
    compare(subject, 'text', task.text, other.text, isSameWriting(task.text, other.text));
    compare(subject, 'deadline', task.deadlineWords, words, isSameWriting(task.deadlineWords, words));
    const names = ownNames(other.units);
    compare(subject, 'units', [...task.ownerNames], names, isSameSet(task.ownerNames, names, isSameOwner));
  }
  const keptCodes = new Set(kept.rows.map((row) => row.code));
  const keptKeys = new Set(kept.tasks.map((task) => task.key));
  found.added = [
    ...read.criteria
      .filter((row) => !keptCodes.has(row.code))
      .map((row): AnnexSubject => ({ target: 'criterion', subject: row.code })),
    ...read.tasks
      .filter((task) => !keptKeys.has(task.key))
      .map((task): AnnexSubject => ({ target: 'task', subject: task.key })),
  ];
  return found;
}

/** A change of letter case is an edit somebody made; another dash, space or place of a tone mark is not. */
function isSameWriting(one: string, other: string): boolean {
  return sameText(one, other) && capitalsOf(one) === capitalsOf(other);
}

function capitalsOf(text: string): string {
  const letters = [...text.normalize('NFC').replace(/[^\p{L}]/gu, '')];
  return letters.map((letter) => (letter === letter.toLowerCase() ? '.' : 'C')).join('');
}

function ownNames(owners: readonly ReadOwner[]): string[] {
  return owners.filter((owner) => owner.inheritedFrom === undefined).map((owner) => owner.name);
}

function isSameSet(
  some: readonly string[],
  others: readonly string[],
  isSame: (one: string, other: string) => boolean,
): boolean {
  const isAmong = (name: string, names: readonly string[]) => names.some((each) => isSame(name, each));
  return some.every((name) => isAmong(name, others)) && others.every((name) => isAmong(name, some));
}
