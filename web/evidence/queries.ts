import { queryOptions } from '@tanstack/react-query';
import { evidenceApi } from './api.ts';

/** Everything kept for the year of the live plan. */
export const evidenceListQuery = queryOptions({ queryKey: ['evidence'], queryFn: evidenceApi.list });

/** How well each leaf is proved. */
export const completenessQuery = queryOptions({
  queryKey: ['evidence', 'completeness'],
  queryFn: evidenceApi.listCompleteness,
});

export function evidenceQuery(id: string) {
  return queryOptions({ queryKey: ['evidence', 'one', id], queryFn: () => evidenceApi.find(id) });
}

export function evidenceOfCriterionQuery(code: string) {
  return queryOptions({
    queryKey: ['evidence', 'criterion', code],
    queryFn: () => evidenceApi.listOfCriterion(code),
  });
}

export function evidenceOfRowQuery(rowId: string) {
  return queryOptions({ queryKey: ['evidence', 'row', rowId], queryFn: () => evidenceApi.listOfRow(rowId) });
}
