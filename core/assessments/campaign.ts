import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { LEAF_SCORERS } from './assessment-words.ts';
import { PHASES } from './stages.ts';

/** The paper a campaign, a grace or a publication rests on: number and symbol, day, issuer. */
export const decisionPaperSchema = z.object({
  number: z.string().trim().max(60).default(''),
  issuer: z.string().trim().max(200).default(''),
  issuedOn: daySchema.nullable().default(null),
});
export type DecisionPaper = z.infer<typeof decisionPaperSchema>;

/**
 * When a campaign expects what. The units' last day to claim is fixed beforehand; those to explain and to
 * appeal are set by how many working days they have when a round is released, and kept here then.
 */
export const campaignCalendarSchema = z.object({
  claimUntil: daySchema.nullable().default(null),
  appraiseUntil: daySchema.nullable().default(null),
  explainDays: z.int().min(1).max(60).default(5),
  explainUntil: daySchema.nullable().default(null),
  reappraiseUntil: daySchema.nullable().default(null),
  councilOn: daySchema.nullable().default(null),
  appealDays: z.int().min(0).max(60).default(10),
  appealUntil: daySchema.nullable().default(null),
});
export type CampaignCalendar = z.infer<typeof campaignCalendarSchema>;

/** More time for one unit, by a document. */
export const graceSchema = z.object({
  clock: z.enum(['claim', 'explain', 'appeal']),
  until: daySchema,
  paper: decisionPaperSchema,
  givenBy: z.string(),
  givenAt: z.string(),
});
export type Grace = z.infer<typeof graceSchema>;

/** One row of the criteria of a campaign. */
export const campaignLeafSchema = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  position: z.int(),
  level: z.int(),
  isLeaf: z.boolean(),
  title: z.string(),
  maxPoints: z.int(),
  scoredBy: z.enum(LEAF_SCORERS),
});
export type CampaignLeaf = z.infer<typeof campaignLeafSchema>;

export const campaignSchema = z.object({
  id: z.uuid(),
  /** The unit whose campaign it is: a city. */
  hostId: z.uuid(),
  year: z.int(),
  title: z.string(),
  decision: decisionPaperSchema,
  phase: z.enum(PHASES),
  calendar: campaignCalendarSchema,
  version: z.int(),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const ANSWER_KINDS = ['explanation', 'appeal'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
