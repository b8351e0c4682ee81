import { isPlanDay } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import { type CustodyRefusal, type Holder, refuseMove } from './custody.ts';
import type { CustodyInput, DirectiveInput, ExtensionInput } from './follow-up.ts';
import type { ObstacleStatus, ObstacleVerb } from './obstacle-words.ts';
import type { Task } from './task.ts';
import { comesAgain } from './timeliness.ts';

export type FollowUpRefusal =
  | CustodyRefusal
  | { kind: 'day_unknown'; field: 'deadline'; day: string }
  | { kind: 'nothing_to_extend'; field: 'dueOn' }
  | { kind: 'not_later'; field: 'dueOn'; dueTo: Day }
  | { kind: 'issued_in_future'; field: 'issuedOn' }
  | { kind: 'due_before_received'; field: 'dueOn' }
  | { kind: 'not_on_request'; field: 'dueOn' }
  | { kind: 'holder_unnamed'; field: 'name' }
  | { kind: 'task_finished' }
  | { kind: 'obstacle_verb_refused'; verb: ObstacleVerb; status: ObstacleStatus }
  | { kind: 'whom_missing'; field: 'whom' };

/**
 * Refuses an extension of what is finished, has no day or comes due again, one that is no extension because its day is
 * not later than the present one, and a document issued after today.
 */
export function refuseExtension(
  task: Pick<Task, 'status' | 'dueTo' | 'deadline'>,
  input: Pick<ExtensionInput, 'dueOn' | 'issuedOn'>,
  today: Day,
): FollowUpRefusal | undefined {
  const unknown = refuseDays(input.dueOn, input.issuedOn);
  if (unknown) return unknown;
  if (task.status === 'done') return { kind: 'task_finished' };
  if (task.dueTo === null || comesAgain(task.deadline)) return { kind: 'nothing_to_extend', field: 'dueOn' };
  if (input.dueOn <= task.dueTo) return { kind: 'not_later', field: 'dueOn', dueTo: task.dueTo };
  return input.issuedOn > today ? { kind: 'issued_in_future', field: 'issuedOn' } : undefined;
}

/**
 * Refuses a directive for a task whose day the plan itself gives, one that is to be answered before it
 * was received, and a document from the future.
 */
export function refuseDirective(
  task: Pick<Task, 'status' | 'deadline'>,
  input: Pick<DirectiveInput, 'dueOn' | 'issuedOn' | 'receivedOn'>,
  today: Day,
): FollowUpRefusal | undefined {
  const unknown = refuseDays(input.dueOn, input.issuedOn, input.receivedOn);
  if (unknown) return unknown;
  const isWaiting = ['on_request', 'none', 'not_understood'].includes(task.deadline.kind);
  if (!isWaiting) return { kind: 'not_on_request', field: 'dueOn' };
  if (input.issuedOn > today || input.receivedOn > today)
    return { kind: 'issued_in_future', field: 'issuedOn' };
  return input.dueOn < input.receivedOn ? { kind: 'due_before_received', field: 'dueOn' } : undefined;
}

function refuseDays(...days: Day[]): FollowUpRefusal | undefined {
  const unknown = days.find((day) => !isPlanDay(day));
  return unknown === undefined ? undefined : { kind: 'day_unknown', field: 'deadline', day: unknown };
}

/**
 * Refuses to hand on a finished task, a hand-over the custody table does not know, and one to a
 * coordinating department or an upper level that is not named.
 */
export function refuseCustody(
  task: Pick<Task, 'status'> & { holder: { holder: Holder } },
  input: Pick<CustodyInput, 'holder' | 'departmentId' | 'name' | 'answerBy'>,
): FollowUpRefusal | undefined {
  if (task.status === 'done') return { kind: 'task_finished' };
  return refuseMove(task.holder.holder, input.holder) ?? refuseHolder(input);
}

/** Refuses a coordinating department or an upper level without a name, and a clock that is no day. */
export function refuseHolder({
  holder,
  departmentId,
  name,
  answerBy,
}: Pick<CustodyInput, 'holder' | 'departmentId' | 'name' | 'answerBy'>): FollowUpRefusal | undefined {
  const isNamed = departmentId !== null || (name ?? '') !== '';
  if (!isNamed && (holder === 'coordinator' || holder === 'upper_level'))
    return { kind: 'holder_unnamed', field: 'name' };
  return answerBy === null ? undefined : refuseDays(answerBy);
}

/**
 * What a next word makes of an obstacle, by where it stands: it is forwarded and answered while open,
 * settled or opened again once answered. What is settled stays settled; a new one is raised instead.
 */
const STATUS_AFTER: Readonly<Record<ObstacleStatus, Partial<Record<ObstacleVerb, ObstacleStatus>>>> = {
  open: { forwarded: 'open', answered: 'answered', settled: 'settled' },
  answered: { reopened: 'open', settled: 'settled' },
  settled: {},
};

/** The state an obstacle comes to, or why the word cannot be said now. Forwarding says to whom. */
export function moveObstacle(
  status: ObstacleStatus,
  verb: ObstacleVerb,
  hasWhom: boolean,
): { status: ObstacleStatus } | FollowUpRefusal {
  const next = STATUS_AFTER[status][verb];
  if (next === undefined) return { kind: 'obstacle_verb_refused', verb, status };
  if (verb === 'forwarded' && !hasWhom) return { kind: 'whom_missing', field: 'whom' };
  return { status: next };
}

/** The words that may be said next, for the buttons of a page. */
export function nextVerbs(status: ObstacleStatus): ObstacleVerb[] {
  return Object.keys(STATUS_AFTER[status]) as ObstacleVerb[];
}
