import { obstacleInputSchema } from '#core/plans/follow-up.ts';
import type { TypedAnswer } from '#core/plans/quick-answer.ts';
import { type Progress, progressInputSchema, type Task } from '#core/plans/task.ts';
import { settleProgress } from '#core/plans/task-rules.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { CommonRefusal } from '#server/http/problems.ts';
import { readValue } from '#server/http/request-input.ts';
import { Refused, refuse, type SignedInActor } from '#server/http/route.ts';
import type { FollowUpProblem } from '#server/plans/follow-up-problems.ts';
import { raiseObstacle } from '#server/plans/raise-obstacle.ts';
import { recordProgress } from '#server/plans/record-progress.ts';

/** Keeps an answer of the quick-update page by the rules of the API: the task before it where that is known. */
export async function keepQuickAnswer(
  tx: Tx,
  actor: SignedInActor,
  of: { id: string; today: string; now: Date },
  answer: TypedAnswer,
): Promise<{ before: Task | undefined } | Refused<CommonRefusal | FollowUpProblem>> {
  if (answer.kind === 'obstacle') {
    const input = readValue(obstacleInputSchema, answer.input);
    if (input instanceof Refused) return input;
    const raised = await raiseObstacle(tx, actor, of, input);
    return 'kind' in raised ? refuse(raised) : { before: undefined };
  }
  const input = readValue(progressInputSchema, answer.input);
  if (input instanceof Refused) return input;
  const recorded = await recordProgress(tx, actor, of, input);
  return 'kind' in recorded ? refuse(recorded) : { before: recorded.before };
}

/** Keeping an answer moves the version by one, and by another one when the task changes hands with it. */
const VERSIONS_OF_AN_ANSWER = 2;

/**
 * Whether a refused answer is the very one this person gave a moment ago: a button pressed twice, a page
 * loaded again, an answer of the server that never arrived.
 */
export function wasJustSaid(
  { input, kind }: TypedAnswer,
  { task, latest, personName }: { task: Task; latest: Progress | undefined; personName: string },
): boolean {
  const steps = task.version - Number(input.version);
  if (!latest || steps < 1 || steps > VERSIONS_OF_AN_ANSWER) return false;
  if (latest.recordedBy !== personName) return false;
  if (kind === 'obstacle') return latest.status === 'stuck' && latest.note === String(input.text).trim();
  const parsed = progressInputSchema.safeParse(input);
  if (!parsed.success) return false;
  const { note, isNothingNew } = parsed.data;
  const { status, percent } = settleProgress(task, parsed.data);
  const isSame = latest.status === status && latest.percent === percent;
  return isSame && latest.note === note && latest.isNothingNew === isNothingNew;
}
