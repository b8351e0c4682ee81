import { z } from 'zod';
import { annexRowSchema } from '#core/criteria/annex-row.ts';
import { taskSchema } from './task.ts';

/** The live plan of one unit and year, without its rows. Points in hundredths. */
export const planSchema = z.object({
  id: z.uuid(),
  year: z.int(),
  title: z.string(),
  number: z.string().nullable(),
  confirmedAt: z.string(),
  confirmedBy: z.string(),
  fileName: z.string().nullable(),
  goals: z.array(z.object({ kind: z.enum(['purpose', 'requirement']), text: z.string() })),
  maxPoints: z.int(),
  lastPoints: z.int(),
  targetPoints: z.int(),
  fields: z.int(),
  criteria: z.int(),
  components: z.int(),
  leaves: z.int(),
  version: z.int(),
});
export type Plan = z.infer<typeof planSchema>;

export const eventSchema = z.object({
  id: z.uuid(),
  at: z.string(),
  actorName: z.string(),
  noun: z.string(),
  subjectId: z.string(),
  verb: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type EventEntry = z.infer<typeof eventSchema>;

/** A line of the log with what the thing is called now; null for what has no name or is gone. */
export const loggedEventSchema = eventSchema.extend({
  subject: z
    .object({
      title: z.string(),
      page: z.enum(['task', 'criterion', 'evidence', 'register']).nullable(),
      key: z.string().describe('by which that page is found'),
    })
    .nullable(),
});
export type LoggedEvent = z.infer<typeof loggedEventSchema>;

/** Everything known about one criterion: itself, its ancestors and children, its tasks and its history. */
export const criterionPageSchema = z.object({
  row: annexRowSchema,
  ancestors: z.array(annexRowSchema),
  children: z.array(annexRowSchema),
  tasks: z.array(taskSchema),
  place: z.unknown().describe('where the plan document says it, or null'),
  events: z.array(eventSchema),
  previousId: z.uuid().nullable(),
  nextId: z.uuid().nullable(),
});
export type CriterionPage = z.infer<typeof criterionPageSchema>;
