import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/api.ts';

export const criteriaQuery = queryOptions({ queryKey: ['criteria'], queryFn: api.listCriteria });

export function criterionQuery(code: string) {
  return queryOptions({ queryKey: ['criteria', code], queryFn: () => api.findCriterion(code) });
}
