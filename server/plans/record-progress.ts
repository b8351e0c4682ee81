import type { NotPermitted } from '#core/people/permissions.ts';
import { settleOccurrence } from '#core/plans/occurrence-progress.ts';
import type { ProgressInput, Task } from '#core/plans/task.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findOccurrenceBook } from '#server/db/occurrence-rows.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { rescoreTasks } from '#server/scoring/rescore-tasks.ts';
import { findPermitted, findTask } from './find-task.ts';
import { saveProgress } from './store.ts';

/** Why an answer of an owner was not kept, whatever the answer was. */
export type AnswerRefusal =
  | NotPermitted
  | { kind: 'not_found'; noun: 'task' }
  | { kind: 'stale_version' }
  | { kind: 'occurrence_unknown'; field: 'occurrence' };

/**
 * Keeps how far a task is, with the points that hang on it: the task before and after. Refuses what the
 * actor may not update, an occurrence the task does not have and a version that is not the latest; the
 * transaction is to be rolled back then.
 */
export async function recordProgress(
  tx: Tx,
  actor: SignedInActor,
  { id, today }: { id: string; today: string },
  input: ProgressInput,
): Promise<{ before: Task; after: Task } | AnswerRefusal> {
  await lockScores(tx, actor.unitId);
  const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
  if ('kind' in found) return found;
  const { plan, task } = found;
  const book = await findOccurrenceBook(tx, plan, id);
  const settled = settleOccurrence(task, input, book, today);
  if ('kind' in settled) return settled;
  const { status, percent, answered, occurrence } = settled;
  const { note, isNothingNew, version } = input;
  const finishedOn = status === 'done' ? (task.finishedOn ?? today) : null;
  const progress = { ...settled, note, isNothingNew, finishedOn, recordedBy: actor.personName };
  if (!(await saveProgress(tx, plan, { id, version }, progress))) return { kind: 'stale_version' };
  await recordEvent(tx, actor, {
    noun: 'task',
    subjectId: id,
    verb: isNothingNew ? 'nothing_new' : 'progressed',
    before: { status: task.status, percent: task.percent },
    after: {
      ...(occurrence === null ? { status, percent } : { ...answered, occurrence }),
      ...(note === '' ? {} : { note }),
    },
  });
  if (!isNothingNew) await rescoreTasks(tx, actor, plan, { today, task, note });
  const after = await findTask(tx, plan, today, id);
  return after ? { before: task, after } : { kind: 'not_found', noun: 'task' };
}
