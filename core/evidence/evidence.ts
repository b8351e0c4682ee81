import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { EVIDENCE_KINDS, EVIDENCE_STATUSES, EVIDENCE_TARGETS } from './evidence-words.ts';

/** What identifies an official document, by the names of Nghị định 30/2020/NĐ-CP, phụ lục VI. */
export const documentMetadataSchema = z.object({
  /** Số: "05". */
  codeNumber: z.string().trim().max(11).default(''),
  /** Ký hiệu: "KH-UBND". */
  codeNotation: z.string().trim().max(30).default(''),
  issuedDate: daySchema.nullable().default(null),
  /** Cơ quan ban hành. */
  organName: z.string().trim().max(200).default(''),
  /** Tên loại: "Kế hoạch". */
  typeName: z.string().trim().max(100).default(''),
  /** Trích yếu. */
  subject: z.string().trim().max(500).default(''),
  /** Người ký, with the post above the name. */
  fullName: z.string().trim().max(120).default(''),
  position: z.string().trim().max(120).default(''),
  pageAmount: z.int().min(0).max(100_000).nullable().default(null),
});
export type DocumentMetadata = z.infer<typeof documentMetadataSchema>;

/** A digital signature found in a file: presence and who signed; `isWhole`: nothing was changed after it. */
export const signatureSchema = z.object({
  signer: z.string(),
  issuer: z.string(),
  signedAt: z.string().nullable(),
  isWhole: z.boolean(),
});
export type Signature = z.infer<typeof signatureSchema>;

/** Where in a document the proof of one target stands. */
export const anchorSchema = z.object({
  page: z.int().min(1).max(100_000).nullable(),
  /** "mục II.2", "Điều 3". */
  section: z.string().trim().max(200),
  note: z.string().trim().max(1000),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const evidenceLinkSchema = anchorSchema.extend({
  id: z.uuid(),
  target: z.enum(EVIDENCE_TARGETS),
  targetId: z.uuid(),
  /** What the target is called: "VII.2.2 Văn bản điện tử…", a task's words, a register row's first cells. */
  targetTitle: z.string(),
});
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;

export const evidenceFileSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

export const evidenceSchema = z.object({
  id: z.uuid(),
  year: z.int(),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  /** The words of a statement or an explanation; a remark on a document. */
  text: z.string(),
  file: evidenceFileSchema.nullable(),
  metadata: documentMetadataSchema,
  signatures: z.array(signatureSchema),
  /** From when it may prove something; null when the document says nothing else than its date. */
  effectiveOn: daySchema.nullable(),
  status: z.enum(EVIDENCE_STATUSES),
  decision: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  links: z.array(evidenceLinkSchema),
  /** Earlier versions of the same document, newest first. */
  earlier: z.array(z.object({ id: z.uuid(), fileName: z.string(), sha256: z.string(), addedAt: z.string() })),
  departmentId: z.uuid().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  version: z.int(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Something already kept that looks like the same document. */
export const likenessSchema = z.object({
  because: z.enum(['same_file', 'same_number']),
  evidenceId: z.uuid(),
  title: z.string(),
});
export type Likeness = z.infer<typeof likenessSchema>;

/** What a file, once received, was found to be: to be confirmed by a person before it becomes evidence. */
export const receivedFileSchema = z.object({
  uploadId: z.uuid(),
  file: evidenceFileSchema,
  metadata: documentMetadataSchema,
  signatures: z.array(signatureSchema),
  /** Words of secrecy found in it ("MẬT"): it may not be kept here. */
  secrecy: z.array(z.string()),
  alike: z.array(likenessSchema),
});
export type ReceivedFile = z.infer<typeof receivedFileSchema>;

export const newLinkSchema = anchorSchema.extend({
  target: z.enum(EVIDENCE_TARGETS),
  targetId: z.uuid(),
});
export type NewLink = z.infer<typeof newLinkSchema>;

export const newEvidenceSchema = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  /** The received file of a document; none for a statement or an explanation. */
  uploadId: z.uuid().nullable(),
  title: z.string().trim().min(3).max(500),
  text: z.string().trim().max(8000).default(''),
  metadata: documentMetadataSchema,
  effectiveOn: daySchema.nullable().default(null),
  /** The person's word that it holds no state secret; refused without it. */
  isFreeOfSecrets: z.boolean(),
  /** The document this is a newer version of; its links move to the newer one. */
  replaces: z.uuid().nullable().default(null),
  departmentId: z.uuid().nullable().default(null),
  links: z.array(newLinkSchema).max(100),
});
export type NewEvidence = z.infer<typeof newEvidenceSchema>;

export const evidenceChangeSchema = newEvidenceSchema
  .pick({ title: true, text: true, metadata: true, effectiveOn: true })
  .extend({ version: z.int() });
export type EvidenceChange = z.infer<typeof evidenceChangeSchema>;

export const evidenceDecisionSchema = z
  .object({
    status: z.enum(['accepted', 'returned']),
    reason: z.string().trim().max(2000).default(''),
    version: z.int(),
  })
  .describe('a return needs a reason');
export type EvidenceDecision = z.infer<typeof evidenceDecisionSchema>;

/** How well a leaf is proved: asked for, given, accepted; `isExplained` where words stand in for a document. */
export const completenessSchema = z.object({
  criterionId: z.uuid(),
  code: z.string(),
  asked: z.int(),
  given: z.int(),
  accepted: z.int(),
  returned: z.int(),
  isExplained: z.boolean(),
  /** `full`: as many documents as asked for, none returned; `needs_explanation`: points are claimed, nothing stands behind them. */
  state: z.enum(['full', 'partial', 'explained', 'needs_explanation', 'nothing_claimed']),
});
export type Completeness = z.infer<typeof completenessSchema>;

/** An upload in progress: how many bytes have safely arrived, so that a broken one goes on where it stopped. */
export const uploadSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  size: z.int(),
  received: z.int(),
});
export type UploadState = z.infer<typeof uploadSchema>;

export const newUploadSchema = z.object({
  fileName: z.string().trim().min(1).max(200),
  /** In bytes; how large a file may be is the server's to say. */
  size: z.int().min(0),
});
