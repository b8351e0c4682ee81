/** What a member of the council is there. */
export const SEATS = ['chair', 'vice', 'member', 'secretary'] as const;
export type Seat = (typeof SEATS)[number];

/** How a member voted on a proposal. */
export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** A session of the council, or opinions asked for in writing. */
export const MEETING_KINDS = ['meeting', 'written'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Whether more than half of the council takes part, by being there or by written opinion. */
export function hasQuorum(members: number, present: number): boolean {
  return members > 0 && present * 2 > members;
}

/** Whether a proposal is adopted: more than half of those who take part are for it. */
export function isAdopted(present: number, votes: readonly VoteChoice[]): boolean {
  return votes.filter((vote) => vote === 'for').length * 2 > present;
}

export type Ballot = {
  kind: MeetingKind;
  /** The ids of the present members of the council. */
  members: readonly string[];
  /** Who was there; of written opinions those who gave one take part instead. */
  present: readonly string[];
  /** The newest vote of each person. */
  votes: readonly { userId: string; choice: VoteChoice }[];
};

export type Tally = Record<VoteChoice, number> & {
  /** Members who take part, and all members. */
  present: number;
  members: number;
  hasQuorum: boolean;
  isAdopted: boolean;
};

/**
 * Counts the votes on a proposal. Only votes of members who take part count. Whoever must leave this proposal
 * to others still counts among those present, so a few cannot decide what most have to stand back from.
 */
export function tallyVotes({ kind, members, present, votes }: Ballot): Tally {
  const ofMembers = votes.filter(({ userId }) => members.includes(userId));
  const taking =
    kind === 'written'
      ? ofMembers.map(({ userId }) => userId)
      : members.filter((userId) => present.includes(userId));
  const counted = ofMembers.filter(({ userId }) => taking.includes(userId)).map(({ choice }) => choice);
  const count = (choice: VoteChoice) => counted.filter((each) => each === choice).length;
  const quorum = hasQuorum(members.length, taking.length);
  return {
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    present: taking.length,
    members: members.length,
    hasQuorum: quorum,
    isAdopted: quorum && isAdopted(taking.length, counted),
  };
}

export type VoteRefusal =
  | { kind: 'not_a_member' }
  | { kind: 'meeting_closed' }
  | { kind: 'item_withdrawn' }
  | { kind: 'item_recorded' }
  | { kind: 'not_present' }
  | { kind: 'ruled_on_it' }
  | { kind: 'own_unit' };

/** What stands against a person voting on a proposal; undefined when nothing does. */
export function refuseVote(asked: {
  isMember: boolean;
  isClosed: boolean;
  isWithdrawn: boolean;
  /** The decision was recorded: the votes it rests on stay as they were. */
  isRecorded: boolean;
  kind: MeetingKind;
  isPresent: boolean;
  /** Ruled on this leaf of this unit as an appraiser. */
  hasRuled: boolean;
  /** Belongs to the unit the proposal is about. */
  isOwnUnit: boolean;
}): VoteRefusal | undefined {
  if (!asked.isMember) return { kind: 'not_a_member' };
  if (asked.isClosed) return { kind: 'meeting_closed' };
  if (asked.isWithdrawn) return { kind: 'item_withdrawn' };
  if (asked.isRecorded) return { kind: 'item_recorded' };
  if (asked.kind === 'meeting' && !asked.isPresent) return { kind: 'not_present' };
  if (asked.isOwnUnit) return { kind: 'own_unit' };
  return asked.hasRuled ? { kind: 'ruled_on_it' } : undefined;
}
