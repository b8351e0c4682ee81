// Apart from the schemas, so that a page can list these words without carrying a validator.

/** How a leaf gets its points: by the unit itself, by sociological survey (ĐTXHH), bonus or penalty. */
export const SCORED_BY = ['self', 'survey', 'bonus', 'penalty'] as const;
