import { queryOptions } from '@tanstack/react-query';
import type {
  Council,
  CouncilMembersInput,
  MeetingChange,
  MeetingInput,
  Proposal,
  VoteInput,
} from '#core/assessments/council-inputs.ts';
import { request } from '#web/request.ts';

const of = (id: string) => `/api/campaigns/${encodeURIComponent(id)}`;
const item = (id: string, itemId: string) => `${of(id)}/council-items/${encodeURIComponent(itemId)}`;

export const councilQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'council'],
    queryFn: () => request<Council>('GET', `${of(id)}/council`),
  });

export const councilApi = {
  name: (id: string, input: CouncilMembersInput) =>
    request<Council>('PUT', `${of(id)}/council/members`, input),
  meet: (id: string, input: MeetingInput) => request<Council>('POST', `${of(id)}/meetings`, input),
  change: (id: string, meetingId: string, input: MeetingChange) =>
    request<Council>('PATCH', `${of(id)}/meetings/${encodeURIComponent(meetingId)}`, input),
  propose: (id: string, meetingId: string, input: Proposal) =>
    request<Council>('POST', `${of(id)}/meetings/${encodeURIComponent(meetingId)}/items`, input),
  vote: (id: string, itemId: string, input: VoteInput) =>
    request<Council>('POST', `${item(id, itemId)}/votes`, input),
  withdraw: (id: string, itemId: string) => request<Council>('POST', `${item(id, itemId)}/withdraw`, {}),
  record: (id: string, itemId: string) => request<Council>('POST', `${item(id, itemId)}/decide`, {}),
};
