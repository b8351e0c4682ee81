import type { Day } from '#core/deadlines/deadline.ts';
import { currentOccurrence, type Occurrence, occurrenceToMark } from '#core/deadlines/occurrences.ts';
import type { ProgressInput } from './task.ts';
import { settleProgress } from './task-rules.ts';
import type { TaskStatus } from './task-status.ts';

/** The occurrences of one task: which are marked, and from what day on they are asked for. */
export type OccurrenceBook = { occurrences: readonly Occurrence[]; marks: ReadonlySet<string>; since: Day };

export type SettledProgress = {
  status: TaskStatus;
  percent: number;
  /** What the answer itself says, as the history of the task shows it. */
  answered: { status: TaskStatus; percent: number };
  /** The occurrence it marks or opens again; null where it says nothing of one. */
  occurrence: string | null;
};

/**
 * How far a task is after an answer. "Done" marks the occurrence the task stands at, or the one named,
 * and the next comes up: the task itself is done once all are, until then it shows the share that is.
 * Of steady work "nothing new" marks too, and leaves the rest as it stands. Any other answer on a named
 * occurrence opens it again. Refuses an occurrence the task does not have. A task without occurrences is
 * settled as it is.
 */
export function settleOccurrence(
  task: { status: TaskStatus; percent: number },
  input: Pick<ProgressInput, 'status' | 'percent' | 'isNothingNew' | 'occurrence'>,
  { occurrences, marks, since }: OccurrenceBook,
  today: Day,
): SettledProgress | { kind: 'occurrence_unknown'; field: 'occurrence' } {
  const own = occurrences.filter(({ to }) => to >= since);
  const named = input.occurrence;
  if (named !== undefined && !own.some(({ key }) => key === named))
    return { kind: 'occurrence_unknown', field: 'occurrence' };
  const answered = settleProgress(task, input);
  const isAnsweredCheck = input.isNothingNew && own[0]?.kind === 'check';
  const isMark = isAnsweredCheck || (input.status === 'done' && !input.isNothingNew);
  const key = isMark ? (named ?? occurrenceToMark(own, marks, { since, today })) : named;
  if (key === undefined || (input.isNothingNew && !isMark))
    return { ...answered, answered, occurrence: null };
  // "Nothing new" leaves the task as it stands, whatever it marks.
  if (isAnsweredCheck) return { ...answered, answered, occurrence: key };
  const after = new Set(marks);
  if (isMark) after.add(key);
  else after.delete(key);
  if (currentOccurrence(own, after, since)?.isMarked)
    return { status: 'done', percent: 100, answered, occurrence: key };
  const status = answered.status === 'done' ? 'in_progress' : answered.status;
  const percent = Math.round((100 * own.filter((each) => after.has(each.key)).length) / own.length);
  return { status, percent, answered, occurrence: key };
}
