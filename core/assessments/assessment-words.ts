// Apart from the schemas, so that a page can list these words without carrying a validator.

/** Why a leaf loses points at an appraisal; `granted` gives them back after an explanation. */
export const LOSS_CAUSES = [
  'no_proof',
  'wrong_proof',
  'late',
  'wrong_number',
  'not_met',
  'wrong_rule',
  'granted',
  'other',
] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

/** Who gives the points of a leaf of a campaign first. */
export const LEAF_SCORERS = ['self', 'bonus', 'penalty', 'survey', 'appraiser', 'outside'] as const;
export type LeafScorer = (typeof LEAF_SCORERS)[number];

/** Leaves a unit claims nothing for: the city enters what a survey, an appraiser or an outside index gave. */
export const CITY_SCORERS = ['survey', 'appraiser', 'outside'] as const satisfies readonly LeafScorer[];

/** Whether the unit itself claims the points of such a leaf. */
export function isClaimedByUnit(scoredBy: LeafScorer): boolean {
  return !CITY_SCORERS.some((scorer) => scorer === scoredBy);
}

/** How a leaf stands in the unit's own part. */
export const CLAIM_STATES = ['open', 'declared', 'accepted', 'returned'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
