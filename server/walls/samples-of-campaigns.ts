import { LEAVES } from './model-conducts.ts';
import type { Known } from './model-unit.ts';
import { type Asked, at, type Sample, type Samples, send } from './sample.ts';

const PAPER = { number: '15/QĐ', issuer: 'UBND thành phố', issuedOn: '2026-11-10' };
const CALENDAR = {
  claimUntil: '2026-12-21',
  appraiseUntil: '2027-01-11',
  explainDays: 5,
  reappraiseUntil: null,
  councilOn: null,
  appealDays: 10,
};
const TITLE = 'Đợt đánh giá đặt lại tên';

/**
 * What a unit sees of others in campaigns: of those it assesses what they handed in and sent; of the one that
 * assesses it the campaign, what was released about itself, and what was published.
 */
const CAMPAIGN: Omit<Sample, 'ask'> = {
  shows: {
    child: ['unit', 'submission', 'submitted_leaf', 'leaf_answer'],
    parent: ['unit', 'campaign', 'campaign_leaf', 'campaign_unit', 'ruling', 'publication', 'result'],
    // Published results name every unit that was assessed.
    sibling: ['unit'],
  },
};

const READ_IN = ['preparing', 'appraising', 'deciding', 'published'] as const;
const READ_LATER_IN = ['appraising', 'explaining', 'published'] as const;

/** The same of campaigns that are far or not. */
const inEach = (askedOf: (of: Known, id: string) => Asked | readonly Asked[]): Sample => ({
  ask: (of) => READ_IN.flatMap((conduct) => askedOf(of, of.campaigns[conduct].id)),
  ...CAMPAIGN,
});
const readEach = (more: (of: Known) => Record<string, string> = () => ({})): Sample =>
  inEach((of, id) => ({ params: { id, ...more(of) } }));
const readLater = (more: (of: Known) => Record<string, string> = () => ({})): Sample => ({
  ask: (of) =>
    READ_LATER_IN.map((conduct) => ({
      params: { id: of.campaigns[conduct].id, ...more(of) },
    })),
  ...CAMPAIGN,
});
const appraising = (of: Known) => ({ id: of.campaigns.appraising.id });
const deciding = (of: Known) => ({ id: of.campaigns.deciding.id });
const meeting = (of: Known) => ({ ...deciding(of), meetingId: of.campaigns.deciding.meetingId });
const item = (of: Known) => ({ ...deciding(of), itemId: of.campaigns.deciding.itemId });

