import { type Conduct, LEAVES } from './model-conducts.ts';
import type { Known } from './model-unit.ts';
import { at, type Sample, type Samples, send } from './sample.ts';

/** Of the campaign above a unit sees what it is about, what was released about itself, and what was published. */
const PART: Omit<Sample, 'ask'> = {
  shows: {
    parent: ['unit', 'campaign', 'campaign_leaf', 'campaign_unit', 'ruling', 'publication', 'result'],
  },
};
const NOT_FRESH = { ...PART, refused: 'what was declared is no longer what stands' };

const inCampaign = (conduct: Conduct) => (of: Known) => ({ campaign: of.campaigns[conduct].id });
const leafIn = (conduct: Conduct, code?: string) => (of: Known) => ({
  ...inCampaign(conduct)(of),
  code: code ?? of.code,
});
const bonus = (of: Known) => ({ ...inCampaign('claiming')(of), id: of.campaigns.claiming.bonusClaimId });
const answer = (conduct: Conduct) => (of: Known) => ({ id: of.campaigns[conduct].id, code: of.code });
const judged = () => ({ version: 1, judged: 'x' });
const many = (of: Known) => ({ leaves: [{ code: of.code, version: 1, judged: 'x' }] });
const why = () => ({ version: 1, reason: 'cần xem lại' });
const draft = (version: number) => () => ({ version, text: 'đã bổ sung tài liệu', proofs: [] });

/** The unit's own part of a campaign: what it claims, hands in and answers. */
export const ASSESSMENT_SAMPLES: Samples = {
  'GET /api/assessment': {
    ask: (of) =>
      (['preparing', 'explaining'] as const).map((conduct) => ({
        query: inCampaign(conduct)(of),
      })),
    ...PART,
  },
  'GET /api/assessment/leaves/{code}': {
    ask: (of) =>
      [of.code, LEAVES.bonus, LEAVES.unassigned].map((code) => ({
        params: { code },
        query: inCampaign('explaining')(of),
      })),
    // What would be claimed is gathered by the product, with the points of the leaf.
    shows: { ...PART.shows, own: ['leaf_score'] },
  },
  'POST /api/assessment/{campaign}/open': at(inCampaign('claiming'), { ...PART, refused: 'it is open' }),
  'POST /api/assessment/{campaign}/leaves/{code}/declare': send(judged, leafIn('claiming'), NOT_FRESH),
  'POST /api/assessment/{campaign}/leaves/{code}/take-back': send(
    () => ({ version: 1 }),
    leafIn('claiming', LEAVES.unassigned),
    PART,
  ),
  'POST /api/assessment/{campaign}/leaves/{code}/accept': send(
    judged,
    leafIn('claiming', LEAVES.unassigned),
    NOT_FRESH,
  ),
  'POST /api/assessment/{campaign}/leaves/{code}/return': send(
    why,
    leafIn('claiming', LEAVES.unassigned),
    PART,
  ),
  'POST /api/assessment/{campaign}/declare': send(many, inCampaign('claiming'), PART),
  'POST /api/assessment/{campaign}/accept': send(many, inCampaign('claiming'), PART),
  'POST /api/assessment/{campaign}/leaves/{code}/bonus-claims': send(
    () => ({ title: 'Sáng kiến khác', points: 5 }),
    leafIn('claiming', LEAVES.bonus),
    PART,
  ),
  'PATCH /api/assessment/{campaign}/bonus-claims/{id}': send(
    () => ({ title: 'Sáng kiến sửa lại', points: 5, version: 1 }),
    bonus,
    PART,
  ),
  'POST /api/assessment/{campaign}/bonus-claims/{id}/removal': send(() => ({ version: 1 }), bonus, PART),
  'POST /api/assessment/{campaign}/put-forward': send(why, inCampaign('claiming'), {
    ...PART,
    refused: 'not every leaf was accepted',
  }),
  'POST /api/assessment/{campaign}/send-back': send(why, inCampaign('approving'), PART),
  'POST /api/assessment/{campaign}/approve': send(why, inCampaign('approving'), NOT_FRESH),
  'POST /api/assessment/{campaign}/reopen': send(why, inCampaign('approving'), PART),
  'POST /api/assessment/{campaign}/submit': send(why, inCampaign('approving'), {
    ...PART,
    refused: 'it was not approved',
  }),
  'POST /api/assessment/{campaign}/withdraw': send(why, inCampaign('submitted'), PART),
  'GET /api/campaigns/{id}/answers': {
    ask: (of) =>
      (['appraising', 'explaining', 'published'] as const).map((conduct) => ({
        params: { id: of.campaigns[conduct].id },
      })),
    ...PART,
  },
  'PUT /api/campaigns/{id}/answers/{code}': send(draft(1), answer('explaining'), PART),
  'POST /api/campaigns/{id}/answers/{code}/send': send(() => ({ version: 1 }), answer('explaining'), PART),
  'POST /api/campaigns/{id}/answers/send-all': at((of) => ({ id: of.campaigns.explaining.id }), PART),
  'PUT /api/campaigns/{id}/appeals/{code}': send(draft(1), answer('published'), PART),
  'POST /api/campaigns/{id}/appeals/{code}/send': send(() => ({ version: 1 }), answer('published'), PART),
  'POST /api/presence': send((of) => ({ subject: `campaign:${of.campaigns.claiming.id}` })),
};
