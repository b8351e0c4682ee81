import { z } from 'zod';
import { LEAF_SCORERS } from './assessment-words.ts';
import { bonusClaimSchema, claimContentSchema, claimedProofSchema } from './leaf-claim.ts';
import { MOVES } from './moves.ts';
import { reasonSchema, rulingInputSchema, rulingSchema } from './ruling.ts';
import { PHASES } from './stages.ts';

/** How a leaf of a unit stands in a round. `raised` gives points back, `entered` gives the first points. */
export const RULED_STATES = ['open', 'kept', 'cut', 'raised', 'entered', 'asked'] as const;
export type RuledState = (typeof RULED_STATES)[number];

/** How a ruling reads at a glance; what waits for an answer comes before what was cut. */
export function ruledState(
  ruling: { from: number | null; points: number; question: string } | null,
): RuledState {
  if (ruling === null) return 'open';
  if (ruling.question !== '') return 'asked';
  if (ruling.from === null) return 'entered';
  if (ruling.points === ruling.from) return 'kept';
  return ruling.points < ruling.from ? 'cut' : 'raised';
}

/** A ruling as it is sent: with the ruling of the same round it was made in sight of; null for none. */
export const appraisalInputSchema = rulingInputSchema.extend({ previousId: z.uuid().nullable() });
export type AppraisalInput = z.infer<typeof appraisalInputSchema>;

/** A column of points for leaves the city enters; the source of all of them, or of one, in `note`. */
export const enteredColumnSchema = z.object({
  note: z.string().trim().max(4000).default(''),
  rows: z
    .array(
      z.object({
        unitId: z.uuid(),
        points: z.int().min(-10_000).max(10_000),
        note: z.string().trim().max(4000).default(''),
        previousId: z.uuid().nullable(),
      }),
    )
    .min(1)
    .max(1000),
});
export type EnteredColumn = z.infer<typeof enteredColumnSchema>;

const sentence = z.object({ kind: z.string(), vi: z.string(), en: z.string() });
/** Why a move is not possible now, in both languages; null when it is. */
export const moveStateSchema = z.object({
  move: z.enum(Object.keys(MOVES) as [keyof typeof MOVES]),
  refusal: sentence.nullable(),
});

export const columnOutcomeSchema = z.object({
  kept: z.int(),
  unchanged: z.int(),
  faults: z.array(z.object({ unitId: z.string(), problem: sentence })),
});
export type ColumnOutcome = z.infer<typeof columnOutcomeSchema>;

const campaignLineSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.int(),
  phase: z.enum(PHASES),
  appraiseUntil: z.string().nullable(),
});
const roundSchema = z.enum(['appraisal_1', 'appraisal_2']);

/** What one appraiser has to do in a campaign: leaves with how many units are where. */
export const myAppraisalSchema = z.object({
  campaign: campaignLineSchema,
  round: roundSchema,
  isNarrow: z.boolean(),
  leaves: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      maxPoints: z.int(),
      scoredBy: z.enum(LEAF_SCORERS),
      submitted: z.int(),
      /** To be ruled on in this round: all in the first, in the second those that answered. */
      due: z.int(),
      ruled: z.int(),
      cut: z.int(),
      asked: z.int(),
    }),
  ),
});
export type MyAppraisal = z.infer<typeof myAppraisalSchema>;

/** One unit in the list beside a leaf. All points in hundredths. */
export const appraisedUnitSchema = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  /** As the officer declared it, and as the unit handed it in; null where the city gives the points. */
  selfPoints: z.int().nullable(),
  claimedPoints: z.int().nullable(),
  lastPoints: z.int().nullable(),
  proofs: z.int(),
  /** What stands now, and before this round; null while nobody has given points. */
  points: z.int().nullable(),
  from: z.int().nullable(),
  rulingId: z.uuid().nullable(),
  state: z.enum(RULED_STATES),
  judgedBy: z.string().nullable(),
  /** Whether this round waits for a ruling on it, or did. */
  isDue: z.boolean(),
  hasAnswer: z.boolean(),
  /** What was judged is no longer what lies there. */
  isChanged: z.boolean(),
  hasConflict: z.boolean(),
});
export type AppraisedUnit = z.infer<typeof appraisedUnitSchema>;

/** One leaf across all units that submitted and may be seen. */
export const appraisedLeafSchema = z.object({
  campaign: campaignLineSchema,
  round: roundSchema,
  leaf: z.object({
    code: z.string(),
    title: z.string(),
    maxPoints: z.int(),
    scoredBy: z.enum(LEAF_SCORERS),
  }),
  units: z.array(appraisedUnitSchema),
  notSubmitted: z.int(),
  move: moveStateSchema,
  /** Reasons the person gave on this leaf before, newest first, each once. */
  ownReasons: z.array(reasonSchema.pick({ cause: true, text: true })),
});
export type AppraisedLeaf = z.infer<typeof appraisedLeafSchema>;

const cityRulingSchema = rulingSchema.extend({ round: z.string() });
export type CityRuling = z.infer<typeof cityRulingSchema>;

/** Everything of one leaf of one unit, as it lies before whoever rules. */
export const appraisedClaimSchema = z.object({
  unit: appraisedUnitSchema,
  content: claimContentSchema.extend({ bonusClaims: z.array(bonusClaimSchema) }).nullable(),
  /** Why the unit itself took points off what its officer declared. */
  reviewReasons: z.array(reasonSchema),
  /** All rulings of all rounds, oldest first. */
  rulings: z.array(cityRulingSchema),
  answer: z
    .object({
      text: z.string(),
      askedPoints: z.int().nullable(),
      proofs: z.array(claimedProofSchema),
      sentBy: z.string(),
      sentAt: z.string(),
    })
    .nullable(),
  /** What became of the same code in the campaign before. */
  lastYear: z
    .object({ year: z.int(), points: z.int().nullable(), reasons: z.array(reasonSchema), note: z.string() })
    .nullable(),
  /** What is sent back as `judged`. */
  fingerprint: z.string(),
  move: moveStateSchema,
});
export type AppraisedClaim = z.infer<typeof appraisedClaimSchema>;
