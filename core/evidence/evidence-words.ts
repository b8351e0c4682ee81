// Apart from the schemas, so that a page can list these words without carrying a validator.

/**
 * What proves a leaf: a document; the statement that nothing arose (xác nhận không phát sinh); the
 * explanation that has to stand where there is no document (giải trình).
 */
export const EVIDENCE_KINDS = ['document', 'nothing_arose', 'explanation'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_STATUSES = ['waiting', 'accepted', 'returned'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

export const EVIDENCE_TARGETS = ['criterion', 'task', 'register_row'] as const;
export type EvidenceTarget = (typeof EVIDENCE_TARGETS)[number];
