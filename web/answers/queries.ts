import { queryOptions } from '@tanstack/react-query';
import { answerApi } from './api.ts';

export function answersQuery(campaignId: string) {
  return queryOptions({ queryKey: ['answers', campaignId], queryFn: () => answerApi.find(campaignId) });
}

export function comparisonQuery(campaignId: string, unitId: string) {
  return queryOptions({
    queryKey: ['comparison', campaignId, unitId],
    queryFn: () => answerApi.compare(campaignId, unitId),
  });
}

export function resultsQuery(campaignId: string) {
  return queryOptions({ queryKey: ['results', campaignId], queryFn: () => answerApi.results(campaignId) });
}
