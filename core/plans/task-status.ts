// Apart from the schemas, so that a page can list these words without carrying a validator.

export const TASK_STATUSES = ['not_started', 'in_progress', 'done', 'stuck'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Where a task stands in time today: worked out by core/plans/timeliness.ts, never stored. */
export const TIMELINESS = ['done', 'overdue', 'due_soon', 'later', 'recurring', 'undated'] as const;
export type Timeliness = (typeof TIMELINESS)[number];