/** Campaigns as a city holds them, its appraisers and its council. */
export const CAMPAIGN_SAMPLES: Samples = {
  'GET /api/campaigns': CAMPAIGN,
  'POST /api/campaigns': send(
    () => ({ year: 2027, title: TITLE, decision: PAPER, calendar: CALENDAR, criteria: { from: 'plan' } }),
    undefined,
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}': readEach(),
  'PATCH /api/campaigns/{id}': send(
    () => ({ title: TITLE, decision: PAPER, calendar: CALENDAR, version: 1 }),
    appraising,
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}/leaves': readEach(),
  'PATCH /api/campaigns/{id}/leaves': send(
    () => ({ leaves: [{ code: LEAVES.survey, scoredBy: 'outside' }], version: 1 }),
    (of) => ({ id: of.campaigns.preparing.id }),
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}/units': readEach(),
  'PUT /api/campaigns/{id}/units': send(
    (of) => ({ unitIds: [of.assessedId], version: 1 }),
    (of) => ({ id: of.campaigns.preparing.id }),
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/units/{unitId}/graces': send(
    () => ({ clock: 'claim', until: '2026-12-28', paper: PAPER, version: 1 }),
    (of) => ({ id: of.campaigns.claiming.id, unitId: of.assessedId }),
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}/appraisers': readEach(),
  'POST /api/campaigns/{id}/assignments': send(
    (of) => ({ userId: of.userIds.appraiser, code: LEAVES.bonus, assessedId: of.assessedId }),
    appraising,
    CAMPAIGN,
  ),
  'DELETE /api/campaigns/{id}/assignments/{assignmentId}': at(
    (of) => ({ ...appraising(of), assignmentId: of.campaigns.appraising.assignmentId }),
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/conflicts': send(
    (of) => ({ userId: of.userIds.appraiser, assessedId: of.assessedId, reason: 'có người nhà ở đó' }),
    appraising,
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/moves': send(
    () => ({ move: 'open', version: 1 }),
    (of) => ({ id: of.campaigns.preparing.id }),
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}/publications': readEach(),
  'GET /api/campaigns/{id}/council': readEach(),
  'PUT /api/campaigns/{id}/council/members': send(
    (of) => ({ members: [{ userId: of.userIds.leader, seat: 'chair' }], version: 1 }),
    deciding,
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/meetings': send(
    (of) => ({ kind: 'written', heldOn: '2026-11-19', present: [of.userIds.leader] }),
    deciding,
    CAMPAIGN,
  ),
  'PATCH /api/campaigns/{id}/meetings/{meetingId}': send(
    () => ({
      kind: 'written',
      heldOn: '2026-11-19',
      present: [],
      minutes: 'ghi lại',
      isClosed: false,
      version: 1,
    }),
    meeting,
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/meetings/{meetingId}/items': send(
    () => ({ leaf: null, note: 'cả danh sách như đang có' }),
    meeting,
    CAMPAIGN,
  ),
  'POST /api/campaigns/{id}/council-items/{itemId}/withdraw': at(item, CAMPAIGN),
  'POST /api/campaigns/{id}/council-items/{itemId}/votes': send(() => ({ choice: 'for' }), item, CAMPAIGN),
  'POST /api/campaigns/{id}/council-items/{itemId}/decide': at(item, {
    ...CAMPAIGN,
    refused: 'what was put to the vote is no longer what stands',
  }),
  'GET /api/campaigns/{id}/appraisal': readLater(),
  'GET /api/campaigns/{id}/appraisal/{code}': {
    ask: (of) =>
      [of.code, LEAVES.survey, LEAVES.unassigned].flatMap((code) =>
        (['appraising', 'explaining'] as const).map((conduct) => ({
          params: { id: of.campaigns[conduct].id, code },
        })),
      ),
    ...CAMPAIGN,
  },
  'GET /api/campaigns/{id}/appraisal/{code}/{unitId}': {
    ask: (of) =>
      [of.code, LEAVES.unassigned].flatMap((code) =>
        (['appraising', 'explaining', 'published'] as const).map((conduct) => ({
          params: { id: of.campaigns[conduct].id, code, unitId: of.assessedId },
        })),
      ),
    ...CAMPAIGN,
  },
  'POST /api/campaigns/{id}/appraisal/{code}/{unitId}': send(
    () => ({ points: 80, judged: 'x', previousId: null }),
    (of) => ({ ...appraising(of), code: of.code, unitId: of.assessedId }),
    { ...CAMPAIGN, refused: 'it was ruled on since' },
  ),
  'POST /api/campaigns/{id}/appraisal/{code}/bulk': send(
    (of) => ({ note: 'theo khảo sát', rows: [{ unitId: of.assessedId, points: 50, previousId: null }] }),
    (of) => ({ ...appraising(of), code: LEAVES.survey }),
    CAMPAIGN,
  ),
  'GET /api/campaigns/{id}/proofs/{unitId}/{code}/{sha256}': {
    ask: (of) =>
      (['submitted', 'appraising', 'deciding'] as const).flatMap((conduct) =>
        [of.code, LEAVES.unassigned].map((code) => ({
          params: { id: of.campaigns[conduct].id, unitId: of.assessedId, code, sha256: of.sha256 },
        })),
      ),
    shows: { ...CAMPAIGN.shows, child: [...(CAMPAIGN.shows?.child ?? []), 'file'] },
  },
  'GET /api/campaigns/{id}/comparison/{unitId}': {
    ask: (of) =>
      READ_LATER_IN.flatMap((conduct) =>
        [of.assessedId, of.besideId].map((unitId) => ({ params: { id: of.campaigns[conduct].id, unitId } })),
      ),
    ...CAMPAIGN,
  },
  'GET /api/campaigns/{id}/comparison/{unitId}/workbook.xlsx': readLater((of) => ({ unitId: of.assessedId })),
  'GET /api/campaigns/{id}/results': readLater(),
  'GET /api/campaigns/{id}/results.xlsx': readLater(),
};
