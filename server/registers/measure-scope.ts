import type { LivePlan } from '#server/db/live-plan.ts';

/** The plan whose unit and year are measured, and the day. With `until`, only rows up to that day count, as when a month is closed. */
export type MeasureScope = { plan: LivePlan; today: string; until?: string | undefined };
