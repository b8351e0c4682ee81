import { z } from 'zod';
import { LEAF_SCORERS } from './assessment-words.ts';
import { campaignCalendarSchema, campaignSchema, decisionPaperSchema, graceSchema } from './campaign.ts';
import { CAMPAIGN_MOVES, leafCountsSchema, unitProgressSchema } from './campaign-facts.ts';

const title = z.string().trim().min(3).max(200);
const version = z.int();

/** What of the calendar is planned beforehand; the ends of explaining and appealing are set by the moves. */
const plannedCalendarSchema = campaignCalendarSchema.omit({ explainUntil: true, appealUntil: true });

export const newCampaignSchema = z.object({
  year: z.int().min(2000).max(2100),
  title,
  decision: decisionPaperSchema,
  calendar: plannedCalendarSchema,
  /** Criteria to copy: the published set, or those of the city's own live plan. */
  criteria: z.object({ from: z.enum(['catalogue', 'plan']) }),
});
export type NewCampaign = z.infer<typeof newCampaignSchema>;

export const campaignChangeSchema = z.object({
  title,
  decision: decisionPaperSchema,
  calendar: plannedCalendarSchema,
  version,
});
export type CampaignChange = z.infer<typeof campaignChangeSchema>;

export const leafChangesSchema = z.object({
  leaves: z.array(z.object({ code: z.string().max(40), scoredBy: z.enum(LEAF_SCORERS) })).max(500),
  version,
});

export const chosenUnitsSchema = z.object({ unitIds: z.array(z.uuid()).max(1000), version });

export const graceInputSchema = graceSchema
  .pick({ clock: true, until: true })
  .extend({ paper: decisionPaperSchema.extend({ number: z.string().trim().min(1).max(60) }), version });
export type GraceInput = z.infer<typeof graceInputSchema>;

export const campaignMoveInputSchema = z.object({
  move: z.enum(CAMPAIGN_MOVES),
  version,
  reason: z.string().trim().max(2000).default(''),
  /** The paper a publication rests on. */
  decision: decisionPaperSchema.optional(),
});
export type CampaignMoveInput = z.input<typeof campaignMoveInputSchema>;

/** A move with what stands against it now, in both languages; null when nothing does. */
const moveStateSchema = z.object({
  move: z.enum(CAMPAIGN_MOVES),
  refusal: z.object({ kind: z.string(), vi: z.string(), en: z.string() }).nullable(),
});
export type CampaignMoveState = z.infer<typeof moveStateSchema>;

/** A campaign in the list, with how many units it has and how many handed in (the city's alone). */
export const campaignLineSchema = campaignSchema.extend({
  isHost: z.boolean(),
  units: z.int(),
  submitted: z.int(),
});
export type CampaignLine = z.infer<typeof campaignLineSchema>;

/** Everything of a campaign but its units: what every page of it shows first. */
export const campaignOverviewSchema = campaignLineSchema.extend({
  moves: z.array(moveStateSchema),
  /** All leaves of all units that handed in. */
  counts: leafCountsSchema,
  fields: z.array(leafCountsSchema.extend({ code: z.string(), title: z.string() })),
});
export type CampaignOverview = z.infer<typeof campaignOverviewSchema>;

export const campaignUnitsSchema = z.object({
  units: z.array(unitProgressSchema),
  /** Units below the city that are not assessed. */
  others: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
});
export type CampaignUnits = z.infer<typeof campaignUnitsSchema>;

export const assignmentInputSchema = z.object({
  userId: z.string().min(1).max(64),
  code: z.string().min(1).max(40).nullable(),
  assessedId: z.uuid().nullable(),
});
export type AssignmentInput = z.infer<typeof assignmentInputSchema>;

export const conflictInputSchema = z.object({
  userId: z.string().min(1).max(64),
  assessedId: z.uuid(),
  reason: z.string().trim().min(3).max(1000),
});
export type ConflictInput = z.infer<typeof conflictInputSchema>;

export const appraiserSchema = z.object({
  userId: z.string(),
  personName: z.string(),
  given: z.int(),
  done: z.int(),
  left: z.int(),
  assignments: z.array(
    z.object({
      id: z.uuid(),
      code: z.string().nullable(),
      assessedId: z.uuid().nullable(),
      unitName: z.string().nullable(),
    }),
  ),
  conflicts: z.array(z.object({ assessedId: z.uuid(), unitName: z.string(), reason: z.string() })),
});
export type Appraiser = z.infer<typeof appraiserSchema>;

export const appraisersSchema = z.object({
  appraisers: z.array(appraiserSchema),
  /** Leaves nobody is assigned to, with how many units. */
  gaps: z.array(z.object({ code: z.string(), title: z.string(), units: z.int() })),
});
export type Appraisers = z.infer<typeof appraisersSchema>;

const resultSchema = z.object({
  assessedId: z.uuid(),
  unitName: z.string(),
  points: z.int(),
  fields: z.record(z.string(), z.int()),
});
export const publicationSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  decision: decisionPaperSchema,
  reason: z.string(),
  publishedBy: z.string(),
  publishedAt: z.string(),
  /** From the most points to the fewest. */
  results: z.array(resultSchema),
  /** Units of the campaign that never handed in. */
  notSubmitted: z.array(z.string()),
});
export type Publication = z.infer<typeof publicationSchema>;
