import { z } from 'zod';
import { VERDICTS } from '#core/plans/reporting-state.ts';
import type { Task } from '#core/plans/task.ts';

/** What whoever checked a finished task says of it; null takes the verdict back. */
export const verdictInputSchema = z.object({
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string().trim().max(2000).default(''),
  version: z.int(),
});
export type VerdictInput = z.infer<typeof verdictInputSchema>;

/** Who checked the result, when, and why they say so. */
export const judgementSchema = z.object({
  verdict: z.enum(VERDICTS),
  byName: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type Judgement = z.infer<typeof judgementSchema>;

export type VerdictRefusal = { kind: 'task_unfinished' } | { kind: 'verdict_reason_needed'; field: 'reason' };

/** Refuses a verdict on work that is not finished, and "not met" without saying what is missing. */
export function refuseVerdict(
  task: Pick<Task, 'status'>,
  { verdict, reason }: Pick<VerdictInput, 'verdict' | 'reason'>,
): VerdictRefusal | undefined {
  if (task.status !== 'done') return { kind: 'task_unfinished' };
  return verdict === 'not_met' && reason === ''
    ? { kind: 'verdict_reason_needed', field: 'reason' }
    : undefined;
}
