import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { TASK_REGISTER } from './evaluate-plan.ts';
import { type Rescored, rescore } from './rescore.ts';

/** Works out again what is measured by the plan's tasks, after one of them moved. */
export function rescoreTasks(
  tx: Tx,
  actor: EventActor,
  plan: LivePlan,
  { today, task, note = '' }: { today: string; task: { text: string }; note?: string },
): Promise<Rescored> {
  const cause = { kind: 'task' as const, what: task.text, reason: note };
  return rescore(tx, actor, plan, { today, cause, registers: [TASK_REGISTER] });
}
