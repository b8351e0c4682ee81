import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/api.ts';

export function criterionQuery(code: string) {
  return queryOptions({ queryKey: ['criteria', code], queryFn: () => api.findCriterion(code) });
}
