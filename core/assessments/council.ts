/** How a member voted on a proposal. */
export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** Whether more than half of the council takes part, by being there or by written opinion. */
export function hasQuorum(members: number, present: number): boolean {
  return members > 0 && present * 2 > members;
}

/** Whether a proposal is adopted: more than half of those who take part are for it. */
export function isAdopted(present: number, votes: readonly VoteChoice[]): boolean {
  return votes.filter((vote) => vote === 'for').length * 2 > present;
}
