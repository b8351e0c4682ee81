import type { Completeness } from '#core/evidence/evidence.ts';
import { type Hundredths, sumPoints } from '#core/points.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import { type ClaimState, isClaimedByUnit, type LeafScorer } from './assessment-words.ts';
import type { BonusClaim } from './leaf-claim.ts';
import type { FactsOf } from './moves.ts';
import { type RulingRefusal, rangeOf, refuseRuling } from './refuse-ruling.ts';
import type { Reason } from './ruling.ts';

/** One leaf of the unit's own part, as far as its moves ask. People are named by the id of their account. */
export type ClaimedLeaf = {
  code: string;
  scoredBy: LeafScorer;
  maxPoints: Hundredths;
  state: ClaimState;
  selfPoints: Hundredths | null;
  /** The fingerprint of what was declared; null before. */
  declared: string | null;
  declaredBy: string | null;
  reviewedBy: string | null;
  /** Who asked for the bonuses and penalties on it: it is their claim too. */
  bonusBy: readonly string[];
  /** What stands now: its fingerprint, its points (null while nobody knows them), and what proves it. */
  now: { fingerprint: string; points: Hundredths | null; proof: Completeness['state'] };
};

/**
 * What a leaf comes to if it is claimed now, in hundredths: by its rule or as typed, held to the range of
 * the campaign; bonus claims together up to the maximum; penalties taken off. A leaf taken out as not
 * applicable and one the plan does not have (`evaluation` null) claim nothing. Null while nobody knows.
 */
export function pointsToClaim(
  { scoredBy, maxPoints }: Pick<ClaimedLeaf, 'scoredBy' | 'maxPoints'>,
  evaluation: Pick<Evaluation, 'status' | 'points'> | null,
  bonusClaims: readonly Pick<BonusClaim, 'points'>[],
): Hundredths | null {
  const { least, most } = rangeOf(scoredBy, maxPoints);
  const held = (points: Hundredths) => Math.max(least, Math.min(most, points));
  const asked = sumPoints(bonusClaims.map(({ points }) => points));
  if (scoredBy === 'bonus') return held(asked);
  if (scoredBy === 'penalty') return asked === 0 ? 0 : held(-asked);
  if (!isClaimedByUnit(scoredBy)) return null;
  if (evaluation === null || evaluation.status === 'removed') return 0;
  return evaluation.points === null ? null : held(evaluation.points);
}

/** Whether what was declared no longer is what stands now. */
export function isChanged({ declared, now }: Pick<ClaimedLeaf, 'declared' | 'now'>): boolean {
  return declared !== null && declared !== now.fingerprint;
}

/** What declaring a leaf asks. */
export function declareFacts(leaf: ClaimedLeaf): FactsOf<'declare'> {
  return {
    claimed_by_unit: isClaimedByUnit(leaf.scoredBy),
    is_open: leaf.state === 'open' || leaf.state === 'returned',
    points_known: leaf.now.points !== null,
    proved_or_explained: leaf.now.proof !== 'needs_explanation',
  };
}

/** What taking a declared leaf back asks: it was not reviewed yet. */
export function takeBackFacts({ state }: Pick<ClaimedLeaf, 'state'>): FactsOf<'take_back'> {
  return { is_declared: state === 'declared' };
}

/**
 * What accepting a leaf asks: it is declared, nothing moved since, it is somebody else's claim, and points
 * taken off have their reasons. `judged` is the fingerprint of what the reviewer looked at.
 */
export function acceptFacts(
  leaf: ClaimedLeaf,
  { by, judged, review }: { by: string; judged: string; review: Review },
): FactsOf<'accept'> {
  return {
    is_declared: leaf.state === 'declared',
    is_fresh: leaf.declared === judged && !isChanged(leaf),
    not_own_claim: !isClaimOf(leaf, by),
    sum_matches: refuseReview(leaf, review) === undefined,
  };
}

/** What returning a leaf asks; an accepted one may be returned too, while the unit still claims. */
export function returnFacts({ state }: Pick<ClaimedLeaf, 'state'>, reason: string): FactsOf<'return'> {
  return { is_declared: state === 'declared' || state === 'accepted', has_reason: reason.trim() !== '' };
}

/** What a reviewer gives a leaf: fewer points than declared with the reasons, or those declared with none. */
export type Review = { points: Hundredths; reasons: readonly Reason[] };

/** Refuses a review that gives more than was declared, or whose reasons do not add up. */
export function refuseReview(
  { scoredBy, maxPoints, selfPoints }: Pick<ClaimedLeaf, 'scoredBy' | 'maxPoints' | 'selfPoints'>,
  { points, reasons }: Review,
): RulingRefusal | undefined {
  const most = selfPoints ?? rangeOf(scoredBy, maxPoints).most;
  if (points > most)
    return { kind: 'points_out_of_range', field: 'points', least: rangeOf(scoredBy, maxPoints).least, most };
  return refuseRuling({ scoredBy, maxPoints }, selfPoints, { points, reasons: [...reasons], note: '' });
}

/** What putting the whole forward asks: every leaf the unit claims is accepted, and as it was then. */
export function putForwardFacts(leaves: readonly ClaimedLeaf[]): FactsOf<'put_forward'> {
  const claimed = leaves.filter(({ scoredBy }) => isClaimedByUnit(scoredBy));
  return { all_accepted: claimed.every(({ state }) => state === 'accepted'), all_fresh: areFresh(claimed) };
}

/** What approving asks of a leader: nothing moved, and nothing in it is their own work. */
export function approveFacts(leaves: readonly ClaimedLeaf[], by: string): FactsOf<'approve'> {
  return {
    all_fresh: areFresh(leaves),
    no_own_claims: leaves.every((leaf) => !isClaimOf(leaf, by) && leaf.reviewedBy !== by),
  };
}

/** What handing in asks. */
export function submitFacts(leaves: readonly ClaimedLeaf[]): FactsOf<'submit'> {
  return { all_fresh: areFresh(leaves) };
}

/** What sending back, reopening and withdrawing ask. */
export function reasonFacts(reason: string): Record<'has_reason', boolean> {
  return { has_reason: reason.trim() !== '' };
}

/** Whether a person had a hand in what is claimed: declared it, or asked for a bonus within it. */
function isClaimOf({ declaredBy, bonusBy }: ClaimedLeaf, by: string): boolean {
  return declaredBy === by || bonusBy.includes(by);
}

function areFresh(leaves: readonly ClaimedLeaf[]): boolean {
  return leaves.every((leaf) => !isChanged(leaf));
}
