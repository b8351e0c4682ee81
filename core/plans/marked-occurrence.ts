import type { Task } from './task.ts';

type Standing = Pick<Task, 'occurrence'>;

/**
 * The key of the occurrence an answer marked, by the task before and after it: of steady work the latest
 * that is marked, else the one the task stood at. Undefined where it marked none. To take the answer back
 * is to give another one on that occurrence.
 */
export function markedOccurrence(
  before: Standing & Pick<Task, 'deadline'>,
  after: Standing,
): string | undefined {
  const isMoved =
    before.occurrence?.key !== after.occurrence?.key ||
    before.occurrence?.isMarked !== after.occurrence?.isMarked;
  if (!isMoved) return undefined;
  return (before.deadline.isCheck ? after.occurrence?.lastMarked : before.occurrence?.key) ?? undefined;
}
