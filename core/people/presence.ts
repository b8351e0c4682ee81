import { z } from 'zod';
import type { Action } from './permissions.ts';

/** What may be open by several people at once, and who may know of whom: what reading it takes. */
export const PRESENCE_NOUNS = {
  criterion: 'plan.read',
  claim: 'assessment.read',
  appraisal: 'appraisal.judge',
  campaign: 'campaign.read',
} as const satisfies Record<string, Action>;
export type PresenceNoun = keyof typeof PRESENCE_NOUNS;

export const HEARTBEAT_SECONDS = 20;
/** Two heartbeats and a little: whoever missed them has gone. */
export const GONE_AFTER_SECONDS = 45;

/** Which page is open, as "noun:what"; `isLeaving` when it is about to be closed. */
export const presenceInputSchema = z.object({
  subject: z
    .string()
    .max(160)
    .regex(/^(criterion|claim|appraisal|campaign):[\w./:-]+$/u),
  isLeaving: z.boolean().default(false),
});
export type PresenceInput = z.input<typeof presenceInputSchema>;

export const presentPersonSchema = z.object({ userId: z.string(), personName: z.string() });
export type PresentPerson = z.infer<typeof presentPersonSchema>;
