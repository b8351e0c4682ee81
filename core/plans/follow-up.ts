import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { HOLDERS } from './custody.ts';
import { HELD_UP_BY, OBSTACLE_STATUSES, OBSTACLE_VERBS } from './obstacle-words.ts';

const wordsSchema = z.string().trim().min(2).max(2000);

/** An official document as people name it: number and symbol, who issued it, when, about what. */
const documentFactsSchema = z.object({
  number: z.string().trim().min(1).max(60),
  issuer: z.string().trim().min(2).max(200),
  issuedOn: daySchema,
  subject: z.string().trim().max(500).default(''),
  evidenceId: z.uuid().nullable().default(null),
});

/** An extension (gia hạn): the document that allows it, and the new last day. */
export const extensionInputSchema = documentFactsSchema.extend({ dueOn: daySchema, version: z.int() });
export type ExtensionInput = z.infer<typeof extensionInputSchema>;

/** A directive (văn bản yêu cầu) a task on request was waiting for: received when, to be answered by when. */
export const directiveInputSchema = documentFactsSchema.extend({
  receivedOn: daySchema,
  dueOn: daySchema,
  version: z.int(),
});
export type DirectiveInput = z.infer<typeof directiveInputSchema>;

export const withdrawalInputSchema = z.object({ reason: wordsSchema, version: z.int() });

export const taskDocumentSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['extension', 'directive']),
  number: z.string(),
  issuer: z.string(),
  issuedOn: daySchema,
  subject: z.string(),
  evidenceId: z.uuid().nullable(),
  receivedOn: daySchema.nullable(),
  formerDueOn: daySchema.nullable().describe('the last day before this document moved it'),
  dueOn: daySchema.nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type TaskDocument = z.infer<typeof taskDocumentSchema>;

/** Handing a task on: to whom, why, and by when an answer is expected. */
export const custodyInputSchema = z.object({
  holder: z.enum(HOLDERS),
  departmentId: z.uuid().nullable().default(null),
  name: z.string().trim().max(200).nullable().default(null),
  answerBy: daySchema.nullable().default(null),
  reason: z.string().trim().max(2000).default(''),
  version: z.int(),
});
export type CustodyInput = z.infer<typeof custodyInputSchema>;

export const custodyEntrySchema = z.object({
  id: z.uuid(),
  day: daySchema,
  holder: z.enum(HOLDERS),
  departmentId: z.uuid().nullable(),
  name: z.string().nullable(),
  answerBy: daySchema.nullable(),
  reason: z.string(),
  movedBy: z.string(),
  movedAt: z.string(),
});
export type CustodyEntry = z.infer<typeof custodyEntrySchema>;

const whomSchema = z.object({
  holder: z.enum(HELD_UP_BY),
  departmentId: z.uuid().nullable().default(null),
  name: z.string().trim().max(200).nullable().default(null),
  answerBy: daySchema.nullable().default(null),
});

/** What stands in the way (khó khăn, vướng mắc) and who must act on it. */
export const obstacleInputSchema = whomSchema.extend({ text: wordsSchema, version: z.int() });
export type ObstacleInput = z.infer<typeof obstacleInputSchema>;

/** A next word on an obstacle; forwarding also says to whom. */
export const obstacleEntryInputSchema = z.object({
  verb: z.enum(OBSTACLE_VERBS).exclude(['raised']),
  text: wordsSchema,
  whom: whomSchema.nullable().default(null),
  version: z.int(),
});
export type ObstacleEntryInput = z.infer<typeof obstacleEntryInputSchema>;

export const obstacleSchema = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  status: z.enum(OBSTACLE_STATUSES),
  holder: z.enum(HELD_UP_BY),
  departmentId: z.uuid().nullable(),
  departmentName: z.string().nullable(),
  name: z.string().nullable(),
  answerBy: daySchema.nullable(),
  raisedBy: z.string(),
  raisedAt: z.string(),
  version: z.int(),
  entries: z.array(
    z.object({
      id: z.uuid(),
      verb: z.enum(OBSTACLE_VERBS),
      text: z.string(),
      holder: z.enum(HELD_UP_BY).nullable(),
      departmentName: z.string().nullable(),
      name: z.string().nullable(),
      answerBy: daySchema.nullable(),
      byName: z.string(),
      at: z.string(),
    }),
  ),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

/** A step of a task (việc con): its own department and day where it has them. */
export const stepInputSchema = z.object({
  text: z.string().trim().min(2).max(500),
  departmentId: z.uuid().nullable().default(null),
  dueOn: daySchema.nullable().default(null),
  isDone: z.boolean().default(false),
});
export type StepInput = z.infer<typeof stepInputSchema>;

export const stepSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  departmentId: z.uuid().nullable(),
  departmentName: z.string().nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  doneBy: z.string().nullable(),
  version: z.int(),
});
export type Step = z.infer<typeof stepSchema>;

/** Everything around one task besides itself: what a list does not carry. */
export const followUpSchema = z.object({
  documents: z.array(taskDocumentSchema),
  custody: z.array(custodyEntrySchema),
  obstacles: z.array(obstacleSchema),
  steps: z.array(stepSchema),
});
export type FollowUp = z.infer<typeof followUpSchema>;
