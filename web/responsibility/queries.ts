import { queryOptions } from '@tanstack/react-query';
import { responsibilityApi } from './responsibility-api.ts';
import type { ResponsibilitySearch } from './responsibility-search.ts';

export function responsibilityQuery(search: ResponsibilitySearch) {
  return queryOptions({
    queryKey: ['responsibility', search],
    queryFn: () => responsibilityApi.find(search),
  });
}

export function taskResponsibilityQuery(id: string) {
  return queryOptions({
    queryKey: ['tasks', id, 'responsibility'],
    queryFn: () => responsibilityApi.findOf(id),
  });
}
