import { arrangeTree, BY_CODE } from '#core/criteria/tree.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { sameText } from '#core/vietnamese.ts';
import type { DepartmentNaming } from './place-departments.ts';
import type { PlanReading } from './plan-reading.ts';

/** Why a reading cannot become the live plan yet: its tree would not stand. */
export type ConfirmationRefusal =
  | { kind: 'reading_closed'; status: 'confirmed' | 'discarded' }
  | { kind: 'no_criteria' }
  | { kind: 'no_year' }
  | { kind: 'duplicate_codes'; codes: string[] }
  | { kind: 'criteria_without_parent'; codes: string[] }
  | { kind: 'no_maximum'; codes: string[] }
  | { kind: 'duplicate_task_keys'; keys: string[] };

/**
 * Refuses what would break the tree: no criteria, no year, two rows with one code, a row whose parent
 * is missing, a row without a maximum. A sum that does not add up is the document's own and may be
 * confirmed; it stays among the findings of the plan.
 */
export function refuseConfirmation(reading: PlanReading): ConfirmationRefusal | undefined {
  if (reading.criteria.length === 0) return { kind: 'no_criteria' };
  if (reading.document.year === undefined) return { kind: 'no_year' };
  const codes = repeated(reading.criteria.map((row) => row.code));
  if (codes.length > 0) return { kind: 'duplicate_codes', codes };
  const { orphans } = arrangeTree(reading.criteria, BY_CODE);
  if (orphans.length > 0)
    return {
      kind: 'criteria_without_parent',
      codes: orphans.map((position) => reading.criteria[position]!.code),
    };
  const withoutMaximum = reading.criteria.filter(
    (row) => !(Number.isInteger(row.maxPoints) && row.maxPoints >= 0),
  );
  if (withoutMaximum.length > 0) return { kind: 'no_maximum', codes: withoutMaximum.map((row) => row.code) };
  const keys = repeated(reading.tasks.map((task) => task.key));
  return keys.length > 0 ? { kind: 'duplicate_task_keys', keys } : undefined;
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}

/** Every department a reading names: those of section III with their spellings, then owners of criteria and tasks. */
export function departmentsNamed(reading: PlanReading): DepartmentNaming[] {
  const owners = [...reading.criteria, ...reading.tasks].flatMap((each) => each.units);
  return [
    ...reading.units.map(({ name, spellings }) => ({ name, spellings })),
    ...[...new Set(owners.map((owner) => owner.name))].map((name) => ({ name, spellings: [] })),
  ];
}

/** The title under which a plan is kept: its kind and subject, else its year. */
export function planTitle({ document }: PlanReading): string {
  const title = [document.kind, document.subject].filter((each) => each !== undefined).join(' ');
  return title || `Kế hoạch năm ${document.year ?? ''}`.trim();
}

/** The number and symbol as one, "125/KH-UBND"; null while the number is blank. */
export function planNumber({ number, symbol }: PlanReading['document']): string | null {
  if (number === undefined) return null;
  return symbol === undefined ? number : `${number}/${symbol}`;
}

export type WorkedTask = {
  id: string;
  key: string;
  text: string;
  status: TaskStatus;
  percent: number;
  /** A document moved its day, it changed hands, or it has steps. */
  isFollowedUp: boolean;
};

/**
 * Which task of the former plan each task of the new one continues: same key and same words, and
 * somebody has already worked on it or followed it up. What changed in its wording starts anew.
 */
export function continuedTasks<T extends WorkedTask>(
  former: readonly T[],
  tasks: readonly { key: string; text: string }[],
): Map<string, T> {
  const formerByKey = new Map(former.map((task) => [task.key, task]));
  const continuedByKey = new Map<string, T>();
  for (const task of tasks) {
    const before = formerByKey.get(task.key);
    const isWorkedOn = before && (before.status !== 'not_started' || before.isFollowedUp);
    if (isWorkedOn && sameText(before.text, task.text)) continuedByKey.set(task.key, before);
  }
  return continuedByKey;
}
