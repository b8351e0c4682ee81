import type { AnswerInput, AnswerLine, LeafAnswer } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import type { ClaimedProof } from '#core/assessments/leaf-claim.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { printPoints, readPoints } from '#core/points.ts';

/** An answer as it stands in its form, points as typed. */
export type AnswerDraft = { text: string; asked: string; proofs: readonly DraftProof[] };
export type DraftProof = Pick<ClaimedProof, 'evidenceId' | 'title' | 'number' | 'page' | 'section'>;

/** What the form begins with: what was kept, or nothing. */
export function draftOf(answer: LeafAnswer | null, language: 'vi' | 'en'): AnswerDraft {
  if (!answer) return { text: '', asked: '', proofs: [] };
  const { text, askedPoints, proofs } = answer;
  return { text, asked: askedPoints === null ? '' : printPoints(askedPoints, language), proofs };
}

/** What is sent; undefined while the points typed are none. */
export function inputOf({ text, asked, proofs }: AnswerDraft, version: number): AnswerInput | undefined {
  const askedPoints = asked.trim() === '' ? null : readPoints(asked);
  if (askedPoints === undefined) return undefined;
  return {
    version,
    text: text.trim(),
    askedPoints,
    proofs: proofs.map(({ evidenceId, page, section }) => ({ evidenceId, page, section })),
  };
}

/** A piece from the evidence as it is put with the answer. */
export function proofOf(
  { id, title, metadata }: Evidence,
  { page, section }: Pick<DraftProof, 'page' | 'section'>,
): DraftProof {
  const number = [metadata.codeNumber, metadata.codeNotation].filter((part) => part !== '').join('/');
  return { evidenceId: id, title, number, page, section };
}

/** How far one leaf is with its answer. */
export function stateOf(line: AnswerLine, kind: AnswerKind): 'open' | 'draft' | 'sent' {
  const answer = line[kind];
  if (!answer) return 'open';
  return answer.sentAt === null ? 'draft' : 'sent';
}
