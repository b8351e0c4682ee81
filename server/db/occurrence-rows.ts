import type { Day, Deadline } from '#core/deadlines/deadline.ts';
import { type CurrentOccurrence, currentOccurrence, occurrencesOf } from '#core/deadlines/occurrences.ts';
import type { OccurrenceBook } from '#core/plans/occurrence-progress.ts';
import { comesAgain } from '#core/plans/timeliness.ts';
import type { Tx } from './in-unit.ts';
import type { LivePlan } from './live-plan.ts';
import { findDeadlineSettings } from './work-calendar.ts';

type RecurringRow = { id: string; deadline: Deadline; recurs_from: Day };

/** Finds the occurrences of the tasks of a plan. */
export type Occurrences = {
  bookOf(task: RecurringRow): OccurrenceBook;
  currentOf(task: RecurringRow): CurrentOccurrence | null;
};

const NO_MARKS: ReadonlySet<string> = new Set();

/** The occurrences of a plan's tasks, or of one: two queries; a rhythm many tasks share is worked out once. */
export async function findOccurrences(tx: Tx, plan: LivePlan, taskId?: string): Promise<Occurrences> {
  const { reports } = await findDeadlineSettings(tx, plan.unitId);
  const marksByTask = await listMarks(tx, plan.unitId, taskId);
  const occurrencesByRhythm = new Map<string, ReturnType<typeof occurrencesOf>>();
  const occurrencesFor = (deadline: Deadline) => {
    const { kind, recurrence, isCheck, reports: rhythm, from, to } = deadline;
    const key = JSON.stringify([kind, recurrence, isCheck, rhythm, from, to]);
    const known = occurrencesByRhythm.get(key) ?? occurrencesOf(deadline, plan.year, reports);
    occurrencesByRhythm.set(key, known);
    return known;
  };
  const bookOf: Occurrences['bookOf'] = ({ id, deadline, recurs_from }) => ({
    occurrences: comesAgain(deadline) ? occurrencesFor(deadline) : [],
    marks: marksByTask.get(id) ?? NO_MARKS,
    since: recurs_from,
  });
  return {
    bookOf,
    currentOf(task) {
      const { occurrences, marks, since } = bookOf(task);
      return occurrences.length === 0 ? null : currentOccurrence(occurrences, marks, since);
    },
  };
}

/** The occurrences of one task of the plan. */
export async function findOccurrenceBook(tx: Tx, plan: LivePlan, taskId: string): Promise<OccurrenceBook> {
  const occurrences = await findOccurrences(tx, plan, taskId);
  const task = await tx
    .selectFrom('task')
    .where('unit_id', '=', plan.unitId)
    .where('id', '=', taskId)
    .select(['id', 'deadline', 'recurs_from'])
    .executeTakeFirstOrThrow();
  return occurrences.bookOf(task);
}

/** The occurrences whose last answer marks them, by task. */
async function listMarks(tx: Tx, unitId: string, taskId?: string): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectFrom('progress')
    .distinctOn(['task_id', 'occurrence'])
    .where('unit_id', '=', unitId)
    .where('occurrence', 'is not', null)
    .$if(taskId !== undefined, (query) => query.where('task_id', '=', taskId!))
    .orderBy('task_id')
    .orderBy('occurrence')
    .orderBy('id', 'desc')
    .select(['task_id', 'occurrence', 'status', 'is_nothing_new'])
    .execute();
  const marksByTask = new Map<string, Set<string>>();
  for (const { task_id, occurrence, status, is_nothing_new } of rows) {
    if (occurrence === null || (status !== 'done' && !is_nothing_new)) continue;
    const marks = marksByTask.get(task_id) ?? new Set();
    marksByTask.set(task_id, marks.add(occurrence));
  }
  return marksByTask;
}
