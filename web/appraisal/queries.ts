import { queryOptions } from '@tanstack/react-query';
import { appraisalApi, type ClaimAddress } from './api.ts';

export function myAppraisalQuery(campaignId: string) {
  return queryOptions({
    queryKey: ['appraisal', campaignId],
    queryFn: () => appraisalApi.findMine(campaignId),
  });
}

export function appraisedLeafQuery({ campaignId, code }: Omit<ClaimAddress, 'unitId'>) {
  return queryOptions({
    queryKey: ['appraisal', campaignId, code],
    queryFn: () => appraisalApi.findLeaf({ campaignId, code }),
  });
}

export function appraisedClaimQuery({ campaignId, code, unitId }: ClaimAddress) {
  return queryOptions({
    queryKey: ['appraisal', campaignId, code, unitId],
    queryFn: () => appraisalApi.findClaim({ campaignId, code, unitId }),
  });
}
