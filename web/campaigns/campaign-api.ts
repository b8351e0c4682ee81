import { queryOptions } from '@tanstack/react-query';
import type { LeafScorer } from '#core/assessments/assessment-words.ts';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import type {
  Appraisers,
  AssignmentInput,
  CampaignChange,
  CampaignLine,
  CampaignMoveInput,
  CampaignOverview,
  CampaignUnits,
  ConflictInput,
  GraceInput,
  NewCampaign,
  Publication,
} from '#core/assessments/campaign-inputs.ts';
import { request } from '#web/request.ts';

const of = (id: string) => `/api/campaigns/${encodeURIComponent(id)}`;
const query = <Answer>(id: string, part: string) =>
  queryOptions({
    queryKey: ['campaigns', id, part],
    queryFn: () => request<Answer>('GET', `${of(id)}${part}`),
  });

export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: () => request<CampaignLine[]>('GET', '/api/campaigns'),
});
export const campaignQuery = (id: string) => query<CampaignOverview>(id, '');
export const campaignUnitsQuery = (id: string) => query<CampaignUnits>(id, '/units');
export const campaignLeavesQuery = (id: string) => query<CampaignLeaf[]>(id, '/leaves');
export const appraisersQuery = (id: string) => query<Appraisers>(id, '/appraisers');
export const publicationsQuery = (id: string) => query<Publication[]>(id, '/publications');

export const campaignApi = {
  create: (input: NewCampaign) => request<CampaignLine>('POST', '/api/campaigns', input),
  change: (id: string, input: CampaignChange) => request<CampaignOverview>('PATCH', of(id), input),
  move: (id: string, input: CampaignMoveInput) => request('POST', `${of(id)}/moves`, input),
  chooseUnits: (id: string, input: { unitIds: string[]; version: number }) =>
    request<CampaignUnits>('PUT', `${of(id)}/units`, input),
  giveGrace: (id: string, unitId: string, input: GraceInput) =>
    request<CampaignUnits>('POST', `${of(id)}/units/${encodeURIComponent(unitId)}/graces`, input),
  changeLeaf: (id: string, leaf: { code: string; scoredBy: LeafScorer }, version: number) =>
    request<CampaignLeaf[]>('PATCH', `${of(id)}/leaves`, { leaves: [leaf], version }),
  assign: (id: string, input: AssignmentInput) => request<Appraisers>('POST', `${of(id)}/assignments`, input),
  takeBack: (id: string, assignmentId: string) =>
    request<Appraisers>('DELETE', `${of(id)}/assignments/${encodeURIComponent(assignmentId)}`),
  declare: (id: string, input: ConflictInput) => request<Appraisers>('POST', `${of(id)}/conflicts`, input),
};
