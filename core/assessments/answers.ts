import { z } from 'zod';
import { ownerSchema } from '#core/criteria/annex-row.ts';
import type { Hundredths } from '#core/points.ts';
import { LEAF_SCORERS, LOSS_CAUSES } from './assessment-words.ts';
import { campaignSchema } from './campaign.ts';
import type { Clock } from './clock.ts';
import { claimContentSchema, claimedProofSchema } from './leaf-claim.ts';
import { rulingSchema } from './ruling.ts';
import { STAGES } from './stages.ts';

/** What a unit writes to a cut or a question, or against a result. `version` 0 while there is no answer yet. */
export const answerInputSchema = z.object({
  version: z.int().min(0),
  text: z.string().trim().max(10_000),
  /** The points the unit asks for, in hundredths; null when it asks for none. */
  askedPoints: z.int().min(-10_000).max(10_000).nullable().default(null),
  proofs: z
    .array(
      z.object({
        evidenceId: z.uuid(),
        page: z.int().min(1).max(100_000).nullable().default(null),
        section: z.string().trim().max(200).default(''),
      }),
    )
    .max(50)
    .default([]),
});
export type AnswerInput = z.input<typeof answerInputSchema>;

export const answerSendSchema = z.object({ version: z.int().min(1) });

export const leafAnswerSchema = z.object({
  text: z.string(),
  askedPoints: z.int().nullable(),
  proofs: z.array(claimedProofSchema),
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** Null for a draft. */
  sentBy: z.string().nullable(),
  sentAt: z.string().nullable(),
  version: z.int(),
  /** What it answers was ruled anew since it was written. */
  isRulingChanged: z.boolean(),
});
export type LeafAnswer = z.infer<typeof leafAnswerSchema>;

/** A move with what stands against it now, in both languages; null where it may be made. */
const offeredSchema = z.object({
  move: z.enum(['explain', 'send_explanation', 'appeal']),
  refusal: z.object({ kind: z.string(), vi: z.string(), en: z.string() }).nullable(),
});

export const answerLineSchema = z.object({
  code: z.string(),
  title: z.string(),
  maxPoints: z.int(),
  scoredBy: z.enum(LEAF_SCORERS),
  owners: z.array(ownerSchema),
  /** As it was handed in; null for leaves the unit claims nothing for. */
  claimed: claimContentSchema
    .pick({ points: true, typedReason: true, proofs: true, bonusClaims: true })
    .nullable(),
  /** The first appraisal. */
  ruling: rulingSchema.nullable(),
  /** The last ruling the unit may see: what an appeal is against. */
  standing: rulingSchema.nullable(),
  /** Hundredths the first appraisal took away. */
  lostPoints: z.int(),
  explanation: leafAnswerSchema.nullable(),
  appeal: leafAnswerSchema.nullable(),
  moves: z.array(offeredSchema),
});
export type AnswerLine = z.infer<typeof answerLineSchema>;

const leftSchema = z.object({
  until: z.string(),
  graceUntil: z.string().nullable(),
  /** Working days after today up to the last one; 0 on the last day, below 0 when it is over. */
  workingDaysLeft: z.int(),
  isOver: z.boolean(),
});
export type TimeLeft = z.infer<typeof leftSchema>;

/** All a unit has to answer in a campaign, as far as the person may see it. Points in hundredths. */
export const answerPageSchema = z.object({
  campaign: campaignSchema.pick({ id: true, year: true, title: true, phase: true }),
  stage: z.enum(STAGES),
  clocks: z.object({ explain: leftSchema.nullable(), appeal: leftSchema.nullable() }),
  totals: z.object({
    lostPoints: z.int(),
    lines: z.int(),
    asked: z.int(),
    drafts: z.int(),
    sent: z.int(),
    byCause: z.array(z.object({ cause: z.enum(LOSS_CAUSES), points: z.int() })),
  }),
  lines: z.array(answerLineSchema),
});
export type AnswerPage = z.infer<typeof answerPageSchema>;

/** What came of sending all drafts: the page afterwards, and those that stayed drafts with the reason. */
export const sentAllSchema = z.object({
  page: answerPageSchema,
  sent: z.array(z.string()),
  refused: z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() })),
});
export type SentAll = z.infer<typeof sentAllSchema>;

type Ruled = { from: Hundredths | null; points: Hundredths; question: string };

/** Whether a ruling asks for an answer: it took points away, or asks something. */
export function isToAnswer(ruling: Ruled | undefined): boolean {
  if (ruling === undefined) return false;
  return ruling.question !== '' || (ruling.from !== null && ruling.points < ruling.from);
}

/** The last day of a clock, with the grace a document gave. */
export function lastDayOf({ until, graceUntil }: Clock): string {
  return graceUntil !== null && graceUntil > until ? graceUntil : until;
}

/** The text a fingerprint of an answer is taken of: what it says, with the ruling it is said about. */
export function answerText(
  rulingId: string,
  { text, askedPoints, proofs }: Pick<LeafAnswer, 'text' | 'askedPoints' | 'proofs'>,
): string {
  const proof = proofs.map(({ evidenceId, file, text: words, page, section }) => [
    evidenceId,
    file?.sha256 ?? '',
    words,
    page,
    section,
  ]);
  return JSON.stringify([rulingId, text, askedPoints, proof]);
}
