import { describe, expect, it } from 'vitest';
import { campaignCalendarSchema } from './campaign.ts';
import { addCounts, type CampaignState, campaignFacts, type UnitProgress } from './campaign-facts.ts';
import { turnOf } from './turn.ts';

const calendar = campaignCalendarSchema.parse({ claimUntil: '2026-12-20', explainUntil: '2026-12-30' });
const unit = (change: Partial<UnitProgress> = {}): UnitProgress => ({
  ...addCounts([]),
  leaves: 95,
  ruled: 95,
  assessedId: 'a',
  unitName: 'phường A',
  graces: [],
  version: 1,
  submittedAt: '2026-12-10T00:00:00Z',
  submittedBy: 'Lãnh đạo',
  claimedPoints: 9000,
  ...change,
});
const late = unit({ submittedAt: null, leaves: 0, ruled: 0 });
const grace = (clock: 'claim' | 'explain', until: string) => ({
  clock,
  until,
  paper: { number: '1', issuer: '', issuedOn: null },
  givenBy: 'x',
  givenAt: '',
});
const state = (units: UnitProgress[], change: Partial<CampaignState> = {}): CampaignState => ({
  today: '2026-12-21',
  calendar,
  leaves: 95,
  units,
  council: { hasQuorum: true, isListAdopted: true, waiting: 0 },
  hasChanged: false,
  reason: '',
  ...change,
});

describe('what the moves of a campaign ask', () => {
  const cases: [string, CampaignState, object][] = [
    ['all is appraised once nobody may hand in any more', state([unit(), late]), { all_appraised: true }],
    [
      'a unit may still hand in on its last day',
      state([unit(), late], { today: '2026-12-20' }),
      { all_appraised: false },
    ],
    [
      'a unit with more time may still hand in',
      state([unit(), { ...late, graces: [grace('claim', '2026-12-24')] }]),
      { all_appraised: false },
    ],
    [
      'one leaf without a ruling keeps the round closed',
      state([unit({ ruled: 94 })]),
      { all_appraised: false },
    ],
    [
      'nothing handed in is nothing appraised',
      state([late]),
      { all_appraised: false, has_submissions: false },
    ],
    [
      'a unit that answered everything need not wait',
      state([unit({ open: 2, answered: 2 })]),
      { explaining_is_over: true },
    ],
    [
      'a unit that has not answered has its time',
      state([unit({ open: 2, answered: 1 })]),
      { explaining_is_over: false },
    ],
    [
      'and no more than its time',
      state([unit({ open: 2 })], { today: '2026-12-31' }),
      { explaining_is_over: true },
    ],
    [
      'more time for one unit holds the round',
      state([unit({ open: 2, graces: [grace('explain', '2027-01-05')] })], { today: '2026-12-31' }),
      { explaining_is_over: false },
    ],
    [
      'an answer without a second ruling holds the council',
      state([unit({ due: 2, reruled: 1 })]),
      { all_answered: false },
    ],
    [
      'an adopted proposal that waits holds the publication',
      state([unit()], { council: { hasQuorum: true, isListAdopted: true, waiting: 1 } }),
      { council_adopted_all: false },
    ],
  ];
  it.each(cases)('%s', (_, given, expected) => expect(campaignFacts(given)).toMatchObject(expected));
});

describe('whose turn it is', () => {
  const cases: [string, string, UnitProgress, string][] = [
    ['the unit claims', 'claiming', late, 'unit_claims'],
    ['the appraisers rule', 'appraising', unit({ ruled: 3 }), 'appraisers'],
    ['the city releases', 'appraising', unit(), 'city'],
    ['the unit explains', 'explaining', unit({ open: 1 }), 'unit_explains'],
    ['the council decides', 'deciding', unit(), 'council'],
    ['a unit that never handed in is left', 'deciding', late, 'nobody'],
  ];
  it.each(cases)('%s', (_, phase, given, turn) => expect(turnOf(phase, given)).toBe(turn));
});
