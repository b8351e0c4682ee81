import { queryOptions } from '@tanstack/react-query';
import { registersApi } from './api.ts';

export const registersQuery = queryOptions({ queryKey: ['registers'], queryFn: registersApi.list });

/** One register with its rows of a year; of the year of the plan when none is named. */
export function registerQuery(key: string, year?: number) {
  return queryOptions({
    queryKey: ['registers', key, year ?? 'plan'],
    queryFn: () => registersApi.find(key, year),
    // Comparing fifty thousand rows with the ones before costs more than drawing the forty in sight.
    structuralSharing: false,
  });
}

export function rowHistoryQuery(key: string, id: string) {
  return queryOptions({
    queryKey: ['registers', key, 'history', id],
    queryFn: () => registersApi.listHistory(key, id),
  });
}
