import { queryOptions } from '@tanstack/react-query';
import { assessmentApi } from './assessment-api.ts';

export function assessmentQuery(campaign: string | undefined) {
  return queryOptions({
    queryKey: ['assessment', campaign ?? 'newest'],
    queryFn: () => assessmentApi.find(campaign),
  });
}

export function claimLeafQuery(campaign: string, code: string) {
  return queryOptions({
    queryKey: ['assessment', campaign, code],
    queryFn: () => assessmentApi.findLeaf(campaign, code),
  });
}
