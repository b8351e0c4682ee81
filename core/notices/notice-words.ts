// Apart from the schemas, so that a page can list these words without carrying a validator.

/**
 * As what a person is told of a task: one of the department in charge, the head of that department, the
 * focal officer, a leader of the unit. One person can be several of them.
 */
export const AUDIENCES = ['owner', 'head', 'focal', 'leader'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Why a digest names a task, in the order of urgency: an obstacle waits for this person, the work lies
 * with this department, it is late, it is due, a check of steady work is due, nobody has said anything
 * for long; and, for those who answer for others, it is late or due elsewhere.
 */
export const DIGEST_GROUPS = ['obstacle', 'held', 'late', 'due', 'check', 'silent', 'escalated'] as const;
export type DigestGroup = (typeof DIGEST_GROUPS)[number];

/** The groups of one's own work, answered at once; work others answer for is only looked at. */
export const ANSWERED_GROUPS: readonly DigestGroup[] = ['held', 'late', 'due', 'check', 'silent'];

export const NOTICE_KINDS = ['digest', 'obstacle_raised', 'obstacle_answered', 'test'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const CHANNELS = ['mail', 'push', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What became of something that goes out: waiting, being handed over, taken by the other side, given up
 * with a reason, or unknown because the process ended in the very moment of handing over.
 */
export const DELIVERY_STATES = ['queued', 'handed', 'sent', 'failed', 'unsure'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
