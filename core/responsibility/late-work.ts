import type { Day } from '#core/deadlines/deadline.ts';
import type { CustodyMove } from '#core/plans/custody.ts';
import type { TaskDocument } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { dueDayOf } from '#core/plans/timeliness.ts';
import { printDay } from '#core/written-day.ts';
import type { DatedWork, ResponsibilityLine } from './responsibility.ts';

type MovingDocument = Pick<TaskDocument, 'number' | 'issuer' | 'issuedOn' | 'formerDueOn' | 'dueOn' | 'kind'>;

/** What surrounds a task in the list: whose hands it went through, what moved its day, what was said of it. */
export type AroundWork = Pick<ResponsibilityLine, 'explanation' | 'decision' | 'version'> & {
  moves: readonly CustodyMove[];
  /** Documents that stand, the earliest first; withdrawn ones moved nothing. */
  documents: readonly MovingDocument[];
};

/**
 * A task of the plan as work that may be late. Undefined where it cannot be: it has no due day, or it is
 * finished and nobody noted when.
 */
export function datedWorkOf(
  task: Task,
  { moves, documents, ...said }: AroundWork,
  today: Day,
): DatedWork | undefined {
  const { dueTo, finishedOn } = task;
  if (dueTo === null || (task.status === 'done' && finishedOn === null)) return undefined;
  const inCharge = inChargeOf(task.owners);
  const extension = documents.findLast(({ kind }) => kind === 'extension');
  return {
    taskId: task.id,
    key: task.key,
    section: task.section,
    text: task.text,
    leadName: inCharge[0]?.name ?? '',
    ownerNames: inCharge.map(({ name }) => name),
    ownerIds: task.owners.map(({ departmentId }) => departmentId),
    originalDueOn: originalDueDay(task, documents, today) ?? dueTo,
    dueOn: dueTo,
    extension: extension === undefined ? null : nameDocument(extension),
    finishedOn,
    occurrence: lateOccurrence(task)?.key ?? '',
    occurrenceName: lateOccurrence(task)?.name ?? null,
    moves,
    ...said,
  };
}

/** The occurrence a task is late with; null for work that is done once, and where a document set the day. */
export function lateOccurrence({ occurrence, dueByDocument }: Task): Task['occurrence'] {
  return dueByDocument ? null : occurrence;
}

/**
 * The day the plan gave, before any extension. Work on request has none in the plan, so its directive's
 * day counts; of several windows, the one that was running when the first document came.
 */
function originalDueDay(
  task: Pick<Task, 'status' | 'deadline'>,
  [first]: readonly MovingDocument[],
  today: Day,
): Day | null {
  const before = first ? (first.formerDueOn ?? first.dueOn) : null;
  const { status, deadline } = task;
  if (before !== null && deadline.kind === 'several') return before;
  return dueDayOf({ status, deadline }, today) ?? before;
}

/** "125/SNV-CCHC ngày 01/06/2026, Sở Nội vụ": as the printed list names the document. */
function nameDocument({ number, issuer, issuedOn }: MovingDocument): string {
  return `${number} ngày ${printDay(issuedOn)}, ${issuer}`;
}
