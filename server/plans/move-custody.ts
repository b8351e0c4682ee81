import type { Day } from '#core/deadlines/deadline.ts';
import type { Holder } from '#core/plans/custody.ts';
import type { Task } from '#core/plans/task.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { addCustody, moveTask } from './follow-up-store.ts';

export type HandOver = {
  holder: Holder;
  departmentId: string | null;
  name: string | null;
  answerBy: Day | null;
  reason: string;
};

/** Back to the department in charge, with no clock but the due day. */
export const toOwner = (reason: string): HandOver => ({
  holder: 'owner',
  departmentId: null,
  name: null,
  answerBy: null,
  reason,
});

/**
 * Puts a task into other hands and keeps that it changed them on this day. False when somebody changed
 * the task since that version was read.
 */
export async function moveCustody(
  tx: Tx,
  actor: EventActor,
  { id, version }: Pick<Task, 'id' | 'version'>,
  today: Day,
  { reason, ...holder }: HandOver,
): Promise<boolean> {
  const of = { unitId: actor.unitId, taskId: id };
  if (!(await moveTask(tx, { ...of, version }, { holder: { ...holder, since: today } }))) return false;
  await addCustody(tx, of, { ...holder, day: today, reason, movedBy: actor.personName });
  return true;
}
