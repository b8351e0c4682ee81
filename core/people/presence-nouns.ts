// Apart from the schemas, so that a page can say it is open without carrying a validator.

import type { Action } from './permissions.ts';

/** What may be open by several people at once, and who may know of whom: what reading it takes. */
export const PRESENCE_NOUNS = {
  criterion: 'plan.read',
  claim: 'assessment.read',
  appraisal: 'appraisal.judge',
  campaign: 'campaign.read',
} as const satisfies Record<string, Action>;
export type PresenceNoun = keyof typeof PRESENCE_NOUNS;

export const HEARTBEAT_SECONDS = 20;
/** Two heartbeats and a little: whoever missed them has gone. */
export const GONE_AFTER_SECONDS = 45;
