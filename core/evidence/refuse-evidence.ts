import { isDay } from '#core/deadlines/days.ts';
import type { Evidence, EvidenceDecision, NewEvidence } from './evidence.ts';

export type EvidenceRefusal =
  | { kind: 'secrets_not_denied'; field: 'isFreeOfSecrets' }
  | { kind: 'file_needed'; field: 'uploadId' }
  | { kind: 'file_not_expected'; field: 'uploadId' }
  | { kind: 'text_needed'; field: 'text' }
  | { kind: 'link_needed'; field: 'links' }
  | { kind: 'linked_already'; field: 'links' }
  | { kind: 'day_unknown'; field: 'effectiveOn' | 'metadata.issuedDate' }
  | { kind: 'reason_needed'; field: 'reason' }
  | { kind: 'own_evidence' }
  | { kind: 'evidence_decided' }
  | { kind: 'evidence_replaced' };

type Standing = Pick<Evidence, 'kind' | 'status'> & { isReplaced: boolean };

/** Refuses a new piece of evidence that cannot prove anything or may not be kept. */
export function refuseNewEvidence(input: NewEvidence): EvidenceRefusal | undefined {
  if (!input.isFreeOfSecrets) return { kind: 'secrets_not_denied', field: 'isFreeOfSecrets' };
  if (input.kind === 'document') {
    if (input.uploadId === null) return { kind: 'file_needed', field: 'uploadId' };
  } else {
    if (input.uploadId !== null) return { kind: 'file_not_expected', field: 'uploadId' };
    if (input.links.length === 0 && input.replaces === null) return { kind: 'link_needed', field: 'links' };
  }
  const targets = new Set(input.links.map(({ target, targetId }) => `${target} ${targetId}`));
  if (targets.size < input.links.length) return { kind: 'linked_already', field: 'links' };
  return refuseWords(input);
}

/** Refuses words and days that would leave a statement empty or name a day that is none. */
function refuseWords({
  kind,
  text,
  metadata,
  effectiveOn,
}: Pick<NewEvidence, 'kind' | 'text' | 'metadata' | 'effectiveOn'>): EvidenceRefusal | undefined {
  if (kind !== 'document' && text === '') return { kind: 'text_needed', field: 'text' };
  if (effectiveOn !== null && !isDay(effectiveOn)) return { kind: 'day_unknown', field: 'effectiveOn' };
  return metadata.issuedDate !== null && !isDay(metadata.issuedDate)
    ? { kind: 'day_unknown', field: 'metadata.issuedDate' }
    : undefined;
}

/** Refuses to change what somebody has accepted or a newer version has replaced. */
export function refuseChange(
  kept: Standing,
  input: Pick<NewEvidence, 'text' | 'metadata' | 'effectiveOn'>,
): EvidenceRefusal | undefined {
  if (kept.isReplaced) return { kind: 'evidence_replaced' };
  if (kept.status === 'accepted') return { kind: 'evidence_decided' };
  return refuseWords({ kind: kept.kind, ...input });
}

/** Refuses to take away what somebody has decided on: it stays, as the decision does. */
export function refuseRemoval(kept: Standing): EvidenceRefusal | undefined {
  if (kept.isReplaced) return { kind: 'evidence_replaced' };
  return kept.status === 'waiting' ? undefined : { kind: 'evidence_decided' };
}

/**
 * Four eyes: whoever added a piece or changed its words does not decide on it. A return says why, so
 * that it can be mended.
 */
export function refuseDecision(
  kept: Pick<Standing, 'isReplaced'>,
  input: Pick<EvidenceDecision, 'status' | 'reason'>,
  contributors: readonly string[],
  userId: string,
): EvidenceRefusal | undefined {
  if (kept.isReplaced) return { kind: 'evidence_replaced' };
  if (contributors.includes(userId)) return { kind: 'own_evidence' };
  return input.status === 'returned' && input.reason === ''
    ? { kind: 'reason_needed', field: 'reason' }
    : undefined;
}

export type EvidenceWarning = 'effective_after_year' | 'issued_after_year' | 'signature_broken';

/** What a person should look at before relying on a document for a year; none of it is forbidden. */
export function warnOfEvidence(
  { effectiveOn, metadata, signatures }: Pick<Evidence, 'effectiveOn' | 'metadata' | 'signatures'>,
  year: number,
): EvidenceWarning[] {
  const lastDay = `${year}-12-31`;
  const warnings: [isSo: boolean, warning: EvidenceWarning][] = [
    [effectiveOn !== null && effectiveOn > lastDay, 'effective_after_year'],
    [metadata.issuedDate !== null && metadata.issuedDate > lastDay, 'issued_after_year'],
    [signatures.some(({ isWhole }) => !isWhole), 'signature_broken'],
  ];
  return warnings.filter(([isSo]) => isSo).map(([, warning]) => warning);
}
