// Apart from the schemas, so that a page can list these words without carrying a validator.

export const OBSTACLE_STATUSES = ['open', 'answered', 'settled'] as const;
export type ObstacleStatus = (typeof OBSTACLE_STATUSES)[number];

export const OBSTACLE_VERBS = ['raised', 'forwarded', 'answered', 'reopened', 'settled'] as const;
export type ObstacleVerb = (typeof OBSTACLE_VERBS)[number];

/** Who can be asked to clear an obstacle away: anyone but the department in charge itself. */
export const HELD_UP_BY = ['coordinator', 'approver', 'upper_level'] as const;
export type HeldUpBy = (typeof HELD_UP_BY)[number];
