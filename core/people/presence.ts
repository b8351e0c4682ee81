import { z } from 'zod';

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
