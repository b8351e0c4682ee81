import { z } from 'zod';
import { ownerSchema } from '#core/criteria/annex-row.ts';
import { completenessSchema } from '#core/evidence/evidence.ts';
import { CLAIM_STATES } from './assessment-words.ts';
import { campaignCalendarSchema, decisionPaperSchema } from './campaign.ts';
import { bonusClaimSchema, claimContentSchema, leafClaimSchema } from './leaf-claim.ts';
import { reasonSchema } from './ruling.ts';
import { PHASES, STAGES, UNIT_STAGES } from './stages.ts';

/** A move with what stands against it now, in both languages; null where it may be made. */
export const offeredMoveSchema = z.object({
  move: z.string(),
  refusal: z.object({ kind: z.string(), vi: z.string(), en: z.string() }).nullable(),
});
export type OfferedMove = z.infer<typeof offeredMoveSchema>;

/** One leaf of the campaign in the unit's own part, beside what the plan knows of it now. */
export const claimRowSchema = leafClaimSchema.extend({
  /** Whether the unit itself claims it; else a survey, the appraisers or an outside index give its points. */
  isClaimed: z.boolean(),
  /** The row of the plan; null where the plan has no such leaf. */
  criterionId: z.uuid().nullable(),
  /** The maximum in the plan where it is another one. */
  planMaxPoints: z.int().nullable(),
  owners: z.array(ownerSchema),
  /** Whether one of the departments answering for it is the person's own. */
  isMine: z.boolean(),
  /** What it comes to now; null while nobody knows. */
  livePoints: z.int().nullable(),
  lastPoints: z.int().nullable(),
  proof: completenessSchema.shape.state,
  proofs: z.int(),
  /** The fingerprint of what stands now, and of what was declared. */
  fingerprint: z.string(),
  declaredFingerprint: z.string().nullable(),
  moves: z.array(offeredMoveSchema),
});
export type ClaimRow = z.infer<typeof claimRowSchema>;

/** Points of all leaves, or of one field of the criteria: what was claimed, reviewed, reached last year. */
export const claimTotalsSchema = z.object({
  maxPoints: z.int(),
  livePoints: z.int(),
  selfPoints: z.int(),
  reviewPoints: z.int(),
  lastPoints: z.int(),
  leaves: z.int(),
  /** Leaves the unit claims, by how they stand; those it does not claim are in none. */
  states: z.record(z.enum(CLAIM_STATES), z.int()),
  changed: z.int(),
});
export type ClaimTotals = z.infer<typeof claimTotalsSchema>;

export const handedInSchema = z.object({
  number: z.int(),
  points: z.int(),
  submittedBy: z.string(),
  submittedAt: z.string(),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
});

/** A unit's assessment in a campaign, or how it would start: `assessment` is null until it is opened. */
export const assessmentPageSchema = z.object({
  /** Every campaign the unit takes part in, newest first. */
  campaigns: z.array(z.object({ id: z.uuid(), year: z.int(), title: z.string() })),
  campaign: z
    .object({
      id: z.uuid(),
      year: z.int(),
      title: z.string(),
      phase: z.enum(PHASES),
      decision: decisionPaperSchema,
      calendar: campaignCalendarSchema,
    })
    .nullable(),
  assessment: z.object({ id: z.uuid(), stage: z.enum(UNIT_STAGES), version: z.int() }).nullable(),
  stage: z.enum(STAGES).nullable(),
  /** The last day to claim, and a later one a document allows. */
  clock: z.object({ until: z.string(), graceUntil: z.string().nullable() }).nullable(),
  today: z.string(),
  /** Whether there is a live plan of the campaign's year to fill the leaves from. */
  hasPlan: z.boolean(),
  moves: z.array(offeredMoveSchema),
  rows: z.array(claimRowSchema),
  fields: z.array(claimTotalsSchema.extend({ code: z.string(), title: z.string() })),
  totals: claimTotalsSchema,
  submissions: z.array(handedInSchema),
});
export type AssessmentPage = z.infer<typeof assessmentPageSchema>;

export const claimMoveSchema = z.object({
  id: z.uuid(),
  move: z.string(),
  points: z.int().nullable(),
  reasons: z.array(reasonSchema),
  reason: z.string(),
  movedBy: z.string(),
  movedAt: z.string(),
});

/** One leaf: what would be claimed now beside what was declared, and every move of it. */
export const claimLeafSchema = z.object({
  row: claimRowSchema,
  now: claimContentSchema,
  declared: claimContentSchema.nullable(),
  bonusClaims: z.array(bonusClaimSchema.extend({ version: z.int() })),
  reviewReasons: z.array(reasonSchema),
  history: z.array(claimMoveSchema),
  /** Titles of the fields and criteria above it, the widest first. */
  above: z.array(z.object({ code: z.string(), title: z.string() })),
});
export type ClaimLeaf = z.infer<typeof claimLeafSchema>;

const versionSchema = z.int().min(1);
const fingerprintSchema = z.string().max(128);
const reasonTextSchema = z.string().trim().max(2000).default('');

/** `judged`: the fingerprint of what the person saw; refused when something else stands now. */
export const declareInputSchema = z.object({ version: versionSchema, judged: fingerprintSchema });
export const takeBackInputSchema = z.object({ version: versionSchema });
export const acceptInputSchema = z.object({
  version: versionSchema,
  judged: fingerprintSchema,
  /** Fewer points than declared, in hundredths; left out, those declared. */
  points: z.int().min(-10_000).max(10_000).nullable().default(null),
  reasons: z.array(reasonSchema).max(20).default([]),
});
export const withReasonSchema = z.object({ version: versionSchema, reason: reasonTextSchema });
export type AcceptInput = z.input<typeof acceptInputSchema>;

/** Leaves dealt with at once, each as the person saw it. */
export const manyLeavesSchema = z.object({
  leaves: z
    .array(z.object({ code: z.string().max(40), version: versionSchema, judged: fingerprintSchema }))
    .min(1)
    .max(500),
});
/** What came of it: those kept, and those refused with the reason. */
export const manyMovedSchema = z.object({
  moved: z.array(z.string()),
  refused: z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() })),
});
export type ManyMoved = z.infer<typeof manyMovedSchema>;

export const bonusInputSchema = z.object({
  title: z.string().trim().min(3).max(500),
  /** Hundredths, positive for a penalty too. */
  points: z.int().min(1).max(10_000),
  evidenceId: z.uuid().nullable().default(null),
  page: z.int().min(1).max(100_000).nullable().default(null),
  section: z.string().trim().max(200).default(''),
});
export type BonusInput = z.infer<typeof bonusInputSchema>;
