import type { Hundredths } from '#core/points.ts';
import type { Scorer } from '#core/scoring/families.ts';
import type { Completeness } from './evidence.ts';
import type { EvidenceKind, EvidenceStatus } from './evidence-words.ts';

export type LeafToProve = {
  criterionId: string;
  code: string;
  /** How many papers the rule asks for. */
  asked: number;
  /** Points as they stand; null while the leaf has none. */
  points: Hundredths | null;
  scoredBy: Scorer;
};

/**
 * How well a leaf is proved by the evidence linked to it. A leaf claims points when it has some and the
 * unit scores it: a survey is answered by others and is not the unit's to prove. A claim with no
 * document, statement or explanation that still stands must be explained, as the city asks of every
 * criterion without tài liệu kiểm chứng.
 */
export function completenessOf(
  { criterionId, code, asked, points, scoredBy }: LeafToProve,
  linked: readonly { kind: EvidenceKind; status: EvidenceStatus }[],
): Completeness {
  const papers = linked.filter(({ kind }) => kind !== 'explanation');
  const count = (status: EvidenceStatus) => papers.filter((paper) => paper.status === status).length;
  const returned = count('returned');
  const standing = papers.length - returned;
  const isExplained = linked.some(({ kind, status }) => kind === 'explanation' && status !== 'returned');
  const isClaimed = points !== null && points > 0 && scoredBy !== 'survey';
  const state = !isClaimed
    ? 'nothing_claimed'
    : standing >= Math.max(1, asked) && returned === 0
      ? 'full'
      : standing > 0
        ? 'partial'
        : isExplained
          ? 'explained'
          : 'needs_explanation';
  return {
    criterionId,
    code,
    asked,
    given: papers.length,
    accepted: count('accepted'),
    returned,
    isExplained,
    state,
  };
}
