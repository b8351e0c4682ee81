import { z } from 'zod';
import { EVIDENCE_KINDS } from '#core/evidence/evidence-words.ts';
import { evaluationSchema } from '#core/scoring/evaluation.ts';
import { CLAIM_STATES, LEAF_SCORERS } from './assessment-words.ts';

/** A piece of proof exactly as it was claimed with: this version of the file, this page, this section. */
export const claimedProofSchema = z.object({
  evidenceId: z.uuid(),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  text: z.string(),
  /** Number and symbol of the document ("05/KH-UBND"), its day and issuer, where they are known. */
  number: z.string(),
  issuedOn: z.string().nullable(),
  issuer: z.string(),
  file: z
    .object({ fileName: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
    .nullable(),
  page: z.int().nullable(),
  section: z.string(),
  note: z.string(),
});
export type ClaimedProof = z.infer<typeof claimedProofSchema>;

/** One bonus the unit asks for, or one penalty it owns up to: points in hundredths, always positive here. */
export const bonusClaimSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  points: z.int().positive(),
  evidenceId: z.uuid().nullable(),
  page: z.int().nullable(),
  section: z.string(),
});
export type BonusClaim = z.infer<typeof bonusClaimSchema>;

/** All a unit claims for one leaf: what is bound to every later decision by its fingerprint. */
export const claimContentSchema = z.object({
  code: z.string(),
  /** Hundredths; what the leaf comes to by its rule, or as typed. */
  points: z.int(),
  evaluation: evaluationSchema.nullable(),
  /** The reason given with points typed by hand or "không áp dụng". */
  typedReason: z.string(),
  proofs: z.array(claimedProofSchema),
  bonusClaims: z.array(bonusClaimSchema),
});
export type ClaimContent = z.infer<typeof claimContentSchema>;

/** One leaf in the unit's own part of an assessment. */
export const leafClaimSchema = z.object({
  code: z.string(),
  title: z.string(),
  maxPoints: z.int(),
  scoredBy: z.enum(LEAF_SCORERS),
  state: z.enum(CLAIM_STATES),
  /** As declared, and as accepted at the review; null before. */
  selfPoints: z.int().nullable(),
  reviewPoints: z.int().nullable(),
  /** What was declared, accepted or returned no longer is what stands now. */
  isChangedSince: z.boolean(),
  declaredBy: z.string().nullable(),
  declaredAt: z.string().nullable(),
  /** Why it was returned, the last time it was. */
  returnReason: z.string(),
  version: z.int(),
});

/**
 * The text a fingerprint is taken of: everything the claim rests on, in a fixed order, nothing that may
 * change without meaning (titles of files, the moment of evaluation).
 */
export function fingerprintText({
  code,
  points,
  evaluation,
  typedReason,
  proofs,
  bonusClaims,
}: ClaimContent): string {
  const measure = evaluation && [
    evaluation.status,
    evaluation.ruleVersion,
    evaluation.inputs.map(({ key, value }) => [key, value]),
  ];
  const proof = proofs
    .map(({ evidenceId, file, text, page, section }) => [evidenceId, file?.sha256 ?? '', text, page, section])
    .sort();
  const bonus = bonusClaims.map(({ id, points: asked, evidenceId, page, section }) => [
    id,
    asked,
    evidenceId,
    page,
    section,
  ]);
  return JSON.stringify([code, points, measure, typedReason, proof, bonus]);
}
