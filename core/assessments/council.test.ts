import { describe, expect, it } from 'vitest';
import { type Ballot, hasQuorum, refuseVote, tallyVotes, type VoteChoice } from './council.ts';

const ballot = (
  members: string,
  present: string,
  votes: Record<string, VoteChoice>,
  kind: Ballot['kind'] = 'meeting',
) =>
  tallyVotes({
    kind,
    members: [...members],
    present: [...present],
    votes: Object.entries(votes).map(([userId, choice]) => ({ userId, choice })),
  });

describe('a vote of the council', () => {
  const cases: [string, ReturnType<typeof ballot>, object][] = [
    [
      'is adopted by more than half of those present',
      ballot('abcde', 'abc', { a: 'for', b: 'for' }),
      { hasQuorum: true, isAdopted: true },
    ],
    ['is not adopted by half of them', ballot('abcde', 'abcd', { a: 'for', b: 'for' }), { isAdopted: false }],
    [
      'has no quorum with half of the council',
      ballot('abcd', 'ab', { a: 'for', b: 'for' }),
      { hasQuorum: false, isAdopted: false },
    ],
    [
      'counts an abstention with those present',
      ballot('abc', 'abc', { a: 'for', b: 'abstain', c: 'abstain' }),
      { abstain: 2, isAdopted: false },
    ],
    [
      'leaves out who was absent',
      ballot('abc', 'ab', { a: 'for', b: 'against', c: 'for' }),
      { for: 1, isAdopted: false },
    ],
    [
      'leaves out who is no member any more',
      ballot('abc', 'abx', { a: 'for', x: 'for' }),
      { for: 1, present: 2 },
    ],
    [
      'in writing takes who gave an opinion as present',
      ballot('abcde', '', { a: 'for', b: 'for', c: 'against' }, 'written'),
      { present: 3, hasQuorum: true, isAdopted: true },
    ],
    [
      'in writing needs the opinions of more than half',
      ballot('abcde', 'abcde', { a: 'for', b: 'for' }, 'written'),
      { present: 2, hasQuorum: false },
    ],
    [
      'of a council without members decides nothing',
      ballot('', '', {}),
      { hasQuorum: false, isAdopted: false },
    ],
  ];
  it.each(cases)('%s', (_, tally, expected) => expect(tally).toMatchObject(expected));

  it('has a quorum exactly when more than half take part', () => {
    for (let members = 0; members <= 9; members += 1)
      for (let present = 0; present <= members; present += 1)
        expect(hasQuorum(members, present)).toBe(present > members / 2);
  });
});

describe('who may vote on a proposal', () => {
  const may = {
    isMember: true,
    isClosed: false,
    isWithdrawn: false,
    isRecorded: false,
    kind: 'meeting',
    isPresent: true,
    hasRuled: false,
    isOwnUnit: false,
  } as const;
  const cases: [string, Partial<Parameters<typeof refuseVote>[0]>, string | undefined][] = [
    ['a member who is present', {}, undefined],
    ['nobody from outside', { isMember: false }, 'not_a_member'],
    ['nobody after the meeting', { isClosed: true }, 'meeting_closed'],
    ['nobody on what was withdrawn', { isWithdrawn: true }, 'item_withdrawn'],
    ['nobody once the decision is recorded', { isRecorded: true }, 'item_recorded'],
    ['no member who is absent', { isPresent: false }, 'not_present'],
    ['an absent member in writing', { isPresent: false, kind: 'written' }, undefined],
    ['nobody who belongs to the unit', { isOwnUnit: true }, 'own_unit'],
    ['no appraiser of that leaf', { hasRuled: true }, 'ruled_on_it'],
  ];
  it.each(cases)('%s', (_, change, kind) => expect(refuseVote({ ...may, ...change })?.kind).toBe(kind));
});
